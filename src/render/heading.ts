import type { Report } from '../report/schema.ts';
import { formatCount } from './numbers.ts';
import type { Language } from './options.ts';
import { attributesOf } from './view.ts';
import { type Words, wordsOf } from './words.ts';

/** A line of a report's heading: what it is about and the text, ready to print. */
export interface HeadingLine {
  readonly label: string;
  readonly text: string;
}

const lastDay = (stop: string): string => {
  const day = new Date(`${stop}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
};

/** `[start, stop)` as a user reads it, both days included. */
export const daysText = (start: string | null, stop: string | null, words: Words): string =>
  start === null || stop === null ? words.wholeData : words.from(start, lastDay(stop));

/** How words that are not ours (file names, labels, attributes) are made safe for where they are printed. */
export type Quote = (text: string) => string;

const baseText = (base: string, words: Words, quote: Quote): string => {
  const [name = '', length = ''] = base.split(':');
  if (name === 'active') return words.bases.active(quote(length));
  return name === 'previous' || name === 'ever' || name === 'contract' ? words.bases[name] : quote(base);
};

type Input = Report['inputs'][number];

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The reconciliation of a file in words: `58 records = 56 accepted + 2 rejected`. */
export const recordsText = (
  { records, reconciliation: found }: Pick<Input, 'records' | 'reconciliation'>,
  lang: Language,
): string => {
  const words = wordsOf(lang);
  const parts: [number, string][] = [
    [found.accepted, words.accepted],
    [total(found.rejected), words.rejected],
    [found.duplicates, words.duplicates],
    [total(found.notCounted), words.notCounted],
    [found.excluded, words.excluded],
    [found.outsideWindow, words.outsideWindow],
  ];
  const sum = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatCount(count, lang)} ${what}`);
  const balance = found.accepted === records || sum.length === 0 ? '' : ` = ${sum.join(' + ')}`;
  return `${words.records(formatCount(records, lang))}${balance}`;
};

const inputText = (input: Input, lang: Language, quote: Quote): string => {
  const words = wordsOf(lang);
  const about = [words.roles[input.role], ...(input.profile === null ? [] : [quote(input.profile)])].join(
    ', ',
  );
  return `${quote(input.path)} (${about})${words.colon}${recordsText(input, lang)}`;
};

const stateText = (status: Report['period']['status'], words: Words): string | null =>
  status === 'complete' ? null : status === 'incomplete' ? words.unfinished : words.empty;

/** What stands above every report: period, comparison, base, breakdown, data and inputs. */
export const headingOf = (report: Report, lang: Language, quote: Quote): HeadingLine[] => {
  const words = wordsOf(lang);
  const { period, comparison } = report;
  const by = attributesOf(report);
  const through = report.dataThrough === null ? words.noDay : words.through(report.dataThrough);
  const state = stateText(period.status, words);
  const days = `${quote(period.label)}${words.colon}${daysText(period.start, period.stop, words)}`;
  const about = [days, period.timezone, ...(state === null ? [] : [state])].join(', ');
  return [
    { label: words.period, text: about },
    ...(comparison === null
      ? []
      : [
          {
            label: words.compared,
            text: `${quote(comparison.label)}${words.colon}${daysText(comparison.start, comparison.stop, words)}`,
          },
        ]),
    { label: words.base, text: baseText(report.base, words, quote) },
    ...(by.length === 0
      ? []
      : [{ label: words.by, text: by.map((attribute) => quote(attribute)).join(', ') }]),
    { label: words.data, text: `${through}, ${words.asOf(report.asOf)}` },
    ...report.inputs.map((input, index) => ({
      label: index === 0 ? words.inputs : '',
      text: inputText(input, lang, quote),
    })),
  ];
};
