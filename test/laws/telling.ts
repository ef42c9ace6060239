import { gzipSync } from 'node:zlib';
import { dayText } from '../oracle/day.ts';
import type { Inquiry } from '../oracle/questions.arbitrary.ts';
import { columns, roles, type Shop, type ShopRole } from '../oracle/shop.ts';
import { csvText, jsonText, ndjsonText } from '../oracle/shop-text.ts';
import type { Flags, ShopFile, ShopFiles } from './ask.ts';
import type { Trial } from './trials.ts';

/** The ways of writing an export that all say the same. */
export const ways = ['quoted', 'windows', 'ndjson', 'json', 'gzip'] as const;
export type Way = (typeof ways)[number];

/** A shop and a question, and how they are put. */
export interface Telling {
  readonly shop: Shop;
  readonly question: Inquiry;
  /** How each role is written; plain CSV where it is not said. */
  readonly written: Partial<Record<ShopRole, Way>>;
  readonly header: (names: readonly string[]) => readonly string[];
  /** Into how many files the orders are cut. */
  readonly orderFiles: number;
  /** Columns of the orders beside the usual ones. */
  readonly orderColumns: readonly string[];
  /** Whether flags say what a row of the orders is and where the decimals begin. */
  readonly declared: boolean;
}

/** A trial put plainly: CSV files, one a role, and every flag that settles a doubt. */
export const plainly = ({ shop, question }: Trial): Telling => ({
  shop,
  question,
  written: {},
  header: (names) => names,
  orderFiles: 1,
  orderColumns: [],
  declared: true,
});

const fileOf = (telling: Telling, shop: Shop, role: ShopRole): ShopFile => {
  const names: readonly string[] =
    role === 'orders' ? [...columns.orders, ...telling.orderColumns] : columns[role];
  const header = telling.header(names);
  const plain = { ending: 'csv', bytes: csvText(shop, role, { columns: header }) };
  const isEmpty = (shop[role] ?? []).length === 0;
  switch (telling.written[role]) {
    case 'quoted':
      return { ...plain, bytes: csvText(shop, role, { columns: header, quoteAll: true }) };
    case 'windows':
      return { ...plain, bytes: csvText(shop, role, { columns: header, lineEnd: '\r\n' }) };
    case 'gzip':
      return { ending: 'csv.gz', bytes: gzipSync(plain.bytes, { level: 1 }) };
    case 'ndjson':
      return isEmpty ? plain : { ending: 'ndjson', bytes: ndjsonText(shop, role) };
    case 'json':
      return isEmpty ? plain : { ending: 'json', bytes: jsonText(shop, role) };
    default:
      return plain;
  }
};

const piecesOf = ({ shop, orderFiles }: Telling): Shop[] => {
  const rows = shop.orders ?? [];
  const size = Math.ceil(rows.length / orderFiles);
  return Array.from({ length: orderFiles }, (_, at) => ({
    ...shop,
    orders: rows.slice(at * size, (at + 1) * size),
  }));
};

/** The files a telling is handed over in, of all roles or of some. */
export const filesOf = (telling: Telling, wanted: readonly ShopRole[] = roles): ShopFiles => {
  const given = roles.filter((role) => telling.shop[role] !== null && wanted.includes(role));
  return Object.fromEntries(
    given.map((role) => [
      role,
      (role === 'orders' ? piecesOf(telling) : [telling.shop]).map((part) => fileOf(telling, part, role)),
    ]),
  );
};

const moneyColumns = { orders: ['amount', 'refunded'], spend: ['amount'] } as const;

/** A thousand or a decimal mark: `1.234` alone cannot say which it is, and such a file is rightly refused. */
const isDoubtful = (text: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);

const isUnclear = (rows: readonly Readonly<Record<string, string>>[], column: string): boolean => {
  const marked = rows.map((row) => row[column] ?? '').filter((text) => text.includes('.'));
  return marked.length > 0 && marked.every(isDoubtful);
};

/** Whether a file leaves open what its decimal mark is. */
export const needsDecimal = (telling: Telling): boolean =>
  [...piecesOf(telling), { ...telling.shop, orders: [] }].some((part) =>
    (['orders', 'spend'] as const).some((role) =>
      moneyColumns[role].some((column) =>
        isUnclear((part[role] ?? []) as unknown as readonly Record<string, string>[], column),
      ),
    ),
  );

/** The flags of `kpi` that ask the question and settle what the files leave open. */
export const flagsOf = (telling: Telling): Flags => {
  const { question, declared } = telling;
  return {
    period: question.label,
    asOf: dayText(question.asOf),
    base: question.base,
    compare: question.compare,
    timezone: 'UTC',
    ...(declared ? { grain: 'orders' } : {}),
    ...(declared || needsDecimal(telling) ? { decimal: '.' } : {}),
  };
};
