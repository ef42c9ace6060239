import type { OrderCensus } from '../warehouse/census/orders.ts';
import type { InspectedOrders } from './schema.ts';

/** The middle of some numbers, or the mean of the two in the middle. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const next = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const monthsBefore = 3;

/**
 * Every month from the first with orders to the last. One without orders is empty; one with less than half the median of
 * the three before is a drop; the last one may be unfinished, and is then neither.
 */
export const monthsOf = (found: OrderCensus['months'], unfinished: boolean): InspectedOrders['months'] => {
  const known = new Map(found.map((one) => [one.month, one]));
  const months: InspectedOrders['months'] = [];
  const last = found.at(-1)?.month;
  for (let month = found[0]?.month; month !== undefined; month = month === last ? undefined : next(month)) {
    const { orders, newCustomers } = known.get(month) ?? { orders: 0, newCustomers: 0 };
    const before = months.slice(-monthsBefore).map((one) => one.orders);
    const usual = before.length < monthsBefore ? null : median(before);
    const drops = usual !== null && orders < usual / 2;
    const remark =
      month === last && unfinished ? 'unfinished' : orders === 0 ? 'empty' : drops ? 'drop' : null;
    months.push({ month, orders, newCustomers, remark, usual });
  }
  return months;
};

/**
 * How the beginning of the data cuts off what lies before it: of the customers, those whose first order lies in the first
 * month, against the usual number of first orders in a whole month after it.
 */
export const firstOrdersOf = (
  months: InspectedOrders['months'],
  customers: number,
): InspectedOrders['firstOrders'] => {
  const [first, ...later] = months;
  if (first === undefined || customers === 0) return null;
  const whole = later.filter(({ remark }) => remark !== 'unfinished').map(({ newCustomers }) => newCustomers);
  const usual = whole.length === 0 ? null : median(whole);
  return {
    month: first.month,
    customers: first.newCustomers,
    share: first.newCustomers / customers,
    historyMonths: months.length,
    usual,
    truncated: usual !== null && first.newCustomers > 2 * usual,
  };
};
