import { findDataDefinition } from '../../indicators/data/index.ts';
import type { Indicator } from '../../indicators/define.ts';
import { findIndicator } from '../../indicators/index.ts';
import { decimalOf } from '../decimal.ts';
import { formatCount } from '../numbers.ts';
import type { Language } from '../options.ts';
import { wordsOf } from '../words.ts';
import {
  boundsBeside,
  boundsOf,
  isOnChange,
  notationOf,
  type Result,
  thresholdsOf,
  wantedText,
} from './condition.ts';
import { heldNumber, type Notation, thresholdText, valueNotation } from './number.ts';
import { reasonText } from './reason.ts';
import { checkWords } from './words.ts';

/** What became of a check, for a reader: `undecided` is not enough to tell where the check lets that pass. */
export type State = 'passed' | 'failed' | 'warned' | 'undecided' | 'unevaluated';

export const states: readonly State[] = ['passed', 'failed', 'warned', 'undecided', 'unevaluated'];

/** The state of a check; only one whose verdict is `passed` passed. */
export const stateOf = ({ verdict, outcome }: Pick<Result, 'verdict' | 'outcome'>): State => {
  if (verdict === 'not_evaluated' || outcome === 'error') return 'unevaluated';
  if (outcome === 'fail') return 'failed';
  if (outcome === 'warn') return 'warned';
  return verdict === 'passed' ? 'passed' : verdict === 'inconclusive' ? 'undecided' : 'failed';
};

/** A check in words, every one of them still to be escaped for where it is printed. */
export interface CheckView {
  readonly state: State;
  readonly title: string;
  readonly wanted: string;
  /** What was compared, or null where there is nothing. */
  readonly found: string | null;
  /** Of a change the two values it lies between. */
  readonly values: string | null;
  /** `n 214/524` */
  readonly cases: string | null;
  readonly interval: string | null;
  readonly reason: string | null;
}

/** The indicators a configuration declares, which checks may be on too. */
type Own = readonly Indicator[];

/** A check's own name, else the title of its figure and its segment. */
export const titleOf = (result: Result, lang: Language, own: Own = []): string => {
  if (result.name !== null) return result.name;
  const definition =
    findIndicator(result.id) ?? findDataDefinition(result.id) ?? own.find(({ id }) => id === result.id);
  const title = definition?.title[lang] ?? result.id;
  const segment = Object.entries(result.segment ?? {}).map(([attribute, value]) => `${attribute}=${value}`);
  return segment.length === 0 ? title : `${title} [${segment.join(', ')}]`;
};

const casesText = ({ unit, value, numerator, n }: Result, lang: Language): string | null => {
  if (n === null || (unit === 'count' && n === value)) return null;
  const whole = formatCount(n, lang);
  return unit === 'share' && numerator !== null ? `n ${formatCount(numerator, lang)}/${whole}` : `n ${whole}`;
};

const plain = (value: number, kind: Notation, lang: Language, decimals = 0): string =>
  heldNumber(value, [], kind, lang, decimals).text;

const foundTexts = (result: Result, lang: Language): Pick<CheckView, 'found' | 'values'> => {
  const { value, earlier, change } = result;
  const number = isOnChange(result) ? change : value;
  if (number === null) {
    const known = value === null ? null : plain(value, valueNotation(result.unit), lang);
    return { found: null, values: isOnChange(result) ? known : null };
  }
  const found = heldNumber(number, boundsOf(result, number), notationOf(result), lang);
  if (!isOnChange(result) || value === null || earlier === null) return { found: found.text, values: null };
  const decimals = result.condition.relative ? 0 : found.decimals;
  const written = (one: number): string => plain(one, valueNotation(result.unit), lang, decimals);
  return { found: found.text, values: checkWords(lang).after(written(value), written(earlier)) };
};

const intervalText = (result: Result, lang: Language): string | null => {
  if (result.interval === null) return null;
  const words = checkWords(lang);
  const { low, high, level, method } = result.interval;
  const thresholds = isOnChange(result) ? [] : thresholdsOf(result);
  const [from, to] = [low, high].map(
    (end) => heldNumber(end, boundsBeside(end, thresholds), valueNotation(result.unit), lang).text,
  );
  const percent = thresholdText(decimalOf(level), valueNotation('share'), lang);
  return words.intervalOf(percent, `${from} – ${to}`, words.methods[method]);
};

/** A check as it is told to people. */
export const viewOf = (result: Result, lang: Language, own: Own = []): CheckView => ({
  state: stateOf(result),
  title: titleOf(result, lang, own),
  wanted: wantedText(result, lang),
  ...foundTexts(result, lang),
  cases: casesText(result, lang),
  interval: intervalText(result, lang),
  reason: result.reason === null ? null : reasonText(result.reason, result.details, lang),
});

/** The reason of a check as it stands behind the rest: why it could not be evaluated, or not be told. */
export const reasonPart = ({ state, reason }: CheckView, lang: Language): string | null => {
  if (state !== 'unevaluated') return reason;
  const words = checkWords(lang);
  return reason === null ? words.unevaluated : `${words.unevaluated}${wordsOf(lang).colon}${reason}`;
};

/** What was wanted of a check, and what stands behind the number that was found. */
export const factsOf = ({ wanted, values, cases, interval }: CheckView, lang: Language): string =>
  [`${checkWords(lang).wanted} ${wanted}`, values, cases, interval]
    .filter((part) => part !== null)
    .join(', ');

/** A check in one sentence. */
export const sentenceOf = (result: Result, lang: Language, own: Own = []): string => {
  const view = viewOf(result, lang, own);
  const found = view.found === null ? '' : `${view.found}, `;
  const reason = reasonPart(view, lang);
  const said = `${view.title}${wordsOf(lang).colon}${found}${factsOf(view, lang)}`;
  return reason === null ? said : `${said}${wordsOf(lang).semicolon}${reason}`;
};

/** The English sentence of a check that is its `message` in the JSON. */
export const checkMessage = (result: Result, own: Own = []): string => sentenceOf(result, 'en', own);
