import type { Report } from '../report/schema.ts';
import { movementOf } from './change.ts';
import { terminalText } from './escape.ts';
import { warningText } from './messages.ts';
import type { RenderOptions } from './options.ts';
import { type Pen, penOf } from './style.ts';
import { missingOf, type Section } from './view.ts';
import { displayWidth, wrap } from './width.ts';
import { wordsOf } from './words.ts';

const verdicts = ['better', 'worse', 'chance', 'same'] as const;

/** Which signs of change a report uses and what they mean, or null where nothing is compared. */
const legend = (
  report: Report,
  sections: readonly Section[],
  pen: Pen,
  options: RenderOptions,
): string | null => {
  if (report.comparison === null) return null;
  const words = wordsOf(options.lang);
  const movements = sections
    .flatMap(({ entries }) => entries)
    .flatMap((entry) =>
      [entry.total, ...entry.segments].map((figure) => ({ figure, definition: entry.definition })),
    )
    .map(({ figure, definition }) => figure && movementOf(figure, definition, options.lang));
  const signs = verdicts
    .filter((verdict) => movements.some((movement) => movement?.verdict === verdict))
    .map((verdict) => `${pen.signs[verdict]}\u00a0${words[verdict].replaceAll(' ', '\u00a0')}`)
    .join(', ');
  if (!movements.some((movement) => movement !== null)) return null;
  const untested = movements.some((movement) => movement !== null && !movement.tested)
    ? [words.untested]
    : [];
  const against = words.against(terminalText(report.comparison.label));
  return [`${against}${words.colon}${signs}`, ...untested].join(words.semicolon);
};

const hanging = (first: string, text: string, width: number): string[] => {
  const indent = displayWidth(first);
  const lines = wrap(text, Math.max(20, width - indent));
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(indent)) + line);
};

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** What stands below the figures: the legend, the footnotes, what was not computed and, when verbose, the warnings. */
export const endingLines = (
  report: Report,
  sections: readonly Section[],
  notes: readonly string[],
  options: RenderOptions,
): string[] => {
  const { lang, width } = options;
  const words = wordsOf(lang);
  const pen = penOf(options);
  const safe = (text: string): string => pen.text(terminalText(text));
  const quiet = (lines: readonly string[]): string[] => lines.map((line) => pen.paint.dim(line));
  const signs = legend(report, sections, pen, options);
  const explained = [
    ...(signs === null ? [] : wrap(pen.text(signs), width)),
    ...notes.flatMap((note, index) => hanging(`${pen.marks([index + 1])} `, safe(note), width)),
  ];
  const missing = missingOf(report, lang, options.own).flatMap(([need, titles]) =>
    hanging('  ', safe(`${need}${words.colon}${titles.join(words.semicolon)}`), width),
  );
  const warnings = options.verbose
    ? report.warnings.flatMap((one) => hanging('  ', safe(warningText(one, lang)), width))
    : [];
  return [
    ...(explained.length === 0 ? [] : ['', ...quiet(explained)]),
    ...block(pen.paint.bold(safe(words.missing)), missing),
    ...block(pen.paint.bold(safe(words.warnings)), warnings),
  ];
};
