import fc from 'fast-check';
import type { Figure, Report } from '../../src/report/schema.ts';
import { unit } from './checks/near.ts';
import { figure, reportOf } from './sample.ts';

/** Any string of UTF-16 units, lone surrogates included, rich in what terminals, spreadsheets and Markdown obey. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '\u001b[2J',
        '\u009b31m',
        '\r',
        '\n',
        '\t',
        '|',
        '\\',
        '`',
        '<b>',
        '[x](y)',
        '=1+1',
        '@',
        '::',
      ),
      fc.constantFrom(
        '##[error]',
        '\u202e',
        '\u2066',
        '\u200b',
        '\ufeff',
        '日本',
        'é',
        '👩‍👧',
        ';',
        ',',
        '"',
        "'",
        ' ',
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const anyCount = fc.nat({ max: 10_000_000 });

const ids = [
  'retention_rate',
  'average_order_value',
  'net_promoter_score',
  'churn_reasons',
  'declared_by_a_user',
];

const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    id: fc.constantFrom(...ids),
    segment: fc.option(anyText.map((text) => ({ channel: text }))),
    value: fc.option(anyNumber),
    exact: fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((units) => `${units}.2500`)),
    unit,
    numerator: fc.option(anyCount),
    denominator: fc.option(anyCount),
    significant: fc.option(fc.boolean()),
    change: fc.option(anyNumber),
    status: fc.constantFrom<Figure['status']>('ok', 'undefined', 'incomplete', 'unavailable'),
    notes: fc.array(fc.constantFrom('history_short', 'margin=0.3', 'unheard_of'), { maxLength: 2 }),
  })
  .map(({ significant, change, ...given }) =>
    figure({
      ...given,
      change: change === null ? null : { absolute: change, relative: change / 3, significant, p: null },
    }),
  );

/** Reports of figures that need not make sense, with any text in their segments and file names. */
export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.uniqueArray(anyFigure, {
      maxLength: 12,
      selector: ({ id, segment }) => JSON.stringify([id, segment]),
    }),
    anyText,
  )
  .map(([figures, path]) => {
    const report = reportOf(figures);
    return { ...report, inputs: report.inputs.map((input) => ({ ...input, path })) };
  });
