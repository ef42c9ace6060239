import { define, type Indicator } from '../../src/indicators/define.ts';

const empty = { orders: 'order_id,customer_id,ordered_at,amount\n' };

const definition = (
  given: Pick<Indicator, 'id' | 'group' | 'unit' | 'better' | 'needs' | 'computation'> & {
    en: string;
    fr: string;
  },
) => {
  const { en, fr, ...rest } = given;
  return define({
    ...rest,
    title: { en, fr },
    question: { en: `${en}?`, fr: `${fr} ?` },
    formula: { en: 'this ÷ that', fr: 'ceci ÷ cela' },
    source: 'A peers',
    edges: [{ what: { en: 'no orders', fr: 'aucune commande' }, given: empty, period: '2021', value: null }],
  });
};

const share = { kind: 'share', grain: 'customer', numerator: 'count(*)', denominator: 'count(*)' } as const;
const count = { kind: 'count', grain: 'customer', numerator: 'count(*)' } as const;
const orders = ['orders'] as const;

/** Definitions of the sample's figures, kept here so that a reworded title of the program changes no test. */
export const definitions: readonly Indicator[] = [
  definition({
    id: 'customers_at_start',
    en: 'Customers at the start',
    fr: 'Clients au début',
    group: 'retention',
    unit: 'count',
    better: 'higher',
    needs: orders,
    computation: count,
  }),
  define({
    id: 'retention_rate',
    group: 'retention',
    title: { en: 'Customer retention rate', fr: 'Taux de fidélisation' },
    question: {
      en: 'Of those at the start, who is still there?',
      fr: 'De ceux du début, qui est encore là ?',
    },
    formula: {
      en: 'customers of the start who are still customers at the end ÷ customers at the start',
      fr: 'clients du début encore clients à la fin ÷ clients au début',
    },
    remarks: { en: 'Not the textbook (E − N) ÷ S.', fr: 'Ce n’est pas le (E − N) ÷ S des manuels.' },
    source: 'A B D',
    unit: 'share',
    better: 'higher',
    needs: ['orders'],
    base: 'rate',
    computation: share,
    edges: [
      {
        what: { en: 'one of two stays', fr: 'un sur deux reste' },
        given: { orders: 'order_id,customer_id,ordered_at,amount\n1,a,2021-01-31,10\n2,b,2021-03-31,10\n' },
        period: '2021-Q2',
        flags: ['--as-of', '2022-12-31'],
        value: 0.5,
        numerator: 1,
        denominator: 2,
      },
      {
        what: { en: 'nothing before the period', fr: 'rien avant la période' },
        given: empty,
        period: '2021-Q2',
        flags: ['--base', 'ever', '--as-of', '2022-12-31'],
        value: null,
        status: 'undefined',
        note: 'no_history',
      },
    ],
  }),
  definition({
    id: 'churn_rate',
    en: 'Churn (attrition) rate',
    fr: 'Taux d’attrition',
    group: 'retention',
    unit: 'share',
    better: 'lower',
    needs: orders,
    computation: share,
  }),
  definition({
    id: 'churn_reasons',
    en: 'Reasons for leaving',
    fr: 'Raisons de départ',
    group: 'retention',
    unit: 'count',
    better: 'neither',
    needs: ['customers.end_reason'],
    computation: { kind: 'tally', grain: 'departure', by: 'reason', attribute: 'reason' },
  }),
  definition({
    id: 'repeat_customer_rate',
    en: 'Repeat customer rate',
    fr: 'Taux de clients réguliers',
    group: 'repurchase',
    unit: 'share',
    better: 'higher',
    needs: orders,
    computation: share,
  }),
  definition({
    id: 'days_between_orders',
    en: 'Days between orders, median',
    fr: 'Jours entre commandes, médiane',
    group: 'repurchase',
    unit: 'days',
    better: 'lower',
    needs: orders,
    computation: { kind: 'median', grain: 'gap', numerator: 'median(days)', denominator: 'count(*)' },
  }),
  definition({
    id: 'revenue',
    en: 'Revenue',
    fr: 'Chiffre d’affaires',
    group: 'value',
    unit: 'money',
    better: 'higher',
    needs: orders,
    computation: { kind: 'sum', grain: 'order', numerator: 'sum(amount)' },
  }),
  definition({
    id: 'average_order_value',
    en: 'Average order value',
    fr: 'Panier moyen',
    group: 'value',
    unit: 'money',
    better: 'higher',
    needs: orders,
    computation: {
      kind: 'mean',
      grain: 'order',
      numerator: 'sum(amount)',
      denominator: 'count(*)',
      squares: 'sum(amount * amount)',
    },
  }),
  definition({
    id: 'customer_lifetime_value',
    en: 'Customer lifetime value',
    fr: 'Valeur à vie du client',
    group: 'value',
    unit: 'money',
    better: 'higher',
    needs: orders,
    computation: { kind: 'quotient', grain: 'customer', numerator: '1', denominator: '1' },
  }),
  definition({
    id: 'referral_share',
    en: 'Referral share',
    fr: 'Part de recommandations',
    group: 'value',
    unit: 'share',
    better: 'higher',
    needs: ['customers.referred_by'],
    computation: share,
  }),
  definition({
    id: 'net_promoter_score',
    en: 'Net Promoter Score (NPS)',
    fr: 'Net Promoter Score (NPS)',
    group: 'nps',
    unit: 'points',
    better: 'higher',
    needs: ['surveys'],
    computation: { kind: 'net-score', grain: 'answer', promoters: '1', detractors: '1', denominator: '1' },
  }),
  definition({
    id: 'content_consumption_rate',
    en: 'Content consumption rate',
    fr: 'Taux de consommation de contenu',
    group: 'content',
    unit: 'share',
    better: 'higher',
    needs: ['orders', 'content'],
    computation: share,
  }),
];

/** Stands in for `findIndicator` of the register. */
export const findDefinition = (id: string): Indicator | undefined =>
  definitions.find((candidate) => candidate.id === id);
