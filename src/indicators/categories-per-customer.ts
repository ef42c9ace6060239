import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const header = 'order_id,customer_id,ordered_at,amount,category';

export const categoriesPerCustomer = define({
  id: 'categories_per_customer',
  group: 'value',
  title: { en: 'Categories per customer', fr: 'Catégories par client' },
  question: {
    en: 'From how many categories does a customer buy? (cross-sell)',
    fr: 'Dans combien de catégories un client achète-t-il ? (ventes croisées)',
  },
  formula: {
    en: 'distinct categories each customer bought from in the period, summed ÷ customers with a category stated in the period',
    fr: 'somme des catégories distinctes achetées par chaque client dans la période ÷ clients ayant une catégorie indiquée dans la période',
  },
  remarks: {
    en: 'A category bought twice by one customer counts once. Guest orders are left out.',
    fr: 'Une catégorie achetée deux fois par un client compte une fois. Les commandes d’invités sont laissées de côté.',
  },
  source: 'A C',
  unit: 'ratio',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.category'],
  computation: {
    kind: 'mean',
    grain: 'customer',
    numerator: 'coalesce(sum(categories_in), 0)',
    denominator: 'count_where(categories_in > 0)',
    squares: 'coalesce(sum(CAST(categories_in AS BIGINT) * categories_in), 0)',
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
        en: 'a buys books twice and toys once, b toys; the guest, days outside and d, who states no category, do not count',
        fr: 'a achète deux fois des livres et une fois des jouets, b des jouets ; l’invité, les jours hors période et d, sans catégorie, ne comptent pas',
      },
      given: {
        orders: sheet(
          header,
          '1,a,2021-03-31,10,garden',
          '2,a,2021-04-01,10,books',
          '3,a,2021-05-01,10,books',
          '4,a,2021-05-02,10,toys',
          '5,,2021-05-03,10,garden',
          '6,b,2021-06-30,10,toys',
          '7,b,2021-07-01,10,books',
          '8,d,2021-05-04,10,',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 1.5,
      numerator: 3,
      denominator: 2,
    },
    {
      what: { en: 'an export without categories', fr: 'un export sans catégories' },
      given: { orders: orders('1,a,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'unavailable',
    },
  ],
});
