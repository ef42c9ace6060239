import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const header = 'customer_id,points_earned,points_redeemed';
const shop = orders('1,a,2021-04-01,10', '2,b,2021-06-30,10');

export const pointsRedemptionRate = define({
  id: 'points_redemption_rate',
  group: 'programme',
  title: { en: 'Points redemption rate', fr: 'Taux d’utilisation des points' },
  question: {
    en: 'How many of the points earned are used?',
    fr: 'Quelle part des points gagnés est utilisée ?',
  },
  formula: {
    en: 'points redeemed ÷ points earned, as the customers file states them',
    fr: 'points utilisés ÷ points gagnés, tels que le fichier de clients les donne',
  },
  remarks: {
    en: 'Export the points of the period: the file bears no date for them. May pass 100 % where points of earlier periods are used, so it is a quotient, not a share.',
    fr: 'Exportez les points de la période : le fichier ne les date pas. Peut dépasser 100 % quand servent des points de périodes précédentes : c’est un quotient, et non une part.',
  },
  source: 'A B',
  unit: 'share',
  better: 'higher',
  needs: ['customers.points_earned', 'customers.points_redeemed'],
  computation: {
    kind: 'quotient',
    grain: 'member',
    numerator: 'coalesce(sum(points_redeemed), 0)',
    denominator: 'coalesce(sum(points_earned), 0)',
  },
  edges: [
    {
      what: { en: 'no points were earned', fr: 'aucun point gagné' },
      given: { orders: shop, customers: sheet(header, 'a,0,0', 'b,,') },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      denominator: 0,
      status: 'undefined',
    },
    {
      what: { en: '75 of 200 points are used', fr: '75 points utilisés sur 200' },
      given: { orders: shop, customers: sheet(header, 'a,150,25', 'b,50,50') },
      period: '2021-Q2',
      flags: asOf,
      value: 0.375,
      numerator: 75,
      denominator: 200,
    },
    {
      what: {
        en: 'more points used than earned: above 1, not cut off',
        fr: 'plus de points utilisés que gagnés : au-dessus de 1, sans plafond',
      },
      given: { orders: shop, customers: sheet(header, 'a,40,50') },
      period: '2021-Q2',
      flags: asOf,
      value: 1.25,
      numerator: 50,
      denominator: 40,
    },
  ],
});
