import type { Grain, Need } from '../define.ts';

/** What a column holds; sums are of numbers only, texts and flags are compared. */
export type ColumnType = 'flag' | 'count' | 'days' | 'money' | 'number' | 'text';

/** A column of the facts that an indicator of a configuration may name. */
export interface Column {
  readonly type: ColumnType;
  readonly meaning: string;
  /** What it is empty or zero without, beside what its grain needs. */
  readonly needs?: readonly Need[];
  /** It depends on `--base`. */
  readonly base?: true;
  /** It tells of the period alone: who has it is no case of another period by that. */
  readonly ofPeriod?: true;
  readonly history?: 'before' | 'two-years';
}

const ofOrders: Pick<Column, 'needs'> = { needs: ['orders.ordered_at'] };
const ofAmounts: Pick<Column, 'needs'> = { needs: ['orders.ordered_at', 'orders.amount'] };
const ofBase: Pick<Column, 'base' | 'ofPeriod'> = { base: true, ofPeriod: true };

/** What the rows of a grain are, and the columns an indicator of a configuration may name there. */
export const documented: Readonly<
  Record<
    Grain,
    {
      readonly rows: string;
      readonly needs: readonly Need[];
      readonly columns: Readonly<Record<string, Column>>;
    }
  >
> = {
  customer: {
    rows: 'every customer with an order before the period’s end; under --base contract with a contract too',
    needs: ['orders', 'orders.customer_id'],
    columns: {
      at_start: { type: 'flag', meaning: 'a customer when the period starts, by --base', ...ofBase },
      at_end: { type: 'flag', meaning: 'a customer when the period ends, by --base', ...ofBase },
      is_new: {
        type: 'flag',
        meaning: 'a customer at the end who never was one before the period',
        ...ofBase,
      },
      is_reactivated: {
        type: 'flag',
        meaning: 'a customer at the end who was one once, but not at the start',
        ...ofBase,
      },
      came_and_went: {
        type: 'flag',
        meaning: 'a contract began and ended in the period (--base contract)',
        ...ofBase,
      },
      orders_in: { type: 'count', meaning: 'orders in the period', ofPeriod: true, ...ofOrders },
      revenue_in: { type: 'money', meaning: 'amount of those orders, less their refunds', ...ofAmounts },
      orders_before: {
        type: 'count',
        meaning: 'orders before the period',
        history: 'before',
        ...ofOrders,
      },
      orders_to: { type: 'count', meaning: 'orders up to the period’s end', ...ofOrders },
      revenue_to: { type: 'money', meaning: 'amount of those orders, less their refunds', ...ofAmounts },
      orders_year: { type: 'count', meaning: 'orders in the 12 months to the period’s end', ...ofOrders },
      orders_year_before: {
        type: 'count',
        meaning: 'orders in the 12 months before those',
        history: 'two-years',
        ...ofOrders,
      },
      days_at_start: {
        type: 'days',
        meaning: 'days from the first order to the period’s first day; below 0 where it came later',
        ...ofOrders,
      },
      days_at_stop: {
        type: 'days',
        meaning: 'days from the first order to the day after the period',
        ...ofOrders,
      },
      days_to_second: {
        type: 'days',
        meaning: 'days from the first order to the second, whenever that came; empty without a second',
        ...ofOrders,
      },
      categories_in: {
        type: 'count',
        meaning: 'different categories bought in the period',
        ofPeriod: true,
        needs: ['orders.ordered_at', 'orders.category'],
      },
      enrolled: {
        type: 'flag',
        meaning: 'a member of the programme by the period’s end',
        needs: ['customers.enrolled_at'],
      },
      referred: {
        type: 'flag',
        meaning: 'recommended by another customer',
        needs: ['customers.referred_by'],
      },
      loyal: {
        type: 'flag',
        meaning: 'at least --loyal-orders orders so far, one of them in the last 12 months',
        ...ofOrders,
      },
      regular_reader: {
        type: 'flag',
        meaning: 'read content in every month of the period, at least --content-min times',
        ofPeriod: true,
        needs: ['content'],
      },
    },
  },
  member: {
    rows: 'every customer of the customers export, whatever the period',
    needs: ['customers'],
    columns: {
      points_earned: {
        type: 'number',
        meaning: 'points earned, as the export says',
        needs: ['customers.points_earned'],
      },
      points_redeemed: {
        type: 'number',
        meaning: 'points redeemed, as the export says',
        needs: ['customers.points_redeemed'],
      },
    },
  },
  order: {
    rows: 'every order of the period, guests’ included',
    needs: ['orders'],
    columns: {
      amount: { type: 'money', meaning: 'amount of the order, less its refunds', needs: ['orders.amount'] },
      refunded: {
        type: 'money',
        meaning: 'refunds known of the order, whenever they were paid',
        needs: ['orders.amount'],
      },
      has_refund: { type: 'flag', meaning: 'money went back on the order', needs: ['orders.amount'] },
      quantity: {
        type: 'number',
        meaning: 'items of the order; empty where it says none',
        needs: ['orders.quantity'],
      },
      guest: { type: 'flag', meaning: 'the order names no customer' },
    },
  },
  gap: {
    rows: 'every order of the period that follows another of its customer',
    needs: ['orders', 'orders.customer_id'],
    columns: { days: { type: 'days', meaning: 'days since that other order' } },
  },
  refund: {
    rows: 'every refund of the period that names no order',
    needs: ['orders', 'orders.amount'],
    columns: { amount: { type: 'money', meaning: 'money paid back' } },
  },
  answer: {
    rows: 'every survey row of the period, unanswered invitations included',
    needs: ['surveys'],
    columns: {
      score: {
        type: 'number',
        meaning: 'would they recommend, 0 to 10; empty without an answer that counts by --answers',
        needs: ['surveys.score'],
      },
      satisfaction: {
        type: 'number',
        meaning: 'satisfaction, 1 to 5; empty without an answer that counts by --answers',
        needs: ['surveys.satisfaction'],
      },
      effort: {
        type: 'number',
        meaning: 'effort, 1 to 7; empty without an answer that counts by --answers',
        needs: ['surveys.effort'],
      },
      answered: { type: 'flag', meaning: 'the invitation was answered' },
      invitations_known: { type: 'flag', meaning: 'the files hold unanswered invitations too' },
    },
  },
  departure: {
    rows: 'every customer who left in the period',
    needs: ['customers.ended_at', 'customers.end_reason'],
    columns: { reason: { type: 'text', meaning: 'why, as it is written in the export' } },
  },
  spend: {
    rows: 'every amount spent in the period',
    needs: ['spend'],
    columns: {
      kind: { type: 'text', meaning: 'acquisition or retention' },
      amount: { type: 'money', meaning: 'money spent' },
    },
  },
};
