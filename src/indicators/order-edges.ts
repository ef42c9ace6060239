import type { Edge } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

/** In the period: a with 10.50 and 20, b with 30, a guest with 5.25; on the days around it a, b and a guest. */
export const borders: Case = {
  what: {
    en: 'the first and the last day belong to the period, the days around it do not; one guest order',
    fr: 'le premier et le dernier jour sont dans la période, les jours autour non ; une commande d’invité',
  },
  given: {
    orders: orders(
      '1,a,2021-03-31,100',
      '2,a,2021-04-01,10.50',
      '3,a,2021-05-01,20',
      '4,,2021-05-02,5.25',
      '5,b,2021-06-30,30',
      '6,b,2021-07-01,200',
      '7,c,2020-05-01,400',
      '8,,2021-03-31,300',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** In the period: a with 100 of which 30 were paid back and with 50, b with 40 all paid back, a guest with 10 of which 2.5. */
export const refunded: Case = {
  what: {
    en: 'refunds known for the orders: one in part, one in full, one of a guest, one of an order after the period',
    fr: 'remboursements connus des commandes : un partiel, un total, un d’invité, un d’une commande d’après la période',
  },
  given: {
    orders: sheet(
      'order_id,customer_id,ordered_at,amount,refunded',
      '1,a,2021-04-01,100,30',
      '2,a,2021-05-01,50,0',
      '3,b,2021-05-02,40,40',
      '4,,2021-06-30,10,2.5',
      '5,b,2021-07-01,70,70',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** Rows of refund: 30 names the order of a in the period, 7 and 1.25 name none, one of them on each border; a keeps 70. */
export const refundRows: Case = {
  what: {
    en: 'rows of refund: one names its order, the others name none and are dated around both ends of the period',
    fr: 'lignes de remboursement : l’une nomme sa commande, les autres aucune, datées autour des deux bouts de la période',
  },
  given: {
    orders: sheet(
      'order_id,customer_id,ordered_at,amount,refund_of',
      '1,a,2021-04-01,100,',
      '2,b,2021-06-30,50,',
      'r1,a,2021-05-01,-30,1',
      'r2,a,2021-03-31,-5,',
      'r3,a,2021-04-01,-7,',
      'r4,b,2021-06-30,-1.25,',
      'r5,b,2021-07-01,-9,',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};
