import { whole } from '../../statistics/index.ts';
import type { Measure } from './measure.ts';

export const guestOrderShare: Measure = ({ report }) => {
  const [guests, orders] = ['guest_orders', 'orders'].map((id) =>
    report.figures.find((figure) => figure.id === id && figure.segment === null),
  );
  if (orders === undefined || orders.status === 'unavailable')
    return { reason: 'unavailable', details: ['orders'] };
  if (orders.status !== 'ok') return { reason: orders.status, details: [...orders.notes] };
  if (orders.value === 0) return { reason: 'no_orders', details: [] };
  return { numerator: whole(guests!.value!), denominator: whole(orders.value!), cases: orders.value! };
};
