import type { DataDefinition } from './define.ts';

export const inputRecords = {
  id: 'input_records',
  title: { en: 'Records read', fr: 'Enregistrements lus' },
  question: {
    en: 'Are the files as long as they should be?',
    fr: 'Les fichiers sont-ils aussi longs qu’ils devraient l’être ?',
  },
  formula: {
    en: 'records of all files below their headers, or of one kind of file: [role=orders]',
    fr: 'enregistrements de tous les fichiers sous leur en-tête, ou d’une sorte de fichier : [role=orders]',
  },
  unit: 'count',
  better: 'higher',
  byRole: true,
} as const satisfies DataDefinition;
