import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  parsePeriod,
  type UnitKind,
  unitContaining,
  unitsOver,
} from '../../src/period/index.ts';
import { type CalendarDay, countDays, fiscalLabel, isoWeekLabel } from './calendar.ts';

const days = countDays(2032);
const tested = days.filter(({ year }) => year <= 2031);

const labels: Record<UnitKind, (day: CalendarDay) => string> = {
  year: ({ year }) => String(year),
  half: ({ year, month }) => `${year}-H${month <= 6 ? 1 : 2}`,
  quarter: ({ year, month }) => `${year}-Q${Math.ceil(month / 3)}`,
  month: ({ day }) => day.slice(0, 7),
  week: isoWeekLabel,
  day: ({ day }) => day,
};

const classified = (
  kind: UnitKind,
  label: (day: CalendarDay) => string,
  fiscalStart: string | null = null,
): void => {
  const members = groupBy(label);
  const differences: unknown[] = [];
  for (const day of tested) {
    const unit = unitContaining(day.day, kind, fiscalStart);
    const own = members.get(label(day))!;
    const cut = own[0] === days[0];
    if (
      unit.label !== label(day) ||
      unit.kind !== kind ||
      (!cut && unit.start !== own[0]!.day) ||
      addDays(unit.stop, -1) !== own.at(-1)!.day
    ) {
      differences.push({ day: day.day, unit, own: [label(day), own[0]!.day, own.at(-1)!.day] });
    }
  }
  expect(differences).toEqual([]);
};

const groupBy = (label: (day: CalendarDay) => string): Map<string, CalendarDay[]> => {
  const groups = new Map<string, CalendarDay[]>();
  for (const day of days) {
    const group = groups.get(label(day));
    if (group === undefined) groups.set(label(day), [day]);
    else group.push(day);
  }
  return groups;
};

describe('every day from 1999 to 2031', () => {
  it.each(Object.entries(labels) as [UnitKind, (day: CalendarDay) => string][])(
    'lies in the %s that counting days by hand puts it in',
    (kind, label) => classified(kind, label),
  );

  it.each([
    ['04-01', [4, 1]],
    ['04-06', [4, 6]],
    ['02-28', [2, 28]],
    ['12-01', [12, 1]],
    ['01-01', [1, 1]],
  ] as const)('lies in its fiscal year, half and quarter from %s', (fiscalStart, start) => {
    for (const kind of ['year', 'half', 'quarter'] as const) {
      classified(kind, (day) => fiscalLabel(day, start, kind), fiscalStart);
    }
  });

  it('is one day after the day before', () => {
    const wrong = tested.filter(
      ({ day }, index) =>
        addDays('1999-01-01', index) !== day ||
        daysBetween('1999-01-01', day) !== index ||
        daysBetween(day, '1999-01-01') !== -index,
    );
    expect(wrong.map(({ day }) => day)).toEqual([]);
    expect(tested).toHaveLength(12_053);
  });
});

describe('ISO weeks', () => {
  // The years of 2000 to 2031 with 53 weeks and the dates, as in the tables of Wikipedia's "ISO week date".
  it('gives 53 weeks to the years that have them', () => {
    const long = Array.from({ length: 32 }, (_, index) => 2000 + index).filter((year) => {
      try {
        parsePeriod(`${year}-W53`, { asOf: '2021-04-15', fiscalStart: null });
        return true;
      } catch {
        return false;
      }
    });
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
  });

  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2006-01-01', '2005-W52'],
    ['2007-01-01', '2007-W01'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in %s', (day, label) => {
    expect(unitContaining(day, 'week').label).toBe(label);
  });
});

describe('units over a window', () => {
  it.each(Object.keys(labels) as UnitKind[])('covers it with whole %ss, one after the other', (kind) => {
    const units = unitsOver({ start: '2019-12-31', stop: '2021-01-02' }, kind);
    const own = new Set(
      days.filter(({ day }) => day >= '2019-12-31' && day < '2021-01-02').map((day) => labels[kind](day)),
    );
    expect(units.map(({ label }) => label)).toEqual([...own]);
    for (const [index, unit] of units.entries()) {
      if (index > 0) expect(unit.start).toBe(units[index - 1]!.stop);
    }
  });

  it('has no units over an empty window', () => {
    expect(unitsOver({ start: '2021-01-01', stop: '2021-01-01' }, 'month')).toEqual([]);
  });
});
