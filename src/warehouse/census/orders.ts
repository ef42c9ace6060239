import type { Engine, Row } from '../engine.ts';
import { literal } from '../sql.ts';
import { wordExpression } from '../values/text.ts';

/** What the settled orders hold, counted; sums as exact decimals. */
export interface OrderCensus {
  readonly orders: number;
  readonly guests: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly refundedOrders: number;
  readonly refunded: string;
  readonly unlinkedRefunds: number;
  readonly unlinked: string;
  readonly customers: number;
  /** Customers with two orders or more. */
  readonly returned: number;
  /** Calendar months with orders, as `2021-03`, in their order. */
  readonly months: readonly {
    readonly month: string;
    readonly orders: number;
    readonly newCustomers: number;
  }[];
}

const number = (row: Row, name: string): number => Number(row[name] ?? 0);

const monthOf = (day: string): string => `date_trunc('month', ${day})`;

/** Counts the canonical `orders` and `refunds`: in all, by month, and by the month of each customer's first order. */
export const countOrders = async (engine: Engine): Promise<OrderCensus> => {
  const byMonth = await engine.rows(
    `SELECT strftime(month, '%Y-%m') AS month, * EXCLUDE month FROM (
       SELECT ${monthOf('day')} AS month, count(*) AS orders, count(*) FILTER (customer IS NULL) AS guests,
         min(day) AS first, max(day) AS last, count(*) FILTER (refunded > 0) AS refunded_orders
       FROM orders GROUP BY ALL) ORDER BY month`,
  );
  const people = await engine.rows(
    `SELECT strftime(month, '%Y-%m') AS month, customers, returned FROM (
       SELECT ${monthOf('first')} AS month, count(*) AS customers, count(*) FILTER (orders > 1) AS returned
       FROM (SELECT min(day) AS first, count(*) AS orders FROM orders WHERE customer IS NOT NULL GROUP BY customer)
       GROUP BY ALL) ORDER BY month`,
  );
  const [sums] = await engine.rows(
    `SELECT (SELECT coalesce(sum(refunded), 0)::VARCHAR FROM orders) AS refunded,
       (SELECT count(*) FROM refunds) AS unlinked_refunds, (SELECT coalesce(sum(amount), 0)::VARCHAR FROM refunds) AS unlinked`,
  );
  const total = (rows: readonly Row[], name: string): number =>
    rows.reduce((sum, row) => sum + number(row, name), 0);
  const newcomers = new Map(people.map((row) => [String(row.month), number(row, 'customers')]));
  return {
    orders: total(byMonth, 'orders'),
    guests: total(byMonth, 'guests'),
    first: byMonth.length === 0 ? null : String(byMonth[0]!.first),
    last: byMonth.length === 0 ? null : String(byMonth.at(-1)!.last),
    refundedOrders: total(byMonth, 'refunded_orders'),
    refunded: String(sums!.refunded),
    unlinkedRefunds: number(sums!, 'unlinked_refunds'),
    unlinked: String(sums!.unlinked),
    customers: total(people, 'customers'),
    returned: total(people, 'returned'),
    months: byMonth.map((row) => ({
      month: String(row.month),
      orders: number(row, 'orders'),
      newCustomers: newcomers.get(String(row.month)) ?? 0,
    })),
  };
};

/** A word of a column with the number of rows that hold it; null stands for every word that is not shown. */
export interface WordCount {
  readonly file: number;
  readonly word: string | null;
  readonly rows: number;
}

const most = 60;

/** The words of a column of the raw orders, the commonest first; what does not look like a word is counted together. */
const words = async (engine: Engine, sql: string, wordLike: string): Promise<WordCount[]> => {
  const rows = await engine.rows(
    `WITH counted AS (${sql}), ranked AS (
       SELECT *, regexp_full_match(word, ${literal(wordLike)}) AND row_number() OVER (ORDER BY n DESC, word) <= ${most} AS shown FROM counted),
     told AS (SELECT file, CASE WHEN shown THEN word END AS shown_word, n FROM ranked)
     SELECT file, shown_word, sum(n) AS total FROM told GROUP BY file, shown_word ORDER BY file, total DESC, shown_word`,
  );
  return rows.map((row) => ({
    file: number(row, 'file'),
    word: row.shown_word === null ? null : String(row.shown_word),
    rows: number(row, 'total'),
  }));
};

/** Counts the statuses of all records, by file; `''` is a blank one. The raw orders must have kept the column. */
export const countStatuses = (engine: Engine): Promise<WordCount[]> =>
  words(
    engine,
    `SELECT file, coalesce(${wordExpression('status')}, '') AS word, sum(n) AS n
     FROM (SELECT file, status, count(*) AS n FROM raw_orders GROUP BY ALL) GROUP BY ALL`,
    '([a-z_]{2,24})?',
  );

/** Counts the currencies that records name, by file. */
export const countCurrencies = (engine: Engine): Promise<WordCount[]> =>
  words(
    engine,
    `SELECT file, upper(currency) AS word, count(*) AS n FROM raw_orders WHERE currency IS NOT NULL GROUP BY ALL`,
    '[A-Z]{3}',
  );
