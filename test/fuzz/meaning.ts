import { type Day, dayOf, dayText } from '../oracle/day.ts';
import { compare, decimal, zero } from '../oracle/rational.ts';
import { columns, type OrderRow, type Shop } from '../oracle/shop.ts';
import { plainName, type Reading, Unsound } from './second-reading.ts';
import { amountWritten, currenciesIn, dayWritten, isNothing, keyIn, textIn, wordIn } from './values.ts';

/** What the rows of an export of orders say. */
export interface Told {
  readonly shop: Shop;
  /** The columns that stand in the header. */
  readonly given: ReadonlySet<string>;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Later than as-of. */
  readonly late: number;
  /** Of a status that does not count. */
  readonly idle: number;
}

/** Where this reader does not claim to know: notations of dates that only a whole column could tell. */
export class Unsure extends Error {}

const counting = new Set(['', 'paid', 'completed', 'complete', 'processing', 'shipped', 'delivered', 'fulfilled', 'closed', 'refunded', 'partially_refunded', 'paye', 'payee']); // biome-ignore format: a list
const idle = new Set(['cancelled', 'canceled', 'voided', 'void', 'failed', 'pending', 'draft', 'test']);

type Row = Record<keyof OrderRow, string>;

/** Other names by which a column is known when its own is missing; those it becomes when it loses letters. */
const otherNames: Readonly<Record<string, string>> = {
  order_id: 'order',
  customer_id: 'customer',
  email: 'mail',
};

const isColumn = (names: readonly string[]) => {
  const plain = names.map(plainName);
  return (column: string): number => {
    const own = plainName(column);
    const wanted = plain.includes(own) ? own : (otherNames[column] ?? own);
    const at = plain.indexOf(wanted);
    if (plain.indexOf(wanted, at + 1) >= 0 && at >= 0) throw new Unsound(`two columns ${column}`);
    return at;
  };
};

const amounts = ['amount', 'refunded', 'quantity', 'discount'] as const;

/** A key as one word that the oracle can neither trim nor fold. */
const word = (key: string): string => encodeURIComponent(key);

/** A row whose status counts as it is to be understood; null where it cannot be read. */
const readRow = (
  row: Row,
  given: ReadonlySet<string>,
  currencies: ReadonlyMap<string, string>,
): Row | null => {
  const understood = {
    ...row,
    order_id: word(keyIn(row.order_id)),
    refund_of: word(keyIn(row.refund_of)),
    customer_id: word(keyIn(row.customer_id)),
    email: word(keyIn(row.email).toLowerCase()),
    category: textIn(row.category),
    status: '',
  };
  if (given.has('order_id') && understood.order_id === '') return null;
  const day = dayWritten(row.ordered_at);
  if (day === null) return null;
  understood.ordered_at = dayText(day);
  for (const column of amounts) {
    if (column === 'discount') continue;
    const currency = (currencies.get(column) ?? null) as Parameters<typeof amountWritten>[1];
    const amount = given.has(column) ? amountWritten(row[column], currency) : '';
    if (amount === null && (column === 'amount' || !isNothing(row[column]))) return null;
    understood[column] = amount ?? '';
  }
  if (understood.refunded.startsWith('-')) understood.refunded = understood.refunded.slice(1);
  return understood;
};

const isRefund = (row: Row): boolean => row.refund_of !== '' || compare(decimal(row.amount), zero) < 0;

/** Exact copies are folded; one id with two contents is refused, refunds apart. */
const folded = (rows: readonly { readonly row: Row; readonly written: string }[]): Row[] => {
  const contents = new Map<string, { row: Row; written: string }[]>();
  for (const one of rows) {
    const known = contents.get(one.row.order_id) ?? [];
    if (known.some(({ written }) => written === one.written)) continue;
    if (!isRefund(one.row) && known.some(({ row }) => !isRefund(row)))
      throw new Unsound('an order id with two contents');
    contents.set(one.row.order_id, [...known, one]);
  }
  return [...contents.values()].flat().map(({ row }) => row);
};

/** Understands the rows of orders by rules written down a second time; throws `Unsound` where they must be refused. */
export const ordersTold = ({ header, records }: Reading, asOf: Day): Told => {
  const place = isColumn(header);
  const places = new Map(columns.orders.map((column) => [column, place(column)] as const));
  const given = new Set(columns.orders.filter((column) => places.get(column)! >= 0));
  const rows = records.map((cells) => {
    const row = Object.fromEntries(
      columns.orders.map((column) => [column, given.has(column) ? cells[places.get(column)!]! : '']),
    );
    return { row: row as Row, written: JSON.stringify(cells) };
  });
  if (rows.length > 0 && rows.every(({ row }) => dayWritten(row.ordered_at) === null)) throw new Unsure();
  if (rows.some(({ row }) => /\d:\d\d.*(?:Z|UTC|[+-]\d\d(?::?\d\d)?)\s*$/.test(row.ordered_at)))
    throw new Unsure();
  const currencies = new Map<string, string>();
  for (const column of amounts) {
    const found = currenciesIn(rows.map(({ row }) => row[column]));
    if (found.length > 1) throw new Unsound('two currencies');
    if (found.length === 1) currencies.set(column, found[0]!);
  }
  let [rejected, late, idleRows] = [0, 0, 0];
  const accepted: { row: Row; written: string }[] = [];
  for (const [at, { row, written }] of rows.entries()) {
    const status = wordIn(row.status);
    if (idle.has(status)) {
      idleRows += 1;
      continue;
    }
    if (!counting.has(status)) throw new Unsound('an unknown status');
    const understood = readRow(row, given, currencies);
    if (understood === null) rejected += 1;
    else if (dayOf(understood.ordered_at) > asOf) late += 1;
    else if (given.has('order_id')) accepted.push({ row: understood, written });
    else accepted.push({ row: { ...understood, order_id: `row ${at}` }, written });
  }
  const kept = given.has('order_id') ? folded(accepted) : accepted.map(({ row }) => row);
  return {
    shop: { orders: kept, customers: null, surveys: null, content: null, spend: null },
    given,
    records: rows.length,
    accepted: kept.length,
    rejected,
    duplicates: accepted.length - kept.length,
    late,
    idle: idleRows,
  };
};
