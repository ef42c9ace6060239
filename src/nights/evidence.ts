import type { Indicator } from '../indicators/define.ts';
import { findIndicator } from '../indicators/index.ts';
import { toDateIndicators } from '../indicators/to-date/index.ts';

/** The figures that tell together what changed among orders, by what each counts. */
export interface OrderEvidence {
  readonly orders: string;
  readonly identified: string;
  readonly revenue: string;
  readonly refunds: string;
  readonly customers: string;
}

/** Of a period's own orders. */
export const ofPeriod: OrderEvidence = {
  orders: 'orders',
  identified: 'identified_orders',
  revenue: 'revenue',
  refunds: 'refunds',
  customers: 'active_customers',
};

/** Of all orders up to a period's end. */
export const toDate: OrderEvidence = {
  orders: 'orders.to_date',
  identified: 'identified_orders.to_date',
  revenue: 'revenue.to_date',
  refunds: 'refunds.to_date',
  customers: 'customers.to_date',
};

/** The figures from which the cause of a change is read; a night asks for them whatever else it asks for. */
export const evidence: readonly Indicator[] = [
  ...[...Object.values(ofPeriod), 'customers_at_start', 'acquisition_spend', 'retention_spend'].map(
    (id) => findIndicator(id)!,
  ),
  ...toDateIndicators,
];
