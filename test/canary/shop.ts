import { stringify } from 'csv-stringify/sync';
import { canaries } from './token.ts';

/** A table of texts, the header first. */
export type Table = readonly (readonly string[])[];

export const roles = ['orders', 'customers', 'surveys', 'content', 'spend'] as const;
export type ShopRole = (typeof roles)[number];

const people = 24;
const { next, of } = canaries();

const customer = (number: number): string => of(`customer ${number % people}`);
const mail = (number: number): string => `${of(`mail ${number % people}`)}@example.com`;
const day = (number: number): string => new Date(Date.UTC(2020, 9, 1 + number)).toISOString().slice(0, 10);

const many = (count: number, row: (number: number) => string[]): string[][] =>
  Array.from({ length: count }, (_, number) => row(number));

const orders = (): Table => [
  [
    ...['order_id', 'customer_id', 'email', 'ordered_at', 'amount', 'refunded', 'currency', 'status'],
    ...['channel', 'quantity', 'category', 'note', 'delivery', 'phone'],
  ],
  ...many(150, (number) => [
    ...[next(), customer(number * 7), mail(number * 7), day(number * 3), `${10 + (number % 9)}.50`],
    ...[number % 11 === 0 ? '5.00' : '0.00', 'EUR', 'paid', number % 2 === 0 ? 'web' : 'shop', '2'],
    ...[number % 3 === 0 ? 'tea' : 'cups', next(), `12 ${next()} Street`, next()],
  ]),
];

const customers = (): Table => [
  [
    ...['customer_id', 'email', 'full_name', 'created_at', 'started_at', 'ended_at', 'country', 'tier'],
    ...['enrolled_at', 'points_earned', 'points_redeemed', 'referred_by', 'birthplace'],
  ],
  ...many(people, (number) => [
    ...[customer(number), mail(number), `${next()} Blum`, '2020-01-01', '2020-01-01'],
    ...[number % 6 === 0 ? '2021-05-31' : '', number % 2 === 0 ? 'FR' : 'DE', 'gold', '2020-02-01'],
    ...['100', '20', number % 5 === 0 ? customer(number + 1) : '', next()],
  ]),
];

const surveys = (): Table => [
  ['response_id', 'customer_id', 'email', 'answered_at', 'score', 'satisfaction', 'reason', 'comment'],
  ...many(60, (number) => [
    ...[next(), customer(number), mail(number), day(number * 7), String(number % 11), '4'],
    ...[number % 2 === 0 ? 'price' : 'delay', `It was, "${next()}" said; ${next()}`],
  ]),
];

const content = (): Table => [
  ['customer_id', 'email', 'occurred_at', 'kind', 'page'],
  ...many(80, (number) => [customer(number), mail(number), day(number * 5), 'open', `/${next()}`]),
];

const spend = (): Table => [
  ['spent_on', 'kind', 'amount', 'supplier'],
  ...many(20, (number) => [
    day(number * 20),
    number % 2 === 0 ? 'acquisition' : 'retention',
    '80.00',
    next(),
  ]),
];

/** A shop in which every cell that may tell of a person holds a canary; what figures are broken down by holds none. */
export const shop: Readonly<Record<ShopRole, Table>> = {
  orders: orders(),
  customers: customers(),
  surveys: surveys(),
  content: content(),
  spend: spend(),
};

/** A table as CSV. */
export const csv = (table: Table, delimiter = ','): string => stringify([...table], { delimiter });

const records = ([header, ...rows]: Table): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(row.map((cell, index) => [header![index]!, cell])));

/** A table as an array of JSON. */
export const json = (table: Table): string => JSON.stringify(records(table));

/** A table as one JSON object on each line. */
export const ndjson = (table: Table): string =>
  records(table)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');

/** A table with one column's cells written anew, all or those of some records. */
export const withCells = (
  [header, ...rows]: Table,
  column: string,
  cell: (old: string, record: number) => string,
): Table => {
  const at = header!.indexOf(column);
  return [
    header!,
    ...rows.map((row, record) => row.map((old, index) => (index === at ? cell(old, record) : old))),
  ];
};
