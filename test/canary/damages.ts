import { type Damage, damage } from './damage.ts';
import { csv, shop, type Table, withCells } from './shop.ts';
import { structural } from './structure.ts';
import { headerless, wrapped } from './wrappings.ts';

const { orders, customers, surveys } = shop;

const rowsOf = ([header, ...rows]: Table, change: (rows: readonly (readonly string[])[]) => Table): string =>
  csv([header!, ...change(rows)]);

const cells = (column: string, cell: (old: string, record: number) => string, of = orders): string =>
  csv(withCells(of, column, cell));

/** Columns moved by one: names stand where amounts, days and words should. */
const shifted = ([header, ...rows]: Table, by: number): string =>
  csv([header!, ...rows.map((row) => row.map((_, index) => row[(index + by) % row.length]!))]);

const content = [
  damage(
    'orders with other content',
    rowsOf(orders, (rows) => [...rows, rows[3]!.with(4, '99.00')]),
  ),
  damage(
    'two customers in an order',
    rowsOf(orders, (rows) => [...rows, rows[3]!.with(1, rows[4]![1]!).with(2, rows[4]![2]!)]),
    3,
    'orders',
    ['--grain', 'lines'],
  ),
  damage(
    'rows twice',
    rowsOf(orders, (rows) => [...rows, ...rows.slice(0, 9)]),
    0,
  ),
  damage(
    'e-mails that are none',
    cells('email', (old) => old.replace('@', ' at ')),
    0,
  ),
  damage(
    'no e-mails',
    cells('email', () => ''),
    0,
  ),
  damage(
    'days that tell no order',
    cells('ordered_at', () => '03/04/2021'),
  ),
  damage(
    'days in two orders',
    cells('ordered_at', (_, at) => (at % 2 ? '13/04/2021' : '04/13/2021')),
  ),
  damage(
    'some offsets',
    cells('ordered_at', (old, at) => `${old}T10:00:00${at % 2 ? 'Z' : ''}`),
  ),
  damage(
    'numbers that tell no mark',
    cells('amount', () => '1,234'),
  ),
  damage(
    'two currencies',
    cells('currency', (_, at) => (at % 2 ? 'EUR' : 'CHF')),
  ),
  damage(
    'an unknown status',
    cells('status', (_, at) => (at % 9 ? 'paid' : 'strange')),
  ),
  ...['ordered_at', 'amount', 'refunded', 'quantity'].flatMap((column) => [
    damage(
      `a name for ${column} at times`,
      cells(column, (old, at) => (at === 7 ? orders[8]![11]! : old)),
      0,
    ),
    damage(
      `a name for ${column} always`,
      cells(column, (_, at) => orders[at + 1]![11]!),
    ),
  ]),
  ...['status', 'currency'].map((column) =>
    damage(
      `a name for ${column} at times`,
      cells(column, (old, at) => (at === 7 ? orders[8]![11]! : old)),
    ),
  ),
  ...['status', 'currency'].map((column) =>
    damage(
      `a name for ${column} always`,
      cells(column, (_, at) => orders[at + 1]![11]!),
    ),
  ),
  ...[1, 2, 3, 4, 5, 6, 7].map((by) => damage(`columns moved by ${by}`, shifted(orders, by))),
  damage(
    'customers that contradict each other',
    rowsOf(customers, (rows) => [...rows, rows[3]!.with(6, 'IT')]),
    3,
    'customers',
  ),
  damage('customers moved by 3', shifted(customers, 3), 3, 'customers'),
  damage(
    'a score of 11',
    cells('score', (_, at) => (at === 3 ? '11' : '9'), surveys),
    3,
    'surveys',
  ),
  damage(
    'words for scores',
    cells('score', (_, at) => surveys[at + 1]![0]!, surveys),
    3,
    'surveys',
  ),
];

/** Every damage, in every place. */
export const damages: readonly Damage[] = [...structural, ...content, ...headerless, ...wrapped];
