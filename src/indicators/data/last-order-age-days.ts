import type { DataDefinition } from './define.ts';

export const lastOrderAgeDays = {
  id: 'last_order_age_days',
  title: { en: 'Age of the last order', fr: 'Âge de la dernière commande' },
  question: {
    en: 'Did the export arrive, or are these the orders of the day before?',
    fr: 'L’export est-il arrivé, ou sont-ce les commandes de la veille ?',
  },
  formula: {
    en: 'days from the last order that counts to as-of; --data-through does not change it',
    fr: 'jours de la dernière commande qui compte jusqu’à la date de référence ; --data-through n’y change rien',
  },
  unit: 'days',
  better: 'lower',
  byRole: false,
} as const satisfies DataDefinition;
