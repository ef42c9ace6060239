import { fault } from '../errors.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { type Period, rangeOf, toDateOf } from './period.ts';
import { stepUnit, type UnitKind, unitContaining } from './unit.ts';

const toDateKinds = { mtd: 'month', qtd: 'quarter', ytd: 'year' } as const;

/** The whole unit before the one that contains as-of: `last-month`, `last-week`. */
export const lastUnit = (kind: UnitKind, asOf: Day): Period => {
  const current = unitContaining(asOf, kind);
  return stepUnit({ ...current, kind }, -1);
};

/** The `count` days, weeks, months, quarters or years that end the day before as-of, as a range. */
export const lastMany = (
  count: number,
  kind: 'day' | 'week' | 'month' | 'quarter' | 'year',
  asOf: Day,
): Period => {
  const months = { month: 1, quarter: 3, year: 12 };
  const start =
    kind === 'day' || kind === 'week'
      ? addDays(asOf, -count * (kind === 'week' ? 7 : 1))
      : addMonths(asOf, -count * months[kind]);
  return rangeOf({ start, stop: asOf });
};

/** `mtd`, `qtd` or `ytd`: from the unit's first day to the day before as-of; on that first day `period_not_begun`. */
export const toDate = (notation: keyof typeof toDateKinds, asOf: Day): Period => {
  const { start } = unitContaining(asOf, toDateKinds[notation]);
  if (start === asOf) throw fault('period_not_begun', [notation, asOf, `last-${toDateKinds[notation]}`]);
  return toDateOf(notation, { start, stop: asOf });
};
