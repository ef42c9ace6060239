import { parse } from 'csv-parse/sync';
import type { Edge } from '../../src/indicators/define.ts';
import { type PeriodContext, parsePeriod, previousPeriod } from '../../src/period/index.ts';
import type { Base, Question } from '../oracle/books.ts';
import { dayOf, type Span } from '../oracle/day.ts';
import { columns, roles, type Shop } from '../oracle/shop.ts';

/** The value of a flag of a worked case; `otherwise` where it is not given. */
export const flagOf = (edge: Edge, flag: string, otherwise: string): string => {
  const flags = edge.flags ?? [];
  const at = flags.indexOf(flag);
  return at === -1 ? otherwise : (flags[at + 1] ?? otherwise);
};

/** The exports of a worked case as the oracle reads them: columns that are not given are blank. */
export const shopOf = (edge: Edge): Shop =>
  Object.fromEntries(
    roles.map((role) => {
      const text = edge.given[role];
      if (text === undefined) return [role, null];
      const blank = Object.fromEntries(columns[role].map((column) => [column, '']));
      const rows = parse(text, { columns: true }) as Record<string, string>[];
      return [role, rows.map((row) => ({ ...blank, ...row }))];
    }),
  ) as unknown as Shop;

/** The columns an export of a worked case has, as needs: `orders`, `orders.amount`. */
export const givenBy = (edge: Edge): ReadonlySet<string> =>
  new Set(
    Object.entries(edge.given).flatMap(([role, text]) => [
      role,
      ...text
        .slice(0, text.indexOf('\n'))
        .split(',')
        .map((column) => `${role}.${column}`),
    ]),
  );

/** What a worked case asks; it throws where its period cannot be read. */
export const questionOf = (edge: Edge): Question => {
  const asOf = flagOf(edge, '--as-of', '2022-12-31');
  const context: PeriodContext = { asOf, fiscalStart: null };
  const period = parsePeriod(edge.period, context);
  if (!('start' in period)) throw new Error('a worked case needs a period with both ends');
  const before = previousPeriod(period);
  const span = (window: { start: string; stop: string }): Span => [dayOf(window.start), dayOf(window.stop)];
  return {
    period: span(period),
    previous: before === null ? null : span(before),
    base: flagOf(edge, '--base', 'previous') as Base,
    asOf: dayOf(asOf),
  };
};
