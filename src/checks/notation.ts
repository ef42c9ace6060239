import { fault } from '../errors.ts';
import type { Against, Operator } from '../report/schema.ts';
import { inconclusives } from './check.ts';
import { parseNumber, type WrittenNumber } from './number.ts';

/** A check as it is written, before its id is known to be one: numbers still have their signs. */
export interface WrittenCheck {
  readonly id: string;
  readonly segment: { readonly attribute: string; readonly value: string } | null;
  readonly operator: Operator;
  readonly threshold: WrittenNumber;
  readonly upper: WrittenNumber | null;
  readonly against: Against | null;
  readonly name: string | null;
  readonly level: 'error' | 'warn';
  readonly minN: number | null;
  readonly confidence: boolean;
  /** Null where it is not said. */
  readonly inconclusive: (typeof inconclusives)[number] | null;
  readonly allowShortHistory: boolean;
}

/** What may stand behind the condition of a check, each at most once. */
export type Settings = Pick<
  WrittenCheck,
  'against' | 'name' | 'level' | 'minN' | 'confidence' | 'inconclusive' | 'allowShortHistory'
>;

/** A check that says nothing of these. */
export const usualSettings: Settings = {
  against: null,
  name: null,
  level: 'error',
  minN: null,
  confidence: false,
  inconclusive: null,
  allowShortHistory: false,
};

/** The words behind a condition, and what each may say; those without values stand alone. */
export const settingWords = {
  level: ['error', 'warn'],
  against: ['previous', 'year', 'baseline'],
  min_n: null,
  confidence: [],
  inconclusive: inconclusives,
  allow_history_short: [],
} as const satisfies Record<string, readonly string[] | null>;

type SettingWord = keyof typeof settingWords;

const operators = { '<=': '<=', '>=': '>=', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const;

/** A segment as its values are compared: normalised and without blanks around, like the cells of the exports. */
export const segmentNamed = (attribute: string, value: string): NonNullable<WrittenCheck['segment']> => ({
  attribute: attribute.normalize('NFC').trim(),
  value: value.normalize('NFC').trim(),
});

const start =
  /^\s*(?<id>[a-z][a-z0-9_]*)\s*(?:\[(?<attribute>[^\]=]+)=(?<value>(?:[^\]\\]|\\.)*)\])?\s*(?<rest>.*)$/su;

const bad = (text: string, what: string): never => {
  throw fault('bad_check', [text, what]);
};

const numberOf = (text: string, written: string): WrittenNumber =>
  parseNumber(written) ?? bad(text, `"${written.trim()}" is not a number I can read for sure`);

const settingOf = (text: string, word: string): readonly [SettingWord, string | null] => {
  const [name, ...rest] = word.split('=');
  const value = rest.length === 0 ? null : rest.join('=');
  if (!Object.hasOwn(settingWords, name!))
    return bad(
      text,
      `"${word}" is nothing I know behind a condition (${Object.keys(settingWords).join(', ')})`,
    );
  const known: readonly string[] | null = settingWords[name as SettingWord];
  if (known === null) {
    if (value === null || !/^[1-9]\d{0,8}$/.test(value))
      return bad(text, `${name}= takes a whole number from 1`);
  } else if (known.length === 0) {
    if (value !== null) return bad(text, `${name} stands alone, without a value`);
  } else if (value === null || !known.includes(value)) return bad(text, `${name}= takes ${known.join(', ')}`);
  return [name as SettingWord, value];
};

const settingsOf = (text: string, rest: string): Settings => {
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const found = new Map<SettingWord, string | null>();
  for (const word of words) {
    const [name, value] = settingOf(text, word);
    if (found.has(name)) bad(text, `${name} is said twice`);
    found.set(name, value);
  }
  const minN = found.get('min_n');
  return {
    name: null,
    level: (found.get('level') ?? usualSettings.level) as Settings['level'],
    against: (found.get('against') ?? null) as Settings['against'],
    minN: minN == null ? null : Number(minN),
    confidence: found.has('confidence'),
    inconclusive: (found.get('inconclusive') ?? usualSettings.inconclusive) as Settings['inconclusive'],
    allowShortHistory: found.has('allow_history_short'),
  };
};

const conditionOf = (
  text: string,
  rest: string,
): { operator: Operator; threshold: WrittenNumber; upper: WrittenNumber | null; behind: string } => {
  const range = /^between\s+(\S+)\s+and\s+(\S+)(.*)$/su.exec(rest);
  if (range !== null)
    return {
      operator: 'between',
      threshold: numberOf(text, range[1]!),
      upper: numberOf(text, range[2]!),
      behind: range[3]!,
    };
  const change = /^(max_drop|max_rise)\s+(\S+)(.*)$/su.exec(rest);
  if (change !== null)
    return {
      operator: change[1] as Operator,
      threshold: numberOf(text, change[2]!),
      upper: null,
      behind: change[3]!,
    };
  const sign = (Object.keys(operators) as (keyof typeof operators)[]).find((one) => rest.startsWith(one));
  const compared =
    sign === undefined
      ? null
      : /^\s*([^\s=<>]+(?:\s+(?:%|pts?)(?=\s|$))?)(.*)$/su.exec(rest.slice(sign.length));
  if (sign === undefined || compared === null)
    return bad(
      text,
      'its condition is < <= > >= with a number, between LOW and HIGH, or max_drop or max_rise with a change',
    );
  return {
    operator: operators[sign],
    threshold: numberOf(text, compared[1]!),
    upper: null,
    behind: compared[2]!,
  };
};

/**
 * Reads a check such as `retention_rate >= 0.40`, `net_promoter_score[customer.country=FR] >= 30 level=warn` or
 * `churn_rate max_rise 5pts against=year`; what it cannot read is refused (`bad_check`). A `]` in a segment is written `\]`.
 */
export const parseCheck = (text: string): WrittenCheck => {
  const { id, attribute, value, rest } = start.exec(text)?.groups ?? {};
  if (id === undefined) return bad(text, 'it begins with the id of a figure, as `loyalty list` names them');
  if (rest!.startsWith('[')) bad(text, 'a segment is written [ATTRIBUTE=VALUE]');
  const { behind, ...condition } = conditionOf(text, rest!);
  return {
    id,
    segment: attribute === undefined ? null : segmentNamed(attribute, value!.replace(/\\(.)/gsu, '$1')),
    ...condition,
    ...settingsOf(text, behind),
  };
};
