/**
 * The number of insertions, deletions, replacements and swaps of neighbouring characters that turn one text into the
 * other, no part edited twice (Damerau 1964, Levenshtein 1966: the “optimal string alignment” distance).
 */
export const editDistance = (from: string, to: string): number => {
  const source = [...from];
  const target = [...to];
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = [0, ...target.map((_, column) => column + 1)];
  source.forEach((character, row) => {
    const current = [row + 1];
    target.forEach((wanted, column) => {
      const replaced = last[column]! + (character === wanted ? 0 : 1);
      const swapped =
        row > 0 && column > 0 && character === target[column - 1] && source[row - 1] === wanted
          ? beforeLast[column - 1]! + 1
          : replaced;
      current.push(Math.min(replaced, swapped, last[column + 1]! + 1, current[column]! + 1));
    });
    beforeLast = last;
    last = current;
  });
  return last[target.length]!;
};
