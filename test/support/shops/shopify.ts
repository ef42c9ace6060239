import { stringify } from 'csv-stringify/sync';
import { type Buyer, centsOf, type Fate, type Purchase } from './shop.ts';
import { clockOf, decimal, offsetOf } from './writing.ts';

const columns = [
  ...['Name', 'Email', 'Financial Status', 'Paid at', 'Fulfillment Status', 'Accepts Marketing', 'Currency'],
  ...['Subtotal', 'Shipping', 'Taxes', 'Total', 'Discount Amount', 'Created at', 'Lineitem quantity'],
  ...['Lineitem name', 'Lineitem price', 'Billing Name', 'Billing Zip', 'Cancelled at', 'Payment Method'],
  ...['Refunded Amount', 'Id', 'Source'],
];

/** A cancelled order was paid or not; the day it was cancelled says so, not its status. */
const statuses: Readonly<Record<Fate, readonly string[]>> = {
  paid: ['paid'],
  refunded: ['refunded'],
  'partly refunded': ['partially_refunded'],
  cancelled: ['paid', 'voided'],
  failed: ['expired', 'voided'],
  waiting: ['pending'],
};

/** An address as its buyer typed it that day: in other letters, or with the accent apart. */
const typed = ({ email }: Buyer, number: number): string =>
  number % 3 === 0 ? email.toUpperCase() : email.normalize(number % 3 === 1 ? 'NFC' : 'NFD');

const local = (at: Date): string => `${clockOf(at, 'Europe/Paris')} ${offsetOf(at, 'Europe/Paris')}`;

const rowsOf = (order: Purchase): readonly Readonly<Record<string, string>>[] => {
  const { number, buyer, at, fate, lines, refunded } = order;
  const email = buyer === null ? '' : typed(buyer, number);
  const created = local(at);
  const whole = {
    'Financial Status': statuses[fate][number % statuses[fate].length]!,
    'Paid at': fate === 'failed' || fate === 'waiting' ? '' : created,
    'Fulfillment Status': fate === 'paid' ? 'fulfilled' : 'unfulfilled',
    'Accepts Marketing': 'no',
    Currency: 'EUR',
    Subtotal: decimal(centsOf(order)),
    Shipping: '0.00',
    Taxes: '0.00',
    Total: decimal(centsOf(order)),
    'Discount Amount': '0.00',
    'Billing Name': buyer === null ? '' : `${buyer.first} ${buyer.last}`,
    'Billing Zip': "'75008",
    'Cancelled at': fate === 'cancelled' ? created : '',
    'Refunded Amount': decimal(refunded),
    Id: String(4_000_000_000_000 + number),
    Source: 'web',
  };
  return lines.map(({ name, quantity, cents }, index) => ({
    ...(index === 0 ? whole : {}),
    Name: `#${number}`,
    Email: email,
    'Created at': created,
    'Lineitem quantity': String(quantity),
    'Lineitem name': name,
    'Lineitem price': decimal(cents),
  }));
};

/** The shop's orders as Shopify exports them: a row for each line, newest first, the order's values on its first row. */
export const shopifyExport = (shop: readonly Purchase[]): string =>
  stringify(shop.toReversed().flatMap(rowsOf), { header: true, columns });
