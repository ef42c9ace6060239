import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/indicators/edit-distance.ts';

/** The definition itself, without a table. */
const byDefinition = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const options = [
    byDefinition(a.slice(1), b) + 1,
    byDefinition(a, b.slice(1)) + 1,
    byDefinition(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    options.push(byDefinition(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...options);
};

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['ca', 'abc', 3],
    ['rate', 'raet', 1],
    ['', 'abc', 3],
  ])('%s to %s: %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it('is what its definition says, both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (from, to) => {
        const distance = editDistance(from, to);
        expect(distance).toBe(byDefinition(from, to));
        expect(editDistance(to, from)).toBe(distance);
      }),
    );
  });
});
