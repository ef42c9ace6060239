import type { Edge, Indicator } from '../indicators/define.ts';
import type { Role } from '../report/schema.ts';
import { casesText } from './cases.ts';
import { terminalText } from './escape.ts';
import { type Column, draw, labelled, plan } from './layout.ts';
import { noteText } from './messages.ts';
import { formatNumber } from './numbers.ts';
import type { RenderOptions } from './options.ts';
import type { OwnFigure } from './own-figure.ts';
import { type Pen, penOf } from './style.ts';
import { segmentName } from './view.ts';
import { displayWidth, wrap } from './width.ts';
import { needsText, type Words, wordsOf } from './words.ts';

const intervalText = (indicator: Indicator, words: Words): string => {
  const { kind } = indicator.computation;
  return kind === 'share' || kind === 'mean' || kind === 'net-score'
    ? words.intervals[kind]
    : words.intervals.none;
};

const sourceText = (source: string, words: Words): string =>
  source
    .split(' ')
    .map((letter) => words.sources[letter] ?? letter)
    .join(', ');

const formulaFields = (
  { formula }: Indicator,
  own: OwnFigure | null,
  { lang }: RenderOptions,
): [string, string][] => {
  const words = wordsOf(lang);
  if (own === null) return [[words.formula, formula[lang]]];
  const { numerator, denominator } = own;
  return [
    [words.numerator, terminalText(numerator)],
    ...(denominator === null
      ? []
      : [[words.denominator, terminalText(denominator)] satisfies [string, string]]),
  ];
};

const fieldsOf = (
  indicator: Indicator,
  own: OwnFigure | null,
  options: RenderOptions,
): [string, string][] => {
  const { lang } = options;
  const words = wordsOf(lang);
  const notes = (indicator.notes ?? []).map((note) => noteText(note, lang));
  return [
    ...formulaFields(indicator, own, options),
    ...(indicator.remarks === undefined
      ? []
      : [[words.remarks, indicator.remarks[lang]] satisfies [string, string]]),
    ...notes.map((note): [string, string] => [words.notes, note]),
    [words.unit, `${words.units[indicator.unit]}${words.semicolon}${words.directions[indicator.better]}`],
    ...(indicator.base === undefined ? [] : [[words.base, words.baseMatters] satisfies [string, string]]),
    [words.needs, needsText(indicator.needs, words)],
    [words.uncertainty, intervalText(indicator, words)],
    [
      words.source,
      own === null ? sourceText(indicator.source, words) : `${words.declaredAt} ${terminalText(own.place)}`,
    ],
  ];
};

const settings = (edge: Edge): string[] => {
  const flags = (edge.flags ?? [])
    .join(' ')
    .replace(/--as-of \S+/, '')
    .trim();
  return flags === '' ? [] : [flags];
};

const caseColumns = (indicator: Indicator, pen: Pen, options: RenderOptions): Column<Edge>[] => {
  const { lang } = options;
  const words = wordsOf(lang);
  const column = (head: string, align: 'left' | 'right', cell: (edge: Edge) => string): Column<Edge> => ({
    head: { text: pen.text(head), paint: pen.paint.dim },
    align,
    yields: 0,
    cell: (edge) => ({ text: pen.text(cell(edge)) }),
  });
  const what = (edge: Edge): string => {
    const segment = edge.segment === undefined ? [] : [segmentName(edge.segment)];
    const reason = edge.note === undefined ? [] : [noteText(edge.note, lang)];
    const about = [...segment, ...settings(edge), ...reason];
    return `  ${edge.what[lang]}${about.length === 0 ? '' : ` (${about.join(words.semicolon)})`}`;
  };
  return [
    column(`  ${words.case}`, 'left', what),
    column(words.period, 'left', (edge) => edge.period),
    column(words.value, 'right', (edge) =>
      edge.value === null ? words.none : formatNumber(edge.value, indicator.unit, lang),
    ),
    column(words.n, 'right', ({ numerator = null, denominator = null }) =>
      casesText({ numerator, denominator }, indicator.unit, indicator, lang),
    ),
  ];
};

const caseData = (edge: Edge, pen: Pen, options: RenderOptions): string[] =>
  Object.entries(edge.given).flatMap(([role, data]) => {
    const words = wordsOf(options.lang);
    const title = `${words.roles[role as Role]}${words.colon}${edge.what[options.lang]}`;
    const rows = data.trimEnd().split('\n');
    return [
      '',
      ...wrap(pen.text(title), options.width - 2).map((line) => `  ${line}`),
      ...rows.map((row) => pen.paint.dim(`    ${pen.text(row)}`)),
    ];
  });

const casesLines = (indicator: Indicator, pen: Pen, options: RenderOptions): string[] => {
  const layout = plan(caseColumns(indicator, pen, options), indicator.edges, options.width);
  return [
    '',
    pen.paint.bold(pen.text(wordsOf(options.lang).cases)),
    ...draw(
      layout,
      layout.columns.map(({ head }) => head),
      indicator.edges,
    ),
    ...(options.verbose ? indicator.edges.flatMap((edge) => caseData(edge, pen, options)) : []),
  ];
};

/**
 * What an indicator means: question, formula, remarks, unit, needs, sources, interval and its worked cases. Of one that a
 * configuration declares, `own`, what is written there.
 */
export const renderExplain = (
  indicator: Indicator,
  options: RenderOptions,
  own: OwnFigure | null = null,
): string => {
  const { lang, width } = options;
  const pen = penOf(options);
  const fields = fieldsOf(indicator, own, options).map(
    ([label, text]) => [pen.text(label), pen.text(text)] as const,
  );
  const labelWidth = Math.max(...fields.map(([label]) => displayWidth(label))) + 2;
  const lines = [
    `${pen.paint.bold(pen.text(terminalText(indicator.title[lang])))}  ${pen.paint.dim(indicator.id)}`,
    '',
    ...(own === null ? [...wrap(pen.text(indicator.question[lang]), width), ''] : []),
    ...fields.flatMap(([label, text]) =>
      labelled({ text: label, paint: pen.paint.dim }, { text }, labelWidth, width),
    ),
    ...(indicator.edges.length === 0 ? [] : casesLines(indicator, pen, options)),
  ];
  return `${lines.join('\n')}\n`;
};
