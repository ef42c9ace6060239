import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { root } from './binary.ts';

/** A row of the small shop's orders, every value as it stands in the file. */
export type ShopRow = Readonly<Record<string, string>>;

/** The rows of the small shop's orders. */
export const shopRows: readonly ShopRow[] = parse(readFileSync(`${root}fixtures/small/orders.csv`), {
  columns: true,
});

const inFrench: Readonly<Record<string, string>> = {
  order_id: 'N° de commande',
  customer_id: 'Client',
  email: 'E-mail',
  ordered_at: 'Date de commande',
  amount: 'Montant',
  refunded: 'Remboursé',
  currency: 'Devise',
  status: 'Statut',
  channel: 'Canal',
  discount: 'Remise',
  quantity: 'Quantité',
  category: 'Catégorie',
};

const statusInFrench: Readonly<Record<string, string>> = {
  paid: 'Payée',
  cancelled: 'Annulée',
  partially_refunded: 'Partiellement remboursée',
};

const money = new Set(['amount', 'refunded', 'discount']);

const frenchValue = (name: string, value: string): string => {
  if (money.has(name)) return `${value.replace('.', ',')} €`;
  if (name === 'status') return statusInFrench[value] ?? value;
  if (name !== 'ordered_at') return value;
  const [day = '', clock = ''] = value.split(' ');
  return `${day.split('-').reverse().join('/')} ${clock}`;
};

/** The rows as a French spreadsheet has them: its names, `dd/mm/yyyy`, the decimal comma and the euro sign. */
export const frenchRows: readonly ShopRow[] = shopRows.map((row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [inFrench[name]!, frenchValue(name, value)])),
);

/** The rows as CSV. */
export const csvOf = (
  rows: readonly ShopRow[],
  options: { delimiter?: string; record_delimiter?: string; quoted?: boolean } = {},
): string => stringify([...rows], { header: true, ...options });
