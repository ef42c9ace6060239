import type { CheckResult } from '../../report/schema.ts';
import { markdownText } from '../escape.ts';
import { formatCount } from '../numbers.ts';
import type { RenderOptions } from '../options.ts';
import { wordsOf } from '../words.ts';
import { stateSigns, summaryText } from './summary.ts';
import { viewOf } from './view.ts';
import { checkWords } from './words.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const checkRow = (check: CheckResult, { lang, own }: RenderOptions): string => {
  const words = checkWords(lang);
  const view = viewOf(check, lang, own);
  const result = [
    ...(view.state === 'undecided' && view.reason !== null ? [] : [words.states[view.state]]),
    ...(view.reason === null ? [] : [view.reason]),
  ].join(wordsOf(lang).colon);
  return row([
    `${markdownText(stateSigns[view.state])} ${markdownText(view.title)}`,
    markdownText(view.wanted),
    markdownText([view.found ?? wordsOf(lang).none, view.values].filter((part) => part !== null).join(', ')),
    markdownText(view.cases?.replace(/^n /, '') ?? ''),
    markdownText(view.interval ?? ''),
    markdownText(result),
  ]);
};

/** The lines, from the first on, that fit in so many bytes of UTF-8. */
export const fitting = (rows: readonly string[], bytes: number): readonly string[] => {
  let left = bytes;
  const end = rows.findIndex((one) => {
    left -= new TextEncoder().encode(one).length + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
};

/** The checks as a Markdown table under the line that counts them; rows past so many bytes are counted, not written. */
export const checksMarkdown = (
  checks: readonly CheckResult[],
  options: RenderOptions,
  bytes = Number.POSITIVE_INFINITY,
): string[] => {
  const { lang } = options;
  const words = checkWords(lang);
  const heads = [words.check, words.wanted, words.found, wordsOf(lang).n, words.interval, words.result];
  const rows = fitting(
    checks.map((check) => checkRow(check, options)),
    bytes,
  );
  const left = checks.length - rows.length;
  return [
    markdownText(summaryText(checks, lang)),
    ...(checks.length === 0 ? [] : ['', row(heads), '|---|---|---:|---:|---|---|']),
    ...rows,
    ...(left === 0 ? [] : ['', markdownText(words.more(formatCount(left, lang)))]),
  ];
};
