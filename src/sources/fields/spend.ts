import { type Field, field } from './field.ts';

/** The fields of dated spend, in the order messages list them. */
export const spend: readonly Field[] = [
  field('spent_on', 'date', 'date', 'month', 'mois', 'spend date', 'date de dépense'),
  field('kind', 'text', 'type', 'category', 'catégorie', 'purpose', 'poste'),
  field('amount', 'amount', 'cost', 'spend', 'total', 'montant', 'coût', 'dépense'),
];
