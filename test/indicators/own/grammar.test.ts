import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type DeclaredIndicator } from '../../../src/indicators/own/compile.ts';
import { type Condition, operators } from '../../../src/indicators/own/expression.ts';
import { readMeasure } from '../../../src/indicators/own/read.ts';
import { aggregatesOf, openEngine, type Row, relationOf } from '../schema.ts';
import { written } from './written.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** Texts that would end a literal, a statement or a line if they were not quoted. */
const texts = ["x'; DROP TABLE t; --", "l'été", 'a "b"', 'prix', '', "''", '\\', '$1', '%', '*/ 1 /*'];

const flags = ['at_start', 'at_end', 'enrolled'];
const numbers = ['orders_in', 'days_to_second', 'orders_to'];

const comparison = (column: fc.Arbitrary<string>): fc.Arbitrary<Condition> =>
  fc
    .tuple(column, fc.constantFrom(...operators), fc.integer({ min: -1, max: 4 }))
    .map(([name, operator, number]) => ({
      kind: 'compare',
      column: name,
      operator,
      value: { type: 'number', text: String(number) },
    }));

const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison(fc.constantFrom(...numbers)),
    fc.constantFrom(...flags).map((column): Condition => ({ kind: 'flag', column })),
    fc.tuple(fc.constantFrom(...flags), fc.constantFrom('=' as const, '!=' as const), fc.boolean()).map(
      ([column, operator, is]): Condition => ({
        kind: 'compare',
        column,
        operator,
        value: { type: 'flag', is },
      }),
    ),
    fc.constantFrom(...numbers).map((column): Condition => ({ kind: 'empty', column })),
    tie('any').map((inner): Condition => ({ kind: 'not', inner })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('any'), tie('any'))
      .map(([kind, left, right]): Condition => ({ kind, left, right })),
  ),
})).any;

type Truth = boolean | null;

const compared = (value: number | boolean, operator: string, with_: number | boolean): boolean => {
  if (operator === '=') return value === with_;
  if (operator === '!=') return value !== with_;
  if (operator === '<') return value < with_;
  if (operator === '<=') return value <= with_;
  return operator === '>' ? value > with_ : value >= with_;
};

/** What a condition says of a row, by the rules of the README: of an empty value neither it nor its opposite holds. */
const holds = (of: Condition, row: Row): Truth => {
  switch (of.kind) {
    case 'flag':
      return row[of.column] as Truth;
    case 'empty':
      return row[of.column] === null;
    case 'not': {
      const inner = holds(of.inner, row);
      return inner === null ? null : !inner;
    }
    case 'compare': {
      const value = row[of.column] as number | boolean | null;
      const other = of.value.type === 'flag' ? of.value.is : Number((of.value as { text: string }).text);
      return value === null ? null : compared(value, of.operator, other);
    }
    default: {
      const both = [holds(of.left, row), holds(of.right, row)];
      const decisive = of.kind === 'or';
      if (both.includes(decisive)) return decisive;
      return both.includes(null) ? null : !decisive;
    }
  }
};

const row: fc.Arbitrary<Row> = fc.record({
  at_start: fc.boolean(),
  at_end: fc.option(fc.boolean()),
  enrolled: fc.boolean(),
  orders_in: fc.integer({ min: 0, max: 4 }),
  orders_to: fc.integer({ min: 0, max: 4 }),
  days_to_second: fc.option(fc.integer({ min: 0, max: 4 })),
});

const declared = (one: Partial<DeclaredIndicator>): DeclaredIndicator => ({
  id: 'mine',
  grain: 'customer',
  unit: 'count',
  better: 'neither',
  numerator: 'count',
  ...one,
});

const asked = async (one: Partial<DeclaredIndicator>, rows: readonly Row[]) => {
  const made = compile(declared(one));
  const aggregates = Object.entries(aggregatesOf(made)).map(([name, sql]) => `(${sql})::VARCHAR AS ${name}`);
  const [answer] = await engine.ask(
    `SELECT ${aggregates.join(', ')} FROM ${relationOf(made.computation.kind === 'derived' ? 'customer' : made.computation.grain, rows)}`,
  );
  return answer!;
};

