import type { Edge } from './define.ts';
import { asOf, sheet } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

const header = 'order_id,customer_id,ordered_at,amount,refunded';
const customers = sheet('customer_id,country', 'a,FR', 'z,FR');

const rows = [
  '1,a,2019-01-01,100,30',
  '2,a,2021-06-30,50,0',
  '3,b,2020-01-01,20.0001,0',
  '4,c,2021-07-01,500,0',
  '5,,2021-05-01,400,0',
];

/** Values to date of 120, 20.0001 and 30. */
export const threeValues: Case = {
  what: {
    en: 'everything up to the last day, net of refunds; the day after, the guest, and z who never ordered do not count',
    fr: 'tout jusqu’au dernier jour, net de remboursements ; le lendemain, l’invité et z, qui n’a jamais commandé, ne comptent pas',
  },
  given: { orders: sheet(header, ...rows, '6,d,2021-04-01,30,0'), customers },
  period: '2021-Q2',
  flags: asOf,
};

/** Values to date of 120 and 20.0001. */
export const twoValues: Case = {
  what: {
    en: 'two customers: the median lies halfway between them, exactly',
    fr: 'deux clients : la médiane est à mi-chemin, exactement',
  },
  given: { orders: sheet(header, ...rows) },
  period: '2021-Q2',
  flags: asOf,
};
