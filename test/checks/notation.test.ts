import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeclaredCheck, declaredCheck } from '../../src/checks/declared.ts';
import { checkText } from '../../src/checks/notation-text.ts';
import { LoyaltyError } from '../../src/errors.ts';
import { dataDefinitions } from '../../src/indicators/data/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { checkOf } from './outcome.ts';

const refusal = (declared: DeclaredCheck): string | null => {
  try {
    checkOf(declared);
    return null;
  } catch (error) {
    if (error instanceof LoyaltyError) return error.code;
    throw error;
  }
};

const units = new Map([...indicators, ...dataDefinitions].map(({ id, unit }) => [id, unit]));
const dataIds = new Set<string>(dataDefinitions.map(({ id }) => id));

/** Values that hurt: the ends of the notation, its signs, quotes, accents, a line end. */
const segmentValue = fc
  .string({
    unit: fc.constantFrom(...'ab]=[\\"\',# %>é–€ ', 'e\u0301', '\n', '日'),
    minLength: 1,
    maxLength: 8,
  })
  .filter((value) => value.trim() !== '');

const segment = fc.record({
  attribute: fc.constantFrom('channel', 'customer.country', 'first.channel', 'Canal de vente'),
  value: segmentValue,
});

const decimals = { share: 2, points: 1, count: 0, days: 1, years: 2, money: 2, ratio: 3, scale: 2 } as const;
const most = {
  share: 99,
  points: 999,
  count: 9999,
  days: 999,
  years: 999,
  money: 99_999,
  ratio: 9999,
  scale: 499,
};
const least = {
  share: 1,
  points: -999,
  count: 1,
  days: 1,
  years: 1,
  money: -99_999,
  ratio: 1001,
  scale: 101,
};

