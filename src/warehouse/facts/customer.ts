import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import { type FactRows, factRows } from './rows.ts';
import type { ShopperCells } from './shoppers.ts';
import { type Base, type FactPeriod, type Span, yearBeforeOf, yearOf } from './windows.ts';

/** Which of the optional relations exist, and what makes a customer loyal. */
export interface CustomerSources {
  readonly customers: boolean;
  readonly enrolmentDated: boolean;
  readonly content: boolean;
  readonly categories: boolean;
  readonly loyalOrders: number;
  readonly contentMinimum: number;
}

const reading = ['open', 'opened', 'click', 'clicked', 'view', 'viewed', 'page_view', 'visit', 'visited', 'ouverture', 'clic', 'vue', 'visite', 'lecture']
  .map((word) => `'${word}'`)
  .join(', '); // biome-ignore format: a list of words

const within = (column: string, { start, stop }: { start: string; stop: string }): string =>
  `${column} >= ${dayLiteral(start)} AND ${column} < ${dayLiteral(stop)}`;

const monthsTouched = ({ start, stop }: FactPeriod): string =>
  `datediff('month', ${dayLiteral(start)}, ${dayLiteral(stop)} - 1) + 1`;

const readers = (period: FactPeriod, minimum: number): string =>
  `SELECT customer FROM (SELECT customer, date_trunc('month', occurred_at) AS month FROM raw_content
     WHERE fate = 0 AND ${within('occurred_at', period)} AND kind IN (${reading})
     GROUP BY ALL HAVING count(*) >= ${minimum})
   GROUP BY customer HAVING count(*) = ${monthsTouched(period)}`;

/** The categories each customer bought; where segments are of orders, in each segment as well. */
const bought = (period: FactPeriod, bySegment: boolean): string =>
  bySegment
    ? `SELECT customer, segment, count(DISTINCT category) AS categories
         FROM (SELECT customer, coalesce(attribute, '(unknown)') AS segment, category FROM baskets WHERE ${within('day', period)})
         GROUP BY GROUPING SETS ((customer), (customer, segment))`
    : `SELECT customer, count(DISTINCT category) AS categories FROM baskets WHERE ${within('day', period)} GROUP BY customer`;

const contracts = ({ start, stop }: FactPeriod): string => {
  const at = (day: string): string =>
    `started_at < ${dayLiteral(day)} AND (ended_at IS NULL OR ended_at >= ${dayLiteral(day)})`;
  return `SELECT customer, bool_or(${at(start)}) AS at_start, bool_or(${at(stop)}) AS at_end,
     bool_or(ended_at IS NOT NULL AND ended_at < ${dayLiteral(start)}) AS left_before,
     bool_or(started_at >= ${dayLiteral(start)} AND started_at < ${dayLiteral(stop)} AND ended_at < ${dayLiteral(stop)}) AS came_and_went
   FROM contracts WHERE started_at < ${dayLiteral(stop)} GROUP BY customer`;
};

const startOf = ({ index, start, atStart }: FactPeriod, cells: ShopperCells): string => {
  if (atStart === null) return 'false';
  return atStart.stop === start
    ? `coalesce(last_before_${index} >= ${dayLiteral(atStart.start)}, false)`
    : `${cells.orders.over(atStart)} > 0`;
};

const flags = (period: FactPeriod, base: Base, cells: ShopperCells): Record<string, string> => {
  if (base.kind === 'contract')
    return {
      at_start: 'coalesce(contract.at_start, false)',
      at_end: 'coalesce(contract.at_end, false)',
      came_and_went:
        'coalesce(contract.came_and_went AND NOT contract.at_start AND NOT contract.at_end, false)',
      is_new: 'coalesce(contract.at_end AND NOT contract.at_start AND NOT contract.left_before, false)',
      is_reactivated: 'coalesce(contract.at_end AND NOT contract.at_start AND contract.left_before, false)',
    };
  const before = `last_before_${period.index} IS NOT NULL`;
  const atEnd = `${cells.orders.over(period.atEnd)} > 0`;
  const atStart = base.kind === 'ever' ? before : startOf(period, cells);
  return {
    at_start: atStart,
    at_end: atEnd,
    came_and_went: 'false',
    is_new: `(${atEnd}) AND NOT (${before})`,
    is_reactivated: `(${atEnd}) AND (${before}) AND NOT (${atStart})`,
  };
};

