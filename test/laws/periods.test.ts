import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOfMonth, type Span } from '../oracle/day.ts';
import { add, type Rational, zero } from '../oracle/rational.ts';
import { figureIn, moneyIn } from './reading.ts';
import { everyTrial, idle, patience, reportOf, type Trial } from './trials.ts';

const asking = ({ shop, question }: Trial, label: string, period: Span, previous: Span): Trial => ({
  shop,
  question: { ...question, label, period, previous },
});

const monthly = (trial: Trial, year: number, month: number): Trial => {
  const at = year * 12 + month - 1;
  return asking(
    trial,
    `${year}-0${month}`,
    [firstOfMonth(at), firstOfMonth(at + 1)],
    [firstOfMonth(at - 1), firstOfMonth(at)],
  );
};

test('revenue and orders of January and February are those of January to February', patience, () =>
  everyTrial(
    async (trial, year) => {
      const januaryStart = firstOfMonth(year * 12);
      const marchStart = firstOfMonth(year * 12 + 2);
      const end = year % 4 === 0 ? 29 : 28;
      const length = marchStart - januaryStart;
      const both = asking(
        trial,
        `${year}-01-01..${year}-02-${end}`,
        [januaryStart, marchStart],
        [januaryStart - length, januaryStart],
      );
      const reports = [
        await reportOf(monthly(trial, year, 1)),
        await reportOf(monthly(trial, year, 2)),
        await reportOf(both),
      ];
      const [january, february, together] = reports.map((report) => ({
        revenue: moneyIn(report, 'revenue'),
        orders: figureIn(report, 'orders').value,
      }));
      const part = (value: Rational | null) => value ?? zero;
      expect(add(part(january!.revenue), part(february!.revenue))).toEqual(part(together!.revenue));
      expect((january!.orders ?? 0) + (february!.orders ?? 0)).toBe(together!.orders ?? 0);
      return together!.orders === null || together!.orders === 0 ? idle : undefined;
    },
    fc.integer({ min: 2023, max: 2024 }),
  ),
);

test('the customers at the end of a period are those at the start of the next', patience, () =>
  everyTrial(
    async (trial, month) => {
      if (trial.question.base !== 'active:12m' && trial.question.base !== 'contract') return idle;
      const [first, second] = [monthly(trial, 2024, month), monthly(trial, 2024, month + 1)];
      const atEnd = figureIn(await reportOf(first), 'customers_at_end').value;
      const atStart = figureIn(await reportOf(second), 'customers_at_start').value;
      if (atEnd === null || atStart === null) return idle;
      expect(atStart).toBe(atEnd);
      return undefined;
    },
    fc.integer({ min: 1, max: 8 }),
  ),
);
