import { define, type Indicator } from './define.ts';
import { asOf, emptyRate, orders } from './edges.ts';

/** For customers who first ordered on 1 January 2020: the day their n days are full, the day before it and the day after. */
const cutOffs = [
  { days: 30, early: '2020-01-30', full: '2020-01-31', late: '2020-02-01' },
  { days: 60, early: '2020-02-29', full: '2020-03-01', late: '2020-03-02' },
  { days: 90, early: '2020-03-30', full: '2020-03-31', late: '2020-04-01' },
  { days: 180, early: '2020-06-28', full: '2020-06-29', late: '2020-06-30' },
  { days: 365, early: '2020-12-30', full: '2020-12-31', late: '2021-01-01' },
] as const;

const repurchaseWithin = ({ days, early, full, late }: (typeof cutOffs)[number]): Indicator => {
  const shop = orders(
    '1,a,2020-01-01,10',
    `2,a,${full},10`,
    '3,b,2020-01-01,10',
    `4,b,${late},10`,
    '5,c,2020-01-01,10',
    '6,c,2020-01-01,10',
    '7,d,2020-01-01,10',
    '8,,2020-01-01,10',
  );
  const due = `days_at_start <= ${days} AND days_at_stop > ${days}`;
  return define({
    id: `repurchase_rate_${days}d`,
    group: 'repurchase',
    title: { en: `Repurchase within ${days} days`, fr: `Taux de réachat à ${days} jours` },
    question: {
      en: `How many customers buy again within ${days} days of their first order?`,
      fr: `Combien de clients rachètent dans les ${days} jours qui suivent leur première commande ?`,
    },
    formula: {
      en: `customers whose second order came within ${days} days of the first ÷ customers whose day “first order + ${days}” lies in the period`,
      fr: `clients dont la deuxième commande a suivi la première de ${days} jours au plus ÷ clients dont le jour « première commande + ${days} » se situe dans la période`,
    },
    remarks: {
      en: `All of them have had their ${days} days, no more and no less, so periods can be compared. They first ordered ${days} days before the period; a second order on the same day counts.`,
      fr: `Tous ont eu leurs ${days} jours, ni plus ni moins : les périodes se comparent. Leur première commande précède la période de ${days} jours ; une deuxième le même jour compte.`,
    },
    source: 'peers',
    unit: 'share',
    better: 'higher',
    needs: ['orders', 'orders.customer_id'],
    computation: {
      kind: 'share',
      grain: 'customer',
      numerator: `count_where(${due} AND days_to_second <= ${days})`,
      denominator: `count_where(${due})`,
    },
    edges: [
      emptyRate,
      {
        what: {
          en: `second order after 0 and ${days} days: counted; after ${days + 1}, or never: not`,
          fr: `deuxième commande après 0 et ${days} jours : comptée ; après ${days + 1} ou jamais : non`,
        },
        given: { orders: shop },
        period: `${full}..${late}`,
        flags: asOf,
        value: 0.5,
        numerator: 2,
        denominator: 4,
      },
      {
        what: {
          en: `the ${days} days were full on the day before the period: these customers belong to it no more`,
          fr: `les ${days} jours étaient écoulés la veille de la période : ces clients n’en font plus partie`,
        },
        given: { orders: shop },
        period: late,
        flags: asOf,
        value: null,
        denominator: 0,
        status: 'undefined',
      },
      {
        what: {
          en: `the ${days} days are full on the day after the period: these customers do not belong to it yet`,
          fr: `les ${days} jours seront écoulés le lendemain de la période : ces clients n’en font pas encore partie`,
        },
        given: { orders: shop },
        period: early,
        flags: asOf,
        value: null,
        denominator: 0,
        status: 'undefined',
      },
    ],
  });
};

/** `repurchase_rate_30d` … `repurchase_rate_365d`, the shortest time first. */
export const repurchaseWithinDays: readonly Indicator[] = cutOffs.map(repurchaseWithin);
