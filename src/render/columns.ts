import type { Indicator } from '../indicators/define.ts';
import type { Figure, Report } from '../report/schema.ts';
import { casesText } from './cases.ts';
import { movementOf, type Verdict } from './change.ts';
import { type CheckedTexts, checkedTexts } from './checks/figures.ts';
import type { Cell, Column } from './layout.ts';
import { formatBounds, formatNumber, formatProbability, formatValue } from './numbers.ts';
import type { RenderOptions } from './options.ts';
import { type Pen, penOf } from './style.ts';
import { wordsOf } from './words.ts';

/** One printed row: a figure, or a title above segments that have no total. */
export interface Row {
  /** The title with its indent and the marks of its footnotes, ready to print. */
  readonly title: string;
  readonly figure: Figure | null;
  readonly definition: Indicator | undefined;
}

const blank: Cell = { text: '' };

/** How a verdict is coloured; its sign says the same without colour. */
export const verdictPaint = (verdict: Verdict, pen: Pen): ((text: string) => string) =>
  verdict === 'better' ? pen.paint.green : verdict === 'worse' ? pen.paint.red : pen.paint.dim;

const changeCell = (row: Row, checked: CheckedTexts, pen: Pen, options: RenderOptions): Cell => {
  const movement = row.figure === null ? null : movementOf(row.figure, row.definition, options.lang);
  if (movement === null) return blank;
  const arrow = { up: pen.signs.up, down: pen.signs.down, level: ' ' }[movement.direction];
  const sign =
    movement.verdict === 'none' ? ' '.repeat(pen.signs.better.length) : pen.signs[movement.verdict];
  return {
    text: pen.text(`${arrow} ${checked.change ?? movement.amount} ${sign.padEnd(pen.signs.better.length)}`),
    paint: verdictPaint(movement.verdict, pen),
  };
};

/** The columns of the figures' table, from the one that stays on any page to those only a wide page has. */
export const figureColumns = (report: Report, options: RenderOptions): Column<Row>[] => {
  const { lang } = options;
  const pen = penOf(options);
  const words = wordsOf(lang);
  const level = report.figures.find((figure) => figure.interval !== null)?.interval?.level ?? 0.95;
  const quiet = pen.paint.dim;
  const checked = checkedTexts(report.checks, lang);
  const column = (yields: number, head: string, cell: (figure: Figure, row: Row) => Cell): Column<Row> => ({
    head: { text: pen.text(head), paint: quiet },
    align: 'right',
    yields,
    cell: (row) => (row.figure === null ? blank : cell(row.figure, row)),
  });
  const text = (written: string, paint?: Cell['paint']): Cell => ({
    text: pen.text(written),
    ...(paint === undefined ? {} : { paint }),
  });
  return [
    { head: blank, align: 'left', yields: 0, cell: (row) => ({ text: row.title }) },
    column(0, words.value, (figure) => {
      const value = checked(figure).value ?? formatValue(figure, lang);
      return value === null
        ? text(words.none, quiet)
        : text(value, figure.segment === null ? pen.paint.bold : undefined);
    }),
    column(2, words.n, (figure, row) => text(casesText(figure, figure.unit, row.definition, lang))),
    column(3, words.interval(formatNumber(level, 'share', lang).replace(/[.,]0(?=\D)/, '')), (figure) => {
      if (figure.interval === null) return blank;
      const { low, high } = figure.interval;
      const ends = checked(figure).interval ?? formatBounds(low, high, figure.unit, lang);
      return text(ends.join(pen.signs.range), quiet);
    }),
    column(4, words.before, (figure) => {
      const { previous, unit } = figure;
      if (previous === null || previous.value === null) return blank;
      return text(checked(figure).before ?? formatNumber(previous.value, unit, lang));
    }),
    column(6, words.nBefore, (figure, row) =>
      text(casesText(figure.previous, figure.unit, row.definition, lang)),
    ),
    column(1, words.change, (figure, row) => changeCell(row, checked(figure), pen, options)),
    column(5, words.p, ({ change }) =>
      change === null || change.p === null ? blank : text(formatProbability(change.p, lang), quiet),
    ),
  ];
};
