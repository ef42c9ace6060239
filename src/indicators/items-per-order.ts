import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const header = 'order_id,customer_id,ordered_at,amount,quantity';

export const itemsPerOrder = define({
  id: 'items_per_order',
  group: 'value',
  title: { en: 'Items per order', fr: 'Articles par commande' },
  question: {
    en: 'How many items does an order hold? (up-sell)',
    fr: 'Combien d’articles compte une commande ? (ventes additionnelles)',
  },
  formula: {
    en: 'quantities of the period’s orders ÷ orders of the period that state one, guest orders included',
    fr: 'quantités des commandes de la période ÷ commandes de la période qui en indiquent une, invités compris',
  },
  remarks: {
    en: 'Quantities as ordered: what was sent back is not taken off.',
    fr: 'Quantités commandées : les retours ne sont pas déduits.',
  },
  source: 'A C',
  unit: 'ratio',
  better: 'higher',
  needs: ['orders', 'orders.quantity'],
  computation: {
    kind: 'mean',
    grain: 'order',
    numerator: 'coalesce(sum(quantity) FILTER (WHERE in_period), 0)',
    denominator: 'count_where(in_period AND quantity IS NOT NULL)',
    squares: 'coalesce(sum(square_of(quantity)) FILTER (WHERE in_period), 0)',
  },
  edges: [
    {
      what: { en: 'no order', fr: 'aucune commande' },
      given: { orders: sheet(header) },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
    },
    {
      what: {
        en: 'three orders of 1, 2 and 4 items, one a guest’s; the days around the period and an order that states none do not count',
        fr: 'trois commandes de 1, 2 et 4 articles, dont une d’invité ; les jours autour et une commande qui n’en indique pas ne comptent pas',
      },
      given: {
        orders: sheet(
          header,
          '1,a,2021-03-31,10,50',
          '2,a,2021-04-01,10,1',
          '3,,2021-05-01,10,2',
          '4,b,2021-06-30,10,4',
          '5,b,2021-07-01,10,50',
          '6,b,2021-06-01,10,',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 7 / 3,
      numerator: 7,
      denominator: 3,
    },
    {
      what: { en: 'an export without quantities', fr: 'un export sans quantités' },
      given: { orders: orders('1,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'unavailable',
    },
  ],
});
