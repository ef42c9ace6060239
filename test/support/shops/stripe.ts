import { stringify } from 'csv-stringify/sync';
import { centsOf, type Fate, type Purchase, wasPaid } from './shop.ts';
import { clockOf, decimal } from './writing.ts';

const columns = [
  ...['id', 'Created date (UTC)', 'Amount', 'Amount Refunded', 'Currency', 'Captured', 'Converted Amount'],
  ...[
    'Converted Amount Refunded',
    'Converted Currency',
    'Description',
    'Fee',
    'Mode',
    'Status',
    'Customer ID',
  ],
  ...['Customer Description', 'Customer Email', 'order (metadata)'],
];

const statuses: Readonly<Record<Fate, string>> = {
  paid: 'Paid',
  refunded: 'Refunded',
  'partly refunded': 'Partially Refunded',
  cancelled: 'Canceled',
  failed: 'Failed',
  waiting: 'requires_payment_method',
};

/** The shop's orders as Stripe exports their payments, tried or made: newest first, in UTC. */
export const stripeExport = (shop: readonly Purchase[]): string =>
  stringify(
    shop.toReversed().map((order) => ({
      id: `ch_${order.number}Xy`,
      'Created date (UTC)': clockOf(order.at, 'UTC'),
      Amount: decimal(centsOf(order)),
      'Amount Refunded': decimal(order.refunded),
      Currency: 'eur',
      Captured: String(wasPaid(order)),
      'Converted Amount': decimal(centsOf(order)),
      'Converted Amount Refunded': decimal(order.refunded),
      'Converted Currency': 'eur',
      Description: order.lines[0]!.name,
      Fee: '0.25',
      Mode: 'Live',
      Status: statuses[order.fate],
      'Customer ID': order.buyer === null ? '' : `cus_${order.buyer.id}A`,
      'Customer Email': order.buyer?.email ?? '',
      'order (metadata)': String(order.number),
    })),
    { header: true, columns },
  );
