import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const header = 'customer_id,referred_by';

export const referralShare = define({
  id: 'referral_share',
  group: 'programme',
  title: { en: 'Share of referred customers', fr: 'Part issue de recommandations' },
  question: {
    en: 'How many of the new customers were sent by another?',
    fr: 'Combien de nouveaux clients sont venus sur recommandation ?',
  },
  formula: {
    en: 'new customers with a referrer ÷ new customers',
    fr: 'nouveaux clients ayant un parrain ÷ nouveaux clients',
  },
  remarks: {
    en: 'Only what the customers file states: who came on a friend’s word without a code is not seen. New as in new_customers.',
    fr: 'Seulement ce que dit le fichier de clients : qui vient sur la parole d’un ami, sans code, ne se voit pas. Nouveau comme dans new_customers.',
  },
  source: 'A',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'customers.referred_by'],
  base: 'counts',
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(is_new AND referred)',
    denominator: 'count_where(is_new)',
  },
  edges: [
    {
      what: { en: 'nobody is new', fr: 'personne n’est nouveau' },
      given: {
        orders: orders('1,a,2021-03-31,10', '2,a,2021-06-30,10'),
        customers: sheet(header, 'a,z'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      denominator: 0,
      status: 'undefined',
    },
    {
      what: {
        en: 'a and b are new on the first and the last day, a has a referrer; c, d and the guest do not count',
        fr: 'a et b sont nouveaux le premier et le dernier jour, a a un parrain ; c, d et l’invité ne comptent pas',
      },
      given: {
        orders: orders(
          '1,a,2021-04-01,10',
          '2,b,2021-06-30,10',
          '3,c,2021-03-31,10',
          '4,c,2021-05-01,10',
          '5,d,2021-07-01,10',
          '6,,2021-05-01,10',
        ),
        customers: sheet(header, 'a,c', 'b,', 'c,z', 'd,z'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.5,
      numerator: 1,
      denominator: 2,
      note: 'history_short',
    },
    {
      what: {
        en: 'contracts: h came with a referrer and went again within the period',
        fr: 'contrats : h est venu avec un parrain, et reparti dans la période',
      },
      given: {
        orders: orders('1,a,2021-06-30,10'),
        customers: sheet(
          'customer_id,started_at,ended_at,referred_by',
          'a,2021-04-01,,z',
          'b,2021-06-30,,',
          'h,2021-04-10,2021-06-01,z',
        ),
      },
      period: '2021-Q2',
      flags: ['--base', 'contract', ...asOf],
      value: 0.5,
      numerator: 1,
      denominator: 2,
    },
    {
      what: { en: 'the customers file has no referrers', fr: 'le fichier de clients n’a pas de parrains' },
      given: { orders: orders('1,a,2021-06-30,10'), customers: sheet('customer_id,tier', 'a,gold') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'unavailable',
    },
  ],
});