const periodFacts = (
  period: FactPeriod,
  base: Base,
  cells: ShopperCells,
  sources: CustomerSources,
  breakdown: Breakdown | null,
): string => {
  const contract = base.kind === 'contract';
  const until = (stop: string): Span => ({ start: null, stop });
  const known = (sql: string): string => (contract ? `coalesce(${sql}, 0)` : sql);
  const orders = (span: Span): string => known(cells.orders.over(span));
  const revenue = (span: Span): string => `${known(cells.revenue.over(span))}::DECIMAL(18,4)`;
  const segments =
    contract && breakdown?.scope === 'customer'
      ? ['NULL::VARCHAR', "coalesce(memberships.segment, '(unknown)')"]
      : ['NULL::VARCHAR'];
  const contractRows = segments
    .map(
      (segment) =>
        `SELECT ${segment} AS segment, contract.* FROM (${contracts(period)}) AS contract ${segment.startsWith('NULL') ? '' : 'LEFT JOIN memberships USING (customer)'}`,
    )
    .join(' UNION ALL ');
  const from = contract
    ? `shoppers FULL JOIN (${contractRows}) AS contract ON contract.customer = shoppers.customer AND contract.segment IS NOT DISTINCT FROM shoppers.segment`
    : 'shoppers';
  const customer = contract ? 'coalesce(shoppers.customer, contract.customer)' : 'shoppers.customer';
  const segment = contract
    ? 'CASE WHEN shoppers.customer IS NULL THEN contract.segment ELSE shoppers.segment END'
    : 'shoppers.segment';
  const categories = sources.categories
    ? `LEFT JOIN (${bought(period, breakdown?.scope === 'order')}) AS bought ON bought.customer = ${customer}${
        breakdown?.scope === 'order' ? ` AND bought.segment IS NOT DISTINCT FROM ${segment}` : ''
      }`
    : '';
  const people = sources.customers ? `LEFT JOIN customers ON customers.customer = ${customer}` : '';
  const reader = sources.content
    ? `LEFT JOIN (${readers(period, sources.contentMinimum)}) AS reader ON reader.customer = ${customer}`
    : '';
  const enrolled = sources.enrolmentDated
    ? `enrolled_at < ${dayLiteral(period.stop)}`
    : 'customers.tier IS NOT NULL';
  const columns: Record<string, string> = {
    period: String(period.index),
    segment,
    customer,
    ...flags(period, base, cells),
    orders_in: orders(period),
    revenue_in: revenue(period),
    orders_before: orders(until(period.start)),
    orders_to: orders(until(period.stop)),
    revenue_to: revenue(until(period.stop)),
    orders_year: orders(yearOf(period)),
    orders_year_before: orders(yearBeforeOf(period)),
    days_at_start: `${dayLiteral(period.start)} - first_day`,
    days_at_stop: `${dayLiteral(period.stop)} - first_day`,
    days_to_second: 'second_day - first_day',
    categories_in: sources.categories ? 'coalesce(categories, 0)' : '0',
    enrolled: sources.customers ? `coalesce(${enrolled}, false)` : 'false',
    referred: sources.customers ? 'customers.referred_by IS NOT NULL' : 'false',
    loyal: `${orders(until(period.stop))} >= ${sources.loyalOrders} AND ${orders(yearOf(period))} > 0`,
    regular_reader: sources.content ? 'reader.customer IS NOT NULL' : 'false',
  };
  const items = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  const isKnown = contract
    ? `${orders(until(period.stop))} > 0 OR contract.customer IS NOT NULL`
    : `${orders(until(period.stop))} > 0`;
  return `SELECT ${items.join(',\n  ')}\nFROM ${from} ${categories} ${people} ${reader} WHERE ${isKnown}`;
};

/** A row for each customer a period knows by its stop. */
export const customerFacts = (
  periods: readonly FactPeriod[],
  base: Base,
  cells: ShopperCells,
  sources: CustomerSources,
  breakdown: Breakdown | null,
): FactRows => factRows(periods, (period) => [periodFacts(period, base, cells, sources, breakdown)]);

/** A row for each customer of the customers file, the same in all periods. */
export const memberFacts = (periods: readonly FactPeriod[], breakdown: Breakdown | null): FactRows => {
  const rows = (index: number, segment: string): string =>
    `SELECT ${index} AS period, ${segment} AS segment, points_earned::DECIMAL(38,4) AS points_earned,
      points_redeemed::DECIMAL(38,4) AS points_redeemed FROM customers`;
  const segments = [
    'NULL::VARCHAR',
    ...(breakdown?.scope === 'customer' ? ["coalesce(attribute, '(unknown)')"] : []),
  ];
  return factRows(periods, ({ index }) => segments.map((segment) => rows(index, segment)));
};
