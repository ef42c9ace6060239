import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const departures = {
  orders: orders('1,a,2021-06-30,10'),
  customers: sheet(
    'customer_id,started_at,ended_at,end_reason',
    'a,2020-01-01,,',
    'b,2020-01-01,2021-03-31,price',
    'c,2020-01-01,2021-04-01,price',
    'd,2020-01-01,2021-06-30,price',
    'e,2020-01-01,2021-06-30,moved away',
    'f,2020-01-01,2021-05-15,',
    'g,2020-01-01,2021-07-01,price',
  ),
};

export const churnReasons = define({
  id: 'churn_reasons',
  group: 'retention',
  title: { en: 'Reasons for leaving', fr: 'Raisons de départ' },
  question: {
    en: 'Why do they say they leave?',
    fr: 'Pourquoi disent-ils qu’ils partent ?',
  },
  formula: {
    en: 'number of customers per stated reason whose end date lies in the period',
    fr: 'nombre de clients par raison donnée dont la date de fin se situe dans la période',
  },
  remarks: {
    en: 'Only who gave a reason is counted, so the counts add up to fewer than the customers lost.',
    fr: 'Seuls sont comptés ceux qui ont donné une raison : la somme est donc inférieure au nombre de clients perdus.',
  },
  source: 'D',
  unit: 'count',
  better: 'neither',
  needs: ['customers.ended_at', 'customers.end_reason'],
  computation: { kind: 'tally', grain: 'departure', by: 'reason', attribute: 'end_reason' },
  edges: [
    {
      what: {
        en: 'left on the first day or on the last: counted; the day before and the day after: not',
        fr: 'partis le premier ou le dernier jour : comptés ; la veille et le lendemain : non',
      },
      given: departures,
      period: '2021-Q2',
      flags: asOf,
      segment: { end_reason: 'price' },
      value: 2,
    },
    {
      what: {
        en: 'all who gave a reason; the one who gave none is left out',
        fr: 'tous ceux qui ont donné une raison ; celui qui n’en a pas donné est laissé de côté',
      },
      given: departures,
      period: '2021-Q2',
      flags: asOf,
      value: 3,
    },
    {
      what: { en: 'nobody left', fr: 'personne n’est parti' },
      given: {
        orders: orders('1,a,2021-06-30,10'),
        customers: sheet('customer_id,started_at,ended_at,end_reason'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0,
    },
  ],
});
