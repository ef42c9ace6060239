import type { CheckResult } from '../../report/schema.ts';
import { terminalText } from '../escape.ts';
import type { RenderOptions } from '../options.ts';
import { type Pen, penOf } from '../style.ts';
import { displayWidth, wrap } from '../width.ts';
import { wordsOf } from '../words.ts';
import { stateSigns, summaryText } from './summary.ts';
import { type CheckView, factsOf, reasonPart, type State, viewOf } from './view.ts';
import { checkWords } from './words.ts';

const asciiSigns: typeof stateSigns = { ...stateSigns, passed: '+', failed: 'x', warned: '!' };

const paintOf = (state: State, pen: Pen): ((text: string) => string) => {
  const { green, red, yellow, magenta } = pen.paint;
  return { passed: green, failed: red, warned: yellow, undecided: yellow, unevaluated: magenta }[state];
};

/** Text of a check for a terminal: safe wherever a line is broken in it, an operator kept beside its number. */
const safeText = (text: string, pen: Pen): string =>
  pen.text(terminalText(text)).replace(/([≤≥<>]=?|\bn) (?=[-+\d])/g, '$1\u00a0');

/** No-break spaces hold a line together while it is broken; a page of ASCII has none. */
const printed = (line: string, unicode: boolean): string => (unicode ? line : line.replaceAll('\u00a0', ' '));

interface Widths {
  readonly title: number;
  readonly found: number;
  readonly rest: number;
}

const gap = 2;
const widestTitle = 44;
const leastRest = 40;

const widthsOf = (titles: readonly string[], found: readonly string[], width: number): Widths => {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => displayWidth(text)));
  const page = Math.max(24, width) - 2 - 2 * gap;
  const ofFound = Math.min(widest(found), Math.max(6, Math.floor(page / 3)));
  const title = Math.min(widest(titles), widestTitle, Math.max(8, page - ofFound - leastRest));
  return { title, found: ofFound, rest: Math.max(4, page - title - ofFound) };
};

const beside = (columns: readonly (readonly string[])[], widths: readonly number[]): string[] => {
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((lines, column) => {
        const text = lines[at] ?? '';
        return text + ' '.repeat(Math.max(0, widths[column]! - displayWidth(text)));
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
};

/**
 * The lines of the checks for a terminal: sign, title, what was found and the facts beside it, below them the reason where
 * there is one. None is wider than the page.
 */
export const checkLines = (checks: readonly CheckResult[], options: RenderOptions): string[] => {
  const { lang, unicode, width, own } = options;
  const pen = penOf(options);
  const views = checks.map((check) => viewOf(check, lang, own));
  const foundOf = ({ found }: CheckView): string => safeText(found ?? wordsOf(lang).none, pen);
  const titles = views.map(({ title }) => safeText(title, pen));
  const widths = widthsOf(titles, views.map(foundOf), width);
  return views.flatMap((view, index) => {
    const columns = [
      wrap(titles[index]!, widths.title),
      wrap(foundOf(view), widths.found),
      wrap(safeText(factsOf(view, lang), pen), widths.rest),
    ];
    const [first = '', ...more] = beside(columns, [widths.title, widths.found, widths.rest]);
    const sign = paintOf(view.state, pen)((unicode ? stateSigns : asciiSigns)[view.state]);
    const reason = reasonPart(view, lang);
    const below = reason === null ? [] : wrap(safeText(reason, pen), Math.max(4, width - 4));
    return [
      `${sign} ${first}`,
      ...more.map((line) => `  ${line}`.trimEnd()),
      ...below.map((line) => `    ${pen.paint.dim(line)}`),
    ].map((line) => printed(line, unicode));
  });
};

/** The section of the checks below the figures of a terminal: nothing where there are none. */
export const checksSection = (checks: readonly CheckResult[], options: RenderOptions): string[] => {
  if (checks.length === 0) return [];
  const pen = penOf(options);
  const { lang, width } = options;
  return [
    '',
    pen.paint.bold(pen.text(checkWords(lang).title)),
    ...checkLines(checks, options),
    '',
    ...wrap(pen.text(summaryText(checks, lang)), width),
  ];
};
