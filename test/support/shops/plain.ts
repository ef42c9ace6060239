import { stringify } from 'csv-stringify/sync';
import { centsOf, type Fate, type Purchase, piecesOf } from './shop.ts';
import { clockOf, decimal, offsetOf } from './writing.ts';

const statuses: Readonly<Record<Fate, string>> = {
  paid: 'Payée',
  refunded: 'Remboursée',
  'partly refunded': 'Partiellement remboursée',
  cancelled: 'Annulée',
  failed: 'Échouée',
  waiting: 'En attente',
};

/** The shop's orders under the canonical names, their times by a clock of New York. */
export const plainExport = (shop: readonly Purchase[]): string =>
  stringify(
    shop.map((order) => ({
      order_id: `C-${order.number}`,
      customer_id: order.buyer === null ? '' : `K${order.buyer.id}`,
      ordered_at: `${clockOf(order.at, 'America/New_York')} ${offsetOf(order.at, 'America/New_York')}`,
      amount: decimal(centsOf(order)),
      refunded: decimal(order.refunded),
      currency: 'EUR',
      status: statuses[order.fate],
      quantity: piecesOf(order),
    })),
    { header: true },
  );
