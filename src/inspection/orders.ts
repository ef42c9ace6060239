import { unitContaining } from '../period/index.ts';
import type { Gathered } from '../report/gather.ts';
import type { KpiRequest } from '../report/request.ts';
import type { Settled } from '../report/settle.ts';
import { isIncomplete } from '../report/status.ts';
import { columnsOf } from '../sources/expression.ts';
import { countCurrencies, countOrders, countStatuses, type WordCount } from '../warehouse/census/orders.ts';
import type { Extent } from '../warehouse/extent.ts';
import { statusesOf } from '../warehouse/load/statuses.ts';
import { firstOrdersOf, monthsOf } from './months.ts';
import type { InspectedOrders, Inspection } from './schema.ts';

const merged = <Found extends { word: string | null; rows: number }>(
  found: readonly Found[],
  same: (one: Found) => string,
): Found[] => {
  const byKey = new Map<string, Found>();
  for (const one of found) {
    const known = byKey.get(same(one));
    byKey.set(same(one), known === undefined ? one : { ...known, rows: known.rows + one.rows });
  }
  return [...byKey.values()].toSorted(
    (one, other) => Number(one.word === null) - Number(other.word === null) || other.rows - one.rows,
  );
};

/** The statuses of the orders' records, and whether orders with them count; empty where no file has a status. */
export const statusesOfOrders = async (
  gathered: Gathered,
  request: KpiRequest,
): Promise<Inspection['statuses']> => {
  const sources = gathered.sources.get('orders') ?? [];
  const withStatus = new Set(
    sources.flatMap(({ mapping }, index) => (mapping.fields.has('status') ? [index] : [])),
  );
  if (withStatus.size === 0) return [];
  const counts = ({ file, word }: WordCount): boolean | null => {
    if (word === null) return request.countStatuses === null ? null : false;
    if (request.countStatuses !== null) return request.countStatuses.includes(word);
    const { count, ignore } = statusesOf(sources[file]!);
    return ignore.includes(word) ? false : count.includes(word) ? true : null;
  };
  const found = (await countStatuses(gathered.engine)).filter(({ file }) => withStatus.has(file));
  return merged(
    found.map((one) => ({ word: one.word, rows: one.rows, counts: counts(one) })),
    ({ word, counts: counted }) => `${word} ${counted}`,
  );
};

/** The currencies that stand beside the amounts of orders files, with the records of the files. */
const signs = ({ loaded }: Gathered): Inspection['currencies'] =>
  loaded.flatMap(({ source: { role, mapping, amounts }, read }) => {
    const amount = role === 'orders' ? mapping.fields.get('amount') : undefined;
    if (amount === undefined) return [];
    const found = new Set(columnsOf(amount).map((index) => amounts.get(index)?.currency ?? null));
    found.delete(null);
    return [...found].map((word) => ({ word, rows: read.records }));
  });

/** The currencies that the orders' records name, in a column or beside their amounts. */
export const currenciesOfOrders = async (gathered: Gathered): Promise<Inspection['currencies']> => {
  const sources = gathered.sources.get('orders') ?? [];
  const found = sources.some(({ mapping }) => mapping.fields.has('currency'))
    ? (await countCurrencies(gathered.engine)).map(({ word, rows }) => ({ word, rows }))
    : signs(gathered);
  return merged(found, ({ word }) => String(word));
};

/** What the settled orders hold: how many, of whom, from when to when, month by month. */
export const inspectOrders = async (
  gathered: Gathered,
  settled: NonNullable<Settled['orders']>,
  copies: number,
  extent: Extent | null,
  asOf: string,
): Promise<InspectedOrders> => {
  const found = await countOrders(gathered.engine);
  const unfinished = found.last !== null && isIncomplete(unitContaining(found.last, 'month'), asOf, extent);
  const months = monthsOf(found.months, unfinished);
  return {
    grain: settled.grain,
    orders: found.orders,
    first: found.first,
    last: found.last,
    customers: found.customers,
    returned: found.returned,
    guestOrders: found.guests,
    guestShare: found.orders === 0 ? null : found.guests / found.orders,
    repeatedRows: copies + settled.repeatedLines,
    refunds: {
      orders: found.refundedOrders,
      sum: found.refunded,
      unlinked: found.unlinkedRefunds,
      unlinkedSum: found.unlinked,
    },
    firstOrders: firstOrdersOf(months, found.customers),
    months,
  };
};
