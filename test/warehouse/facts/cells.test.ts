import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutCells } from '../../../src/warehouse/facts/cells.ts';
import type { Span } from '../../../src/warehouse/facts/windows.ts';
import { makeColumn } from '../values/column.ts';

const { engine } = makeColumn();

const dayAt = (offset: number): string => new Date(Date.UTC(2021, 0, 1 + offset)).toISOString().slice(0, 10);
const offset = fc.integer({ min: 0, max: 40 });
const span: fc.Arbitrary<Span> = fc.oneof(
  fc
    .tuple(offset, offset)
    .map(([one, other]) => ({ start: dayAt(Math.min(one, other)), stop: dayAt(Math.max(one, other)) })),
  offset.map((stop) => ({ start: null, stop: dayAt(stop) })),
);
const row = fc.record({ day: offset.map(dayAt), cents: fc.integer({ min: -500, max: 99_999 }) });

const inside = ({ start, stop }: Span, day: string): boolean =>
  (start === null || day >= start) && day < stop;
const money = (cents: number): string => (cents / 100).toFixed(2);

const ask = async (
  windows: readonly Span[],
  rows: readonly { day: string; cents: number }[],
  scanStop: string | null,
) => {
  const counts = cutCells('n', 'count(*)', 'INTEGER', windows, scanStop);
  const sums = cutCells('r', 'sum(amount)', 'DECIMAL(18,4)', windows, scanStop);
  const values = rows.map(({ day, cents }) => `(DATE '${day}', ${money(cents)}::DECIMAL(18,2))`);
  const items = [...counts.aggregates, ...sums.aggregates, 'count(*) AS kept'].join(', ');
  const asked = windows.flatMap((window, index) => [
    `${counts.over(window)} AS count_${index}`,
    `${sums.over(window)}::DECIMAL(18,2)::VARCHAR AS sum_${index}`,
  ]);
  const [answer] = await engine().rows(
    `SELECT ${asked.join(', ')} FROM (SELECT ${items} FROM (VALUES (NULL::DATE, 0::DECIMAL(18,2)), ${values.join(', ')}) AS orders(day, amount) WHERE ${scanStop === null ? 'day IS NOT NULL' : `day < DATE '${scanStop}'`})`,
  );
  return windows.map((_, index) => ({
    count: Number(answer![`count_${index}`]),
    sum: answer![`sum_${index}`],
  }));
};

describe('the cells of windows', () => {
  it('add up to the plain count and sum of every window, however they overlap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { minLength: 1, maxLength: 7 }),
        fc.array(row, { minLength: 1, maxLength: 30 }),
        async (windows, rows) => {
          const expected = windows.map((window) => {
            const found = rows.filter(({ day }) => inside(window, day));
            return {
              count: found.length,
              sum: money(found.reduce((total, { cents }) => total + cents, 0)).replace('-0.00', '0.00'),
            };
          });
          const last = windows
            .map(({ stop }) => stop)
            .toSorted()
            .at(-1)!;
          expect(await ask(windows, rows, null)).toEqual(expected);
          expect(await ask(windows, rows, last)).toEqual(expected);
          expect(await ask(windows, rows, dayAt(41))).toEqual(expected);
        },
      ),
      {
        numRuns: 150,
        endOnFailure: true,
        // Nothing lies before the end of an empty window that is the last.
        examples: [[[{ start: '2021-01-02', stop: '2021-01-02' }], [{ day: '2021-01-17', cents: 98_340 }]]],
      },
    );
  });

  it('are as few as the ends of the windows, not the days in them', () => {
    const year = { start: '2021-01-01', stop: '2022-01-01' };
    const quarter = { start: '2021-01-01', stop: '2021-04-01' };
    expect(cutCells('n', 'count(*)', 'INTEGER', [year, quarter]).aggregates).toHaveLength(2);
    expect(
      cutCells('n', 'count(*)', 'INTEGER', [year, quarter, { start: null, stop: '2021-01-01' }]).aggregates,
    ).toHaveLength(3);
    expect(cutCells('n', 'count(*)', 'INTEGER', []).aggregates).toHaveLength(0);
  });

  it('of an empty window are none', () => {
    const empty = { start: '2021-02-01', stop: '2021-02-01' };
    expect(
      cutCells('n', 'count(*)', 'INTEGER', [empty, { start: '2021-01-01', stop: '2021-03-01' }]).over(empty),
    ).toBe('0::INTEGER');
  });
});
