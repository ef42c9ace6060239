import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { borders, refundRows } from './order-edges.ts';

export const guestOrders = define({
  id: 'guest_orders',
  group: 'value',
  title: { en: 'Guest orders', fr: 'Commandes d’invités' },
  question: {
    en: 'How many orders name no customer?',
    fr: 'Combien de commandes ne nomment aucun client ?',
  },
  formula: {
    en: 'number of the period’s orders without a customer id or e-mail',
    fr: 'nombre de commandes de la période sans identifiant ni adresse de client',
  },
  remarks: {
    en: 'They are in orders, revenue and the average order value, and out of everything about customers: where they are many, those figures speak of the others only.',
    fr: 'Elles sont dans les commandes, le chiffre d’affaires et le panier moyen, et hors de tout ce qui concerne les clients : si elles sont nombreuses, ces valeurs ne parlent que des autres.',
  },
  source: 'A',
  unit: 'count',
  better: 'neither',
  needs: ['orders'],
  computation: { kind: 'count', grain: 'order', numerator: 'count_where(in_period AND guest)' },
  edges: [emptyCount, { ...borders, value: 1 }, { ...refundRows, value: 0 }],
});