const written = (units: number, scale: number): string => {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const sign = units < 0 ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** A check as a configuration may declare it, by name, all of it possible. */
const declaredByName = fc
  .record({ id: fc.constantFrom(...units.keys()), onChange: fc.boolean() })
  .chain(({ id, onChange }) => {
    const unit = units.get(id)!;
    const isChange = onChange && !dataIds.has(id);
    const value = fc
      .integer({ min: least[unit], max: most[unit] })
      .map((found) => written(found, decimals[unit]));
    const condition = isChange
      ? fc
          .tuple(
            fc.constantFrom('max_drop', 'max_rise'),
            fc.integer({ min: 0, max: unit === 'scale' ? 5 : 99 }),
            fc.boolean(),
          )
          .filter(([, change]) => id !== 'satisfaction_mean' || change < 4)
          .map(([name, change, relative]) => ({
            [name]: relative ? `${change}.5%` : unit === 'share' ? `${change}pts` : String(change),
          }))
      : fc.oneof(
          fc
            .tuple(fc.constantFrom('at_least', 'at_most', 'above', 'below'), value)
            .map(([name, threshold]) => ({ [name]: threshold })),
          fc
            .tuple(value, value)
            .map(([one, other]) => ({ between: [one, other].toSorted((a, b) => Number(a) - Number(b)) })),
        );
    return fc
      .record(
        {
          condition,
          segment,
          level: fc.constantFrom('error', 'warn'),
          min_n: fc.integer({ min: 1, max: 999_999_999 }),
          allow_history_short: fc.boolean(),
          confident: fc.constantFrom('fail', 'warn', 'pass'),
          against: fc.constantFrom('previous', 'year', 'baseline'),
        },
        { requiredKeys: ['condition'] },
      )
      .map(({ condition: found, segment: of, confident, against, ...settings }) => ({
        figure: id,
        ...found,
        ...settings,
        ...(of === undefined ? {} : { segment: { [of.attribute]: of.value } }),
        ...(isChange || confident === undefined ? {} : { confidence: true, inconclusive: confident }),
        ...(isChange && against !== undefined ? { against } : {}),
      }));
  });

const textOf = (declared: Record<string, unknown>): string => {
  const signs: Record<string, string> = { at_least: '>=', at_most: '<=', above: '>', below: '<' };
  const words: string[] = [];
  for (const [name, sign] of Object.entries(signs))
    if (name in declared) words.push(`${sign} ${declared[name]}`);
  for (const name of ['max_drop', 'max_rise']) if (name in declared) words.push(`${name} ${declared[name]}`);
  if (declared.between !== undefined) words.push(`between ${(declared.between as string[]).join(' and ')}`);
  for (const name of ['level', 'min_n', 'against', 'inconclusive'])
    if (name in declared) words.push(`${name}=${declared[name]}`);
  for (const name of ['confidence', 'allow_history_short']) if (declared[name] === true) words.push(name);
  const [of] = Object.entries((declared.segment as Record<string, string>) ?? {});
  const shown = of === undefined ? '' : `[${of[0]}=${of[1].replace(/[\]\\]/g, '\\$&')}]`;
  return `${declared.figure}${shown} ${words.join(' ')}`;
};

describe('a check', () => {
  it('is the same declared by name and in its notation, and read again from what is printed of it', () => {
    fc.assert(
      fc.property(declaredByName, (declared) => {
        const form = declaredCheck.parse(declared);
        const check = checkOf(form);
        const { subject: _, ...plain } = check;
        const { subject: __, ...fromText } = checkOf(textOf(declared));
        const { subject: ___, ...again } = checkOf(checkText(check));
        const value = ({ units: all, scale }: { units: bigint; scale: number }) => [
          all * 10n ** BigInt(9 - scale),
        ];
        const scaled = (one: typeof plain) => ({
          ...one,
          condition: {
            ...one.condition,
            threshold: value(one.condition.threshold),
            upper: one.condition.upper === null ? null : value(one.condition.upper),
          },
        });
        expect(scaled(fromText)).toEqual(scaled(plain));
        expect(scaled(again)).toEqual(scaled(plain));
        expect(checkText(checkOf(checkText(check)))).toBe(checkText(check));
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused or read, whatever is written, and never crashes', () => {
    const piece = fc.constantFrom(
      ...[
        'retention_rate',
        'orders',
        'nope',
        '[',
        ']',
        'channel=',
        '\\',
        ' ',
        '>=',
        '<',
        '=',
        '≥',
        '0.4',
        '40%',
      ],
      ...[
        'between',
        'and',
        'max_drop',
        '5pts',
        'level=warn',
        'min_n=0',
        'confidence',
        '1e5',
        'NaN',
        '\n',
        'é',
      ],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      fc.array(piece).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, (found) => {
        expect([null, 'bad_check']).toContain(refusal(found));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('is taken', () => {
  it.each([
    ['retention_rate>=40%', 'retention_rate >= 0.4'],
    ['retention_rate ≥ 0,4', 'retention_rate >= 0.4'],
    ['churn_rate ≤ 40 %', 'churn_rate <= 0.4'],
    ['churn_rate <= 40 % level=warn', 'churn_rate <= 0.4 level=warn'],
    ['net_promoter_score >= 30 pts', 'net_promoter_score >= 30'],
    ['net_promoter_score between -10 and 10.5pts', 'net_promoter_score between -10 and 10.5'],
    ['churn_rate max_rise 5pt', 'churn_rate max_rise 0.05'],
    ['revenue max_drop 12.5% against=year', 'revenue max_drop 12.5% against=year'],
    ['orders[ channel = web ] > 5', 'orders[channel=web] > 5'],
    ['orders[channel=a\\]b\\\\c"=d] > 5', 'orders[channel=a\\]b\\\\c"=d] > 5'],
    ['orders[channel=cafe\u0301] > 5', 'orders[channel=café] > 5'],
    ['revenue >= -12.50', 'revenue >= -12.5'],
    ['revenue >= 0.125', 'revenue >= 0.125'],
    ['retention_rate >= 0.400', 'retention_rate >= 0.4'],
    ['points_redemption_rate <= 100%', 'points_redemption_rate <= 1'],
    ['points_redemption_rate between 50% and 120%', 'points_redemption_rate between 0.5 and 1.2'],
    ['points_redemption_rate max_rise 150pts', 'points_redemption_rate max_rise 1.5'],
    ['retention_rate >= 0.4 confidence', 'retention_rate >= 0.4 confidence inconclusive=warn'],
  ])('%s', (text, normal) => expect(checkText(checkOf(text))).toBe(normal));
});

describe('is refused (bad_check)', () => {
  const signs = ['=', '==', '=>', '!=', '>==', '>>', '<>', '≠', 'is', '≥=', '= >'];
  const numbers = [
    ...['NaN', 'Infinity', '-Infinity', '1e5', '4e-1', '0x1', '.4', '0.', '--1', '1_000', '1,000', '１', '∞'],
    ...[
      '0.4.5',
      '0,400',
      '40 %%',
      '−0.1',
      'null',
      'true',
      '"0.4"',
      '0.4,',
      '0.4;',
      '1/3',
      '0.4€',
      '10%%',
      '()',
    ],
  ];

  it.each([
    ...['', ' ', 'retention_rate', 'retention_rate >=', '>= 0.4', '0.4', 'Retention rate >= 0.4', 'é >= 1'],
    ...signs.map((sign) => `retention_rate ${sign} 0.4`),
    ...numbers.map((number) => `retention_rate >= ${number}`),
    ...numbers.map((number) => `retention_rate between 0.1 and ${number}`),
    ...numbers.map((number) => `revenue max_drop ${number}`),
  ])('%s', (text) => expect(refusal(text)).toBe('bad_check'));

  it.each([
    ['a share above 1', 'retention_rate >= 40'],
    ['a share below 0', 'retention_rate > -0.1'],
    ['a share in points', 'retention_rate >= 40pts'],
    ['points in percent', 'net_promoter_score >= 30%'],
    ['points beyond 100', 'net_promoter_score <= 101'],
    ['a count below 0', 'orders > -1'],
    ['a count in percent', 'orders >= 10%'],
    ['a count with decimals, which may be thousands', 'orders >= 1.000'],
    ['a change of a count with decimals', 'orders max_drop 1.000'],
    ['money that may be thousands', 'revenue >= 10.000'],
    ['a change of money that may be thousands', 'revenue max_drop 10.000'],
    ['a mean off its scale', 'effort_score >= 8'],
    ['a mean off its own scale', 'satisfaction_mean >= 6'],
    ['a share that is always reached', 'retention_rate >= 0'],
    ['a share that is never passed', 'churn_rate <= 100%'],
    ['every share', 'churn_rate between 0 and 1'],
    ['every score', 'net_promoter_score between -100 and 100'],
    ['every count', 'orders >= 0'],
    ['every mean', 'effort_score >= 1'],
    ['every mean of its own scale', 'satisfaction_mean <= 5'],
    ['every frequency: who bought, bought once', 'purchase_frequency >= 1'],
    ['any drop of a share', 'retention_rate max_drop 100pts'],
    ['any rise of a share, meant as points', 'churn_rate max_rise 5'],
    ['any drop of a count', 'orders max_drop 100%'],
    ['any drop of a score', 'net_promoter_score max_drop 200'],
    ['a drop below 0', 'orders max_drop -5'],
    ['a drop of money in points', 'revenue max_drop 5pts'],
    ['a range upside down', 'retention_rate between 0.5 and 0.4'],
    ['a range with one end', 'retention_rate between 0.5'],
    ['a range without and', 'retention_rate between 0.4 0.5'],
    ['two conditions', 'retention_rate >= 0.4 >= 0.5'],
    ['two checks', 'retention_rate >= 0.4 and churn_rate <= 0.5'],
    ['a comment', 'retention_rate >= 0.4 # enough'],
    ['a setting said twice', 'retention_rate >= 0.4 level=warn level=error'],
    ['confidence said twice', 'retention_rate >= 0.4 confidence confidence'],
    ['min_n of none', 'retention_rate >= 0.4 min_n=0'],
    ['min_n without a number', 'retention_rate >= 0.4 min_n'],
    ['min_n below 0', 'retention_rate >= 0.4 min_n=-5'],
    ['an unknown level', 'retention_rate >= 0.4 level=warning'],
    ['a level in capitals', 'retention_rate >= 0.4 level=WARN'],
    ['a misspelt setting', 'retention_rate >= 0.4 min-n=5'],
    ['a setting with a blank', 'retention_rate >= 0.4 level= warn'],
    ['a value behind confidence', 'retention_rate >= 0.4 confidence=true'],
    ['inconclusive without confidence', 'retention_rate >= 0.4 inconclusive=pass'],
    ['confidence of a change', 'retention_rate max_drop 5pts confidence'],
    ['against on a value', 'retention_rate >= 0.4 against=year'],
    ['an unknown against', 'retention_rate max_drop 5pts against=month'],
    ['a change of a figure of the data', 'rejected_share max_rise 1pts'],
    ['an open segment', 'orders[channel=web >= 5'],
    ['a segment without a value', 'orders[channel] >= 5'],
    ['two segments', 'orders[channel=web][first.channel=web] >= 5'],
    ['a segment without an attribute', 'orders[=web] >= 5'],
  ])('%s: %s', (_, text) => expect(refusal(text)).toBe('bad_check'));

  it.each([
    [{ figure: 'retention_rate', at_least: '1e-1' }],
    [{ figure: 'retention_rate', at_least: 40 }],
    [{ figure: 'retention_rate', at_least: 0 }],
    [{ figure: 'orders', above: 1e21 }],
    [{ figure: 'orders', at_least: '1,000' }],
    [{ check: 'retention_rate >= 0.4', inconclusive: 'pass' as const }],
  ])('%j', (declared) => expect(refusal(declared)).toBe('bad_check'));

  it.each([
    [{ figure: 'retention_rate' }],
    [{ figure: 'retention_rate', at_least: 0.4, at_most: 0.5 }],
    [{ figure: 'retention_rate', at_least: Number.NaN }],
    [{ figure: 'retention_rate', at_least: Number.POSITIVE_INFINITY }],
    [{ figure: 'retention_rate', at_least: null }],
    [{ figure: 'retention_rate', at_least: true }],
    [{ figure: 'retention_rate', at_leats: 0.4 }],
    [{ figure: 'retention_rate', at_least: 0.4, min_n: 0 }],
    [{ figure: 'retention_rate', at_least: 0.4, level: 'warning' }],
    [{ figure: 'retention_rate', at_least: 0.4, confidence: 'true' }],
    [{ figure: 'retention_rate', between: [0.4] }],
    [{ figure: 'orders', at_least: 4, segment: {} }],
    [{ figure: 'orders', at_least: 4, segment: { channel: 'web', country: 'FR' } }],
    [{ check: 'orders >= 4', at_least: 4 }],
    [{}],
    [''],
    [null],
  ])('by the form of the configuration: %j', (declared) =>
    expect(declaredCheck.safeParse(declared).success).toBe(false),
  );
});
