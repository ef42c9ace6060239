import type { Edge } from './define.ts';
import { asOf, orders } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

const beforeLast = ['1,z,2019-06-01,10', '2,a,2020-01-01,100', '3,b,2020-12-31,100'];
const lastYear = ['4,a,2021-01-01,50', '5,a,2021-08-01,70', '6,c,2021-12-31,60'];

/** 2021: 3 orders of 180 by 2 customers; of the 2 customers of 2020 one, b, is gone; b is back in 2022. */
export const threeYears: Case = {
  what: {
    en: 'a quarter is asked for, the twelve months that end with it are taken',
    fr: 'on demande un trimestre, ce sont les douze mois finissant avec lui qui comptent',
  },
  given: { orders: orders(...beforeLast, ...lastYear, '7,b,2022-01-01,900') },
  period: '2021-Q4',
  flags: asOf,
};

/** As before, but b stays: of the 2 customers of 2020 none is gone. */
export const nobodyLeaves: Case = {
  what: {
    en: 'no customer of the year before is gone: no end in sight, no lifespan',
    fr: 'aucun client de l’année d’avant n’est parti : pas de fin en vue, pas de durée',
  },
  given: { orders: orders(...beforeLast, ...lastYear, '7,b,2021-06-01,60') },
  period: '2021',
  flags: asOf,
};

/** As the first, but the data begin a day less than 24 months before the end. */
export const shortHistory: Case = {
  what: {
    en: 'the data begin a day less than 24 months before the end of the period',
    fr: 'les données commencent 24 mois moins un jour avant la fin de la période',
  },
  given: { orders: orders('1,a,2020-01-02,100', '2,b,2020-12-31,100', ...lastYear) },
  period: '2021',
  flags: asOf,
};
