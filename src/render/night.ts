import type { Cause, Restated } from '../nights/schema.ts';
import { terminalText } from './escape.ts';
import { nightWords } from './night-words.ts';
import { formatDecimal, formatValue } from './numbers.ts';
import type { Language, RenderOptions } from './options.ts';
import { penOf } from './style.ts';

/** What a night did, for those who read it in the morning. */
export interface NightTold {
  readonly period: string;
  readonly asOf: string;
  /** The files that are written, in their order, as they are named. */
  readonly written: readonly string[];
  readonly restated: readonly Restated[];
  /** Whether nothing was written, only told. */
  readonly dry: boolean;
}

const most = 50;

const causeText = ({ code, before, now, toDate }: Cause, lang: Language): string => {
  const words = nightWords[lang];
  const number = (text: string | null): string =>
    text !== null && /^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(text, lang) : (text ?? '');
  const text = words.causes[code](number(before), number(now));
  return toDate === true ? words.toDate(text) : text;
};

const restatedText = ({ id, segment, unit, old, now, causes }: Restated, lang: Language): string => {
  const value = ({ value, exact, numerator, denominator, status }: Restated['now']): string => {
    const text = formatValue({ value, exact, unit } as Parameters<typeof formatValue>[0], lang);
    const counts = numerator === null || denominator === null ? '' : ` (${numerator}/${denominator})`;
    return text === null ? nightWords[lang].status[status] : `${text}${unit === 'share' ? counts : ''}`;
  };
  const of = Object.entries(segment ?? {}).map(([attribute, name]) => `[${attribute}=${name}]`);
  const why = causes.map((cause) => causeText(cause, lang)).join(', ');
  return `${id}${of.join('')} ${value(old)} → ${value(now)} (${why})`;
};

/** What a night wrote and which figures of closed periods are not what they were, with what tells why. */
export const nightText = (
  { period, asOf, written, restated, dry }: NightTold,
  options: RenderOptions,
): string => {
  const { lang } = options;
  const words = nightWords[lang];
  const pen = penOf(options);
  const line = (text: string): string => pen.text(terminalText(text));
  const lines = [line((dry ? words.wouldWrite : words.wrote)(period, asOf))];
  for (const path of written) lines.push(line(`  ${path}`));
  if (restated.length > 0) lines.push('', line(words.restated(String(restated.length), restated.length > 1)));
  let last = '';
  for (const one of restated.slice(0, most)) {
    if (one.period !== last) lines.push(line(`  ${one.period}`));
    last = one.period;
    lines.push(line(`    ${restatedText(one, lang)}`));
  }
  if (restated.length > most) lines.push(line(`  ${words.more(String(restated.length - most))}`));
  return `${lines.join('\n')}\n`;
};
