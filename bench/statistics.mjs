/** The median; the mean of the two middle ones where their number is even. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median over the rounds both ran in of wall time `over` ÷ wall time `under`; null where there is none. */
export function ratio(over = [], under = []) {
  const rounds = Math.min(over.length, under.length);
  if (rounds === 0) return null;
  return median(Array.from({ length: rounds }, (_, round) => over[round].wall / under[round].wall));
}

/** Judges a goal: the ratio, whether it is met, and by which share it is missed; null where it was not measured. */
export function judge(goal, samples) {
  if (goal.seconds !== undefined) {
    if (!samples[goal.slower]?.length) return null;
    const wall = median(samples[goal.slower].map((sample) => sample.wall));
    return { wall, met: wall <= goal.seconds, missedBy: Math.max(0, wall / goal.seconds - 1) };
  }
  const measured = ratio(samples[goal.slower], samples[goal.faster]);
  if (measured === null) return null;
  const excess = goal.atMost === undefined ? 1 - measured / goal.atLeast : measured / goal.atMost - 1;
  return { ratio: measured, met: excess <= 0, missedBy: Math.max(0, excess) };
}
