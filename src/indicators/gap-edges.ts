import type { Edge } from './define.ts';
import { asOf, orders } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

/** Gaps of 10, 21 and 0 days. */
export const threeGaps: Case = {
  what: {
    en: '10 days across the start of the period, 21 days, and two orders on one day',
    fr: '10 jours à cheval sur le début de la période, 21 jours, et deux commandes le même jour',
  },
  given: {
    orders: orders(
      '1,a,2021-03-31,10',
      '2,a,2021-04-10,10',
      '3,a,2021-05-01,10',
      '4,b,2021-06-30,10',
      '5,b,2021-06-30,10',
      '6,b,2021-07-01,10',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** Gaps of 10 and 21 days. */
export const twoGaps: Case = {
  what: {
    en: 'two pairs: the median lies halfway between them',
    fr: 'deux couples : la médiane est à mi-chemin',
  },
  given: {
    orders: orders(
      '1,a,2021-03-31,10',
      '2,a,2021-04-10,10',
      '3,a,2021-05-01,10',
      '4,,2021-05-02,10',
      '5,,2021-05-03,10',
      '6,b,2021-06-30,10',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** One gap of a day, whose second order comes after the period. */
export const oneGap: Case = {
  what: {
    en: 'the second order came on the day after the period',
    fr: 'la seconde commande est venue le lendemain de la période',
  },
  given: { orders: orders('1,a,2021-06-30,10', '2,a,2021-07-01,10') },
  period: '2021-Q2',
  flags: asOf,
};
