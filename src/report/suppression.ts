import type { FactGrain } from '../indicators/define.ts';
import type { FactPeriod } from '../warehouse/facts/windows.ts';
import type { Cells } from './cells.ts';

/**
 * The segments whose figures are withheld: those of fewer than `minimum` people (but not of none) in a period of the
 * report, and, where that leaves a single one that the total would give away, the next smallest with it.
 */
export const suppressedSegments = (
  cells: Cells,
  grain: FactGrain,
  facts: readonly FactPeriod[],
  minimum: number,
): ReadonlySet<string> => {
  const suppressed = new Set<string>();
  for (const { index } of facts) {
    const sizes = cells.segments
      .map((segment) => ({ segment, size: cells.people(grain, index, segment) }))
      .filter(({ size }) => size > 0)
      .toSorted((one, other) => one.size - other.size || (one.segment < other.segment ? -1 : 1));
    const small = sizes.filter(({ size }) => size < minimum);
    const withheld = small.length === 1 && sizes.length > 1 ? sizes.slice(0, 2) : small;
    for (const { segment } of withheld) suppressed.add(segment);
  }
  return suppressed;
};
