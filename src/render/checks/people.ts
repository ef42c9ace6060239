import type { Report } from '../../report/schema.ts';
import { terminalText } from '../escape.ts';
import { headingOf } from '../heading.ts';
import { labelled } from '../layout.ts';
import type { RenderOptions } from '../options.ts';
import { penOf } from '../style.ts';
import { displayWidth, wrap } from '../width.ts';
import { wordsOf } from '../words.ts';
import { checkLines } from './section.ts';
import { summaryText } from './summary.ts';

/** The checks of a report for a terminal: what period and data they are on, a line each, and how many passed. */
export const people = (report: Report, options: RenderOptions): string => {
  const { lang, width } = options;
  const pen = penOf(options);
  const words = wordsOf(lang);
  const told = [words.period, words.compared, words.data];
  const heading = headingOf(report, lang, terminalText).filter(({ label }) => told.includes(label));
  const labelWidth = Math.max(...heading.map(({ label }) => displayWidth(pen.text(label)))) + 2;
  const above = heading.flatMap(({ label, text }) =>
    labelled({ text: pen.text(label), paint: pen.paint.dim }, { text: pen.text(text) }, labelWidth, width),
  );
  const checks = checkLines(report.checks, options);
  const lines = [
    ...above,
    '',
    ...checks,
    ...(checks.length === 0 ? [] : ['']),
    ...wrap(pen.text(summaryText(report.checks, lang)), width),
  ];
  return `${lines.join('\n')}\n`;
};
