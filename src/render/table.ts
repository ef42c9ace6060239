import type { Report } from '../report/schema.ts';
import { checksSection } from './checks/section.ts';
import { figureColumns, type Row } from './columns.ts';
import { endingLines } from './ending.ts';
import { terminalText } from './escape.ts';
import { type Footnotes, footnotes } from './footnotes.ts';
import { headingOf } from './heading.ts';
import { draw, labelled, plan } from './layout.ts';
import type { RenderOptions } from './options.ts';
import { type Pen, penOf } from './style.ts';
import { type Entry, type Section, sectionsOf, segmentName } from './view.ts';
import { displayWidth } from './width.ts';

const widestSegment = 40;

const rowsOf = (entry: Entry, notes: Footnotes, pen: Pen): Row[] => {
  const row = (indent: number, name: string, figure: Row['figure']): Row => {
    const marks = figure === null ? '' : pen.marks(notes.numbersOf(figure));
    return {
      title: `${' '.repeat(indent)}${name}${marks === '' ? '' : pen.text(`\u00a0${marks}`)}`,
      figure,
      definition: entry.definition,
    };
  };
  return [
    row(2, pen.text(terminalText(entry.title)), entry.total),
    ...entry.segments.map((figure) =>
      row(4, pen.text(terminalText(segmentName(figure.segment ?? {}), widestSegment)), figure),
    ),
  ];
};

const headingLines = (report: Report, pen: Pen, options: RenderOptions): string[] => {
  const lines = headingOf(report, options.lang, terminalText);
  const labelWidth = Math.max(...lines.map(({ label }) => displayWidth(pen.text(label)))) + 2;
  const first = report.period.status === 'complete' ? pen.paint.bold : pen.paint.yellow;
  return lines.flatMap(({ label, text }, index) =>
    labelled(
      { text: pen.text(label), paint: pen.paint.dim },
      { text: pen.text(text), ...(index === 0 ? { paint: first } : {}) },
      labelWidth,
      options.width,
    ),
  );
};

const figureLines = (
  sections: readonly Section[],
  report: Report,
  notes: Footnotes,
  options: RenderOptions,
): string[] => {
  const pen = penOf(options);
  const tables = sections.map((section) => ({
    title: pen.text(section.title),
    rows: section.entries.flatMap((entry) => rowsOf(entry, notes, pen)),
  }));
  const titles = tables.map(({ title }): Row => ({ title, figure: null, definition: undefined }));
  const layout = plan(
    figureColumns(report, options),
    [...titles, ...tables.flatMap(({ rows }) => rows)],
    options.width,
  );
  return tables.flatMap(({ title, rows }, index) => {
    const [, ...heads] = layout.columns.map((column) => (index === 0 ? column.head : { text: '' }));
    return ['', ...draw(layout, [{ text: title, paint: pen.paint.bold }, ...heads], rows)];
  });
};

/** The report for a terminal: heading, one block per group, the checks, footnotes, and what was not computed. */
export const table = (report: Report, options: RenderOptions): string => {
  const pen = penOf(options);
  const notes = footnotes(options.lang);
  const sections = sectionsOf(report, options.lang, options.own);
  const figures = figureLines(sections, report, notes, options);
  const lines = [
    ...headingLines(report, pen, options),
    ...figures,
    ...checksSection(report.checks, options),
    ...endingLines(report, sections, notes.sentences(), options),
  ];
  return `${lines.join('\n')}\n`;
};
