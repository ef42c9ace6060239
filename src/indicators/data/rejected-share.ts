import type { DataDefinition } from './define.ts';

export const rejectedShare = {
  id: 'rejected_share',
  title: { en: 'Share of records rejected', fr: 'Part d’enregistrements rejetés' },
  question: {
    en: 'How much of the files could not be read?',
    fr: 'Quelle part des fichiers n’a pas pu être lue ?',
  },
  formula: {
    en: 'rejected records ÷ records, of all files or of one kind: [role=surveys]',
    fr: 'enregistrements rejetés ÷ enregistrements, de tous les fichiers ou d’une sorte : [role=surveys]',
  },
  unit: 'share',
  better: 'lower',
  byRole: true,
} as const satisfies DataDefinition;
