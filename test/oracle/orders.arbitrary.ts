import fc from 'fast-check';
import { type Day, dayText } from './day.ts';
import type { Person } from './people.arbitrary.ts';
import type { OrderRow } from './shop.ts';

/** What a class of shops makes of its orders. */
export interface OrderRecipe {
  readonly minOrders: number;
  readonly maxOrders: number;
  readonly day: fc.Arbitrary<Day>;
  readonly guestsOnly: boolean;
  readonly minCopies: number;
  readonly minRefunds: number;
}

/** An amount in plain decimals, up to four of them. */
export const money: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2_000 }).map(String) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map((tenths) => (tenths / 10).toFixed(1)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 9_999_999 }).map((parts) => (parts / 10_000).toFixed(4)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999 }).map((parts) => (parts / 1_000).toFixed(3)) },
  { weight: 1, arbitrary: fc.constantFrom('0', '0.00', '0.0000') },
);

const counting = [
  '',
  'paid',
  'completed',
  'complete',
  'processing',
  'shipped',
  'delivered',
  'fulfilled',
  'closed',
  'refunded',
  'partially_refunded',
];
const notCounting = ['cancelled', 'canceled', 'voided', 'failed', 'pending', 'draft', 'test'];

const orderDetails = (recipe: OrderRecipe) =>
  fc.record({
    who: fc.nat(99),
    guest: fc.integer({ min: 0, max: 9 }).map((draw) => recipe.guestsOnly || draw === 9),
    spelling: fc.nat(2),
    day: recipe.day,
    amount: money,
    refunded: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('', '0') }, { weight: 1, arbitrary: money }),
    status: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...counting) },
      { weight: 1, arbitrary: fc.constantFrom(...notCounting) },
    ),
    channel: fc.constantFrom('web', 'shop', 'marketplace', ''),
    discount: fc.constantFrom('', '0', '5.00'),
    quantity: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }).map(String) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    category: fc.constantFrom('tea', 'coffee', 'mugs', ''),
  });

type OrderDetails = typeof orderDetails extends (recipe: OrderRecipe) => fc.Arbitrary<infer T> ? T : never;

const refundDetails = fc.record({
  of: fc.nat(99),
  way: fc.constantFrom<('names' | 'own id' | 'unknown' | 'bare')[]>('names', 'own id', 'unknown', 'bare'),
  negative: fc.boolean(),
  after: fc.integer({ min: 0, max: 60 }),
  amount: money.filter((text) => Number(text) > 0),
});

type RefundDetails = typeof refundDetails extends fc.Arbitrary<infer T> ? T : never;

const orderRow = (details: OrderDetails, at: number, everyone: readonly Person[]): OrderRow => {
  const { who, guest, spelling, day, ...rest } = details;
  const { spellings } = everyone[who % everyone.length]!;
  const person = guest ? { customer_id: '', email: '' } : spellings[spelling % spellings.length]!;
  return { order_id: `o${at + 1}`, ...person, ordered_at: dayText(day), refund_of: '', ...rest };
};

const refundRow = (
  refund: RefundDetails,
  at: number,
  orders: readonly OrderRow[],
  days: readonly Day[],
): OrderRow => {
  const target = refund.of % orders.length;
  const order = orders[target]!;
  const named = refund.way === 'names' ? order.order_id : refund.way === 'unknown' ? 'o999' : '';
  return {
    ...order,
    order_id: refund.way === 'own id' ? order.order_id : `r${at + 1}`,
    refund_of: named,
    ordered_at: dayText(days[target]! + refund.after),
    amount: refund.negative || named === '' ? `-${refund.amount}` : refund.amount,
    refunded: '',
    status: 'refunded',
  };
};

/** Rows of an orders export: orders with ids of their own, refund rows of four kinds, exact copies, in any order. */
export const orderRows = (recipe: OrderRecipe, everyone: readonly Person[]): fc.Arbitrary<OrderRow[]> =>
  fc
    .record({
      orders: fc.array(orderDetails(recipe), {
        minLength: recipe.minOrders,
        maxLength: recipe.maxOrders,
        size: 'max',
      }),
      refunds: fc.array(refundDetails, { minLength: recipe.minRefunds, maxLength: 5, size: 'max' }),
      copies: fc.array(fc.nat(99), { minLength: recipe.minCopies, maxLength: 3, size: 'max' }),
      places: fc.array(fc.nat(999), { minLength: 70, maxLength: 70, size: 'max' }),
    })
    .map(({ orders, refunds, copies, places }) => {
      const rows = orders.map((details, at) => orderRow(details, at, everyone));
      if (rows.length === 0) return rows;
      const days = orders.map((details) => details.day);
      const back = refunds.map((refund, at) => refundRow(refund, at, rows, days));
      const copied = copies.map((at) => rows[at % rows.length]!);
      return [...rows, ...back, ...copied]
        .map((row, at) => ({ row, place: places[at % places.length]! }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ row }) => row);
    });
