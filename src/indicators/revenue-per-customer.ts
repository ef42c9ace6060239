import { define } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';
import { borders, refunded } from './order-edges.ts';

export const revenuePerCustomer = define({
  id: 'revenue_per_customer',
  group: 'value',
  title: { en: 'Revenue per customer', fr: 'Chiffre d’affaires par client' },
  question: {
    en: 'What does a customer of the period bring in it?',
    fr: 'Que rapporte un client de la période ?',
  },
  formula: {
    en: 'revenue of identified customers in the period ÷ customers with an order in the period',
    fr: 'chiffre d’affaires des clients identifiés dans la période ÷ clients ayant une commande dans la période',
  },
  remarks: {
    en: 'Guest orders are in neither part. It equals purchase frequency × average order value only where there are none.',
    fr: 'Les commandes d’invités ne sont ni en haut ni en bas. Elle n’égale fréquence d’achat × panier moyen que s’il n’y en a pas.',
  },
  source: 'peers',
  unit: 'money',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'orders.amount'],
  computation: {
    kind: 'mean',
    grain: 'customer',
    numerator: 'coalesce(sum(revenue_in), 0)',
    denominator: 'count_where(orders_in > 0)',
    squares: 'coalesce(sum(square_of(revenue_in)), 0)',
  },
  edges: [
    emptyRate,
    { ...borders, value: 30.25, numerator: 60.5, denominator: 2 },
    { ...refunded, value: 60, numerator: 120, denominator: 2 },
    {
      what: { en: 'guest orders only', fr: 'des commandes d’invités seulement' },
      given: { orders: orders('1,,2021-06-30,10') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      denominator: 0,
      status: 'undefined',
    },
  ],
});