describe('the language of the indicators of a configuration', () => {
  it('reads back what it is written as', () => {
    fc.assert(
      fc.property(condition, (where) => {
        expect(readMeasure('customer', `count where ${written(where)}`)).toEqual({ sum: null, where });
      }),
      { numRuns: 500 },
    );
  });

  it('counts and sums the rows that plain loops count and sum, empty values included', async () => {
    await fc.assert(
      fc.asyncProperty(condition, condition, fc.array(row, { maxLength: 8 }), async (one, other, rows) => {
        const kept = rows.filter((each) => holds(one, each) === true);
        const part = kept.filter((each) => holds(other, each) === true);
        const share = await asked(
          {
            unit: 'share',
            numerator: `count where ${written(other)}`,
            denominator: `count where ${written(one)}`,
          },
          rows,
        );
        expect(share).toEqual({ numerator: String(part.length), denominator: String(kept.length) });
        const sum = kept.reduce((total, each) => total + Number(each.orders_in), 0);
        const quotient = await asked(
          { unit: 'ratio', numerator: `sum orders_in where ${written(one)}`, denominator: 'count' },
          rows,
        );
        expect(quotient).toEqual({ numerator: String(sum), denominator: String(rows.length) });
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text for a text and nothing else', async () => {
    const rows = texts.filter((text) => text !== '').map((reason) => ({ reason }));
    for (const { reason } of rows)
      for (const quoted of [`'${reason.replaceAll("'", "''")}'`, `"${reason.replaceAll('"', '""')}"`])
        expect(
          await asked({ grain: 'departure', numerator: `count where reason = ${quoted}` }, rows),
          quoted,
        ).toEqual({ numerator: '1' });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 20 }), async (text) => {
        fc.pre(!/\p{Cc}/u.test(text));
        const reason = text.normalize('NFC').trim();
        const numerator = `count where reason = '${text.replaceAll("'", "''")}'`;
        expect(
          await asked({ grain: 'departure', numerator }, [{ reason }, { reason: `${reason}x` }]),
        ).toEqual({
          numerator: '1',
        });
      }),
      { numRuns: 200 },
    );
  });

  it('whatever is written, is read or refused in a sentence, and never runs long', () => {
    const words = [
      'count',
      'sum',
      'where',
      'orders_in',
      'at_start',
      'and',
      'or',
      'not',
      '(',
      ')',
      '>=',
      '2',
      "'a'",
      'is',
      'empty',
      ';',
      '--',
      '2021-03-31',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 30 }),
        (parts) => {
          try {
            readMeasure('customer', parts.join(' '));
          } catch (error) {
            expect(error).toMatchObject({ name: 'Misread' });
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(readMeasure('customer', `count where ${'('.repeat(450)}at_end${')'.repeat(450)}`).sum).toBeNull();
  });

  it('not binds before and, and before or', () => {
    const flag = (column: string): Condition => ({ kind: 'flag', column });
    expect(readMeasure('customer', 'count where at_end or not at_start and is_new').where).toEqual({
      kind: 'or',
      left: flag('at_end'),
      right: { kind: 'and', left: { kind: 'not', inner: flag('at_start') }, right: flag('is_new') },
    });
  });
});

describe('what an indicator is known by', () => {
  it('a share of cases of the period alone is tested against the period before; another is not', () => {
    const cumulative = (denominator: string) =>
      compile(declared({ unit: 'share', numerator: 'count where at_end', denominator })).cumulative;
    for (const where of [
      'orders_in > 0',
      'orders_in >= 1 and enrolled',
      'at_start or is_new',
      'at_start = true',
    ])
      expect(cumulative(`count where ${where}`), where).toBeUndefined();
    for (const where of [
      'orders_to > 0',
      'orders_in >= 0',
      'at_start or enrolled',
      'not at_start',
      'orders_in = 0',
    ])
      expect(cumulative(`count where ${where}`), where).toBe(true);
    expect(cumulative('count')).toBe(true);
  });

  it('needs what its columns need, and depends on the base where they do', () => {
    const made = (one: Partial<DeclaredIndicator>) => compile(declared(one));
    expect(made({ numerator: 'count where orders_in >= 2' })).toMatchObject({
      needs: ['orders', 'orders.customer_id'],
    });
    expect(made({ numerator: 'count where orders_in >= 2' }).base).toBeUndefined();
    expect(made({ numerator: 'count where at_start and orders_in = 0' })).toMatchObject({
      base: 'counts',
      needs: ['orders', 'orders.customer_id', 'orders.ordered_at'],
    });
    expect(
      made({ unit: 'share', numerator: 'count where at_end', denominator: 'count where at_start' }).base,
    ).toBe('rate');
    expect(made({ numerator: 'count where orders_before > 0' }).history).toBe('before');
    expect(made({ grain: 'order', unit: 'money', numerator: 'sum amount' }).needs).toEqual([
      'orders',
      'orders.amount',
    ]);
    expect(made({ grain: 'spend', unit: 'money', numerator: 'sum amount' }).needs).toEqual(['spend']);
  });
});
