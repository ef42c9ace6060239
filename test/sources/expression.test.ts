import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  type Expression,
  expressionText,
  isProduct,
  parseExpression,
} from '../../src/sources/expression.ts';
import { codeOf } from '../support/faults.ts';

const header = [
  'Quantity',
  'UnitPrice',
  'Total',
  'Tax',
  'Prix unitaire',
  'Remise (€)',
  'Été_2021',
  '#lines',
  'a.b',
];

const columnOf = (name: string): number => {
  const index = header.indexOf(name);
  if (index < 0) throw new Error(`no column ${name}`);
  return index;
};
const parse = (text: string): Expression =>
  parseExpression(text, (name) => (header.includes(name) ? header.indexOf(name) : null), columnOf);

/** Where the parenthesis that opens at an index is closed. */
const closingOf = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; ; at++) {
    depth += Number(text[at] === '(') - Number(text[at] === ')');
    if (depth === 0) return at;
  }
};

/** Writes an expression with all its parentheses. */
const write = (expression: Expression): string => {
  if (expression.kind === 'number') return expression.text;
  if (expression.kind === 'column') return `[${header[expression.index]}]`;
  return `(${write(expression.left)} ${expression.operator} ${write(expression.right)})`;
};

describe('arithmetic of columns', () => {
  it.each([
    ['Quantity*UnitPrice', '([Quantity] * [UnitPrice])'],
    [' Quantity * UnitPrice ', '([Quantity] * [UnitPrice])'],
    ['Total-Tax', '([Total] - [Tax])'],
    ['Total - Tax - Quantity', '(([Total] - [Tax]) - [Quantity])'],
    ['Total + Tax * Quantity', '([Total] + ([Tax] * [Quantity]))'],
    ['Total * Tax + Quantity', '(([Total] * [Tax]) + [Quantity])'],
    ['(Total + Tax) * Quantity', '(([Total] + [Tax]) * [Quantity])'],
    ['Total * 1.2', '([Total] * 1.2)'],
    ['2 * Total', '(2 * [Total])'],
    ['Total * 0.0001', '([Total] * 0.0001)'],
    ['Quantity*[Prix unitaire]', '([Quantity] * [Prix unitaire])'],
    ['Quantity*"Prix unitaire"', '([Quantity] * [Prix unitaire])'],
    ['Total-[Remise (€)]', '([Total] - [Remise (€)])'],
    ['Été_2021 + Total', '([Été_2021] + [Total])'],
    ['#lines * a.b', '([#lines] * [a.b])'],
    ['((Total))', '[Total]'],
    ['Total', '[Total]'],
    ['Prix unitaire', '[Prix unitaire]'],
    ['Remise (€)', '[Remise (€)]'],
    ['  Total  ', '[Total]'],
  ])('%s', (text, written) => {
    expect(write(parse(text))).toBe(written);
  });

  it.each([
    '',
    ' ',
    '*',
    'Total *',
    '* Total',
    'Total Tax',
    'Total ** Tax',
    'Total / Quantity',
    '-Total',
    '(Total',
    'Total)',
    '()',
    'Total + (',
    'Total * 1.23456',
    'Total * 1e3',
    'Total * 1,5',
    'Total * .5',
    '2Total',
    'Total; DROP TABLE orders',
    "Total || 'x'",
    'sum(Total)',
    'Total -- Tax',
    '[Total',
    '"Total',
    'Total]',
    'Total = Tax',
    'Prix unitaire * 2',
  ])('refuses %j', (text) => {
    expect(codeOf(() => parse(text))).toBe('bad_expression');
  });

  it('says which column is missing in the words of the header', () => {
    expect(() => parse('Quantity*Price')).toThrow('no column Price');
  });

  it('names each column it reads once', () => {
    expect(columnsOf(parse('Total * 2'))).toEqual([2]);
    expect(columnsOf(parse('Total + Tax * Total - Tax'))).toEqual([2, 3]);
    expect(columnsOf(parse('1 + 2'))).toEqual([]);
  });

  it.each<[string, boolean]>([
    ['Quantity*UnitPrice', true],
    ['Total - Quantity*UnitPrice', true],
    ['(Quantity + 1) * UnitPrice', true],
    ['Total * 1.2', false],
    ['Total - Tax', false],
    ['Total', false],
    ['2 * 3', false],
  ])('%s multiplies columns, as order lines do: %s', (text, product) => {
    expect(isProduct(parse(text))).toBe(product);
  });

  const operation = (inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const),
      left: inner,
      right: inner,
    });
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.record({ kind: fc.constant('column' as const), index: fc.nat(header.length - 1) }),
    fc.record({
      kind: fc.constant('number' as const),
      text: fc.constantFrom('0', '1', '12', '1.5', '0.0001'),
    }),
  );
  const expression = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, leaf, operation(tie('tree'))),
  })).tree;

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        expect(parse(write(tree))).toEqual(tree);
      }),
      { numRuns: 300 },
    );
  });

  it('is written as it would be by hand, with the parentheses it needs and no others', () => {
    const names = header.map((_, index) => `c${index}`);
    const indexOf = (name: string): number => names.indexOf(name);
    fc.assert(
      fc.property(expression, (tree) => {
        const text = expressionText(tree, names);
        expect(parseExpression(text, () => null, indexOf)).toEqual(tree);
        for (const { index: open } of text.matchAll(/\(/g)) {
          const close = closingOf(text, open);
          const fewer = text.slice(0, open) + text.slice(open + 1, close) + text.slice(close + 1);
          expect(parseExpression(fewer, () => null, indexOf)).not.toEqual(tree);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused or read, and never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('T', 'a', '1', '.', ' ', '*', '-', '+', '(', ')', '[', ']', '"', '\n', 'é'),
          maxLength: 12,
        }),
        (text) => {
          try {
            expect(columnsOf(parse(text)).length).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect((error as Error).message).toMatch(/no column|not arithmetic/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
