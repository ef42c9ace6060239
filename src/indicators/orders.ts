import { define } from './define.ts';
import { emptyCount, orders as exported } from './edges.ts';
import { borders, refunded, refundRows } from './order-edges.ts';

export const orders = define({
  id: 'orders',
  group: 'value',
  title: { en: 'Orders', fr: 'Commandes' },
  question: { en: 'How many orders came in?', fr: 'Combien de commandes sont arrivées ?' },
  formula: {
    en: 'number of orders in the period, guest orders and orders of amount zero included',
    fr: 'nombre de commandes de la période, y compris celles d’invités et celles d’un montant nul',
  },
  remarks: {
    en: 'Lines of one order id are one order, on the day of the earliest. Rows of refund, negative rows, and orders cancelled, failed, pending, draft or test are none. An order paid back in full still is one.',
    fr: 'Les lignes d’un même numéro sont une commande, du jour de la première. Les lignes de remboursement ou négatives, et les commandes annulées, échouées, en attente, brouillons ou d’essai n’en sont pas. Une commande remboursée en entier en reste une.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders'],
  computation: { kind: 'count', grain: 'order', numerator: 'count_where(in_period)' },
  edges: [
    emptyCount,
    { ...borders, value: 4 },
    { ...refunded, value: 4 },
    { ...refundRows, value: 2 },
    {
      what: {
        en: 'the period is not over: what is known on the day of --as-of, marked',
        fr: 'la période n’est pas finie : ce qu’on sait au jour de --as-of, marqué',
      },
      given: {
        orders: exported('1,a,2021-04-01,10', '2,a,2021-05-15,0', '3,b,2021-05-20,10'),
      },
      period: '2021-Q2',
      flags: ['--as-of', '2021-05-15'],
      value: 2,
      status: 'incomplete',
    },
  ],
});
