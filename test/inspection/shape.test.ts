import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { commonShapes, shapeOf } from '../../src/inspection/shape.ts';

test.each([
  ['Mr 1 234,50 €', 'Aa 9 999,99 €'],
  ['C536379', 'A9999+'],
  ['B123-xyz', 'A999-aaa'],
  ['2021-03-31 23:59:59', '9999-99-99 99:99:99'],
  ['Amélie Dupont', 'Aaaaa+ Aaaaa+'],
  ['É\u0301cole', 'Aaaaa'],
  ['amelie+shop@example.co.uk', 'a@a.a'],
  [' amelie@example.com ', 'a@a.a'],
  ['', ''],
  ['١٢٣', '999'],
  ['日本', 'aa'],
])('the shape of %j is %j', (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});

describe('a shape', () => {
  it('holds no letter but a and A, and no digit but 9', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (value) => {
        expect(shapeOf(value).replace(/[aA9]/g, '')).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('is at most 40 signs long', () => {
    expect(shapeOf('ab-'.repeat(40))).toHaveLength(40);
  });
});

test('the three commonest shapes are told, blank values are none', () => {
  expect(commonShapes(['a', 'b', '1', '12', '13', '123', ' ', '', 'c'])).toEqual([
    { shape: 'a', count: 3 },
    { shape: '99', count: 2 },
    { shape: '9', count: 1 },
  ]);
});
