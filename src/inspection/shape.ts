/** A shape of values with how many have it. */
export interface ShapeCount {
  readonly shape: string;
  readonly count: number;
}

const longest = 40;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A run of one sign as it is shown: one to four stand as they are, longer ones as four with a plus. */
const run = (signs: string): string => (signs.length > 4 ? `${signs.slice(0, 4)}+` : signs);

/**
 * The shape of a value, which names nobody: letters become `a` or `A`, digits `9`, all else stays; runs longer than four
 * are cut to four and a plus. An e-mail address is `a@a.a`.
 */
export const shapeOf = (value: string): string => {
  if (email.test(value.trim())) return 'a@a.a';
  const shape = value
    .normalize('NFC')
    .replace(/[\p{Lu}\p{Lt}]\p{M}*/gu, 'A')
    .replace(/[^\P{L}A]\p{M}*/gu, 'a')
    .replace(/\p{N}/gu, '9')
    .replace(/([aA9])\1*/g, run);
  return shape.length > longest ? `${shape.slice(0, longest - 1)}…` : shape;
};

const mostShapes = 3;

/** The commonest shapes of values, blank ones left out; of shapes as common the first by code point. */
export const commonShapes = (values: readonly string[]): ShapeCount[] => {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value.trim() === '') continue;
    const shape = shapeOf(value);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts]
    .map(([shape, count]) => ({ shape, count }))
    .toSorted((one, other) => other.count - one.count || (one.shape < other.shape ? -1 : 1))
    .slice(0, mostShapes);
};
