import type { InspectedFile } from '../../inspection/schema.ts';
import { terminalText } from '../escape.ts';
import { recordsText } from '../heading.ts';
import { type Column, draw, plan } from '../layout.ts';
import { formatCount } from '../numbers.ts';
import type { RenderOptions } from '../options.ts';
import { penOf } from '../style.ts';
import { cut } from '../width.ts';
import { wordsOf } from '../words.ts';
import { type Line, labelledLines, titleLine } from './lines.ts';
import { flagOf } from './words/en.ts';
import { inspectionWords } from './words.ts';

type InspectedColumn = InspectedFile['columns'][number];

const writtenText = (file: InspectedFile, options: RenderOptions): string => {
  const words = inspectionWords(options.lang);
  const { encoding, delimiter, decimal, dates } = file;
  const by = encoding === null ? '' : words.encodingBy[encoding.by];
  const notations = new Set(dates.map(({ notation, offset }) => words.dates(notation, offset)));
  return [
    ...(encoding === null ? [] : [`${encoding.name}${by === '' ? '' : ` (${by})`}`]),
    ...(delimiter === null ? [] : [words.between(words.delimiters[delimiter] ?? delimiter)]),
    ...(decimal === null ? [] : [words.decimal(decimal)]),
    ...notations,
  ].join(', ');
};

const profileText = ({ profile, role }: InspectedFile, options: RenderOptions): string => {
  const words = inspectionWords(options.lang);
  if (profile === null) return words.noProfile;
  const by = profile.by === 'declared' ? words.declared : words.knownBy(profile.columns.join(', '));
  const refunds = role === 'orders' ? [words.refunds[profile.refunds]] : [];
  return [`${profile.id} (${profile.title})`, by, ...refunds].join(wordsOf(options.lang).semicolon);
};

/** The fields that are arithmetic of columns. */
const arithmeticLines = ({ fields, columns }: InspectedFile, options: RenderOptions): Line[] => {
  const words = inspectionWords(options.lang);
  const found = fields.filter(
    ({ column }) => columns.length > 0 && !columns.some(({ name }) => name === column),
  );
  return found.map(({ field, column }) => [words.field, words.computed(field, column)]);
};

const aboutLines = (file: InspectedFile, options: RenderOptions): Line[] => {
  const words = inspectionWords(options.lang);
  const general = wordsOf(options.lang);
  const { role, roleBy, encoding, preamble, headerRows, records, reconciliation, refusal } = file;
  const by = words.roleBy[roleBy.kind](roleBy.details.join(', '));
  const flag = role === 'orders' ? '' : ` (${words.giveAs} ${flagOf[role]})`;
  return [
    [words.role, `${general.roles[role]}, ${by}${flag}`],
    ...(encoding === null ? [] : [[words.written, writtenText(file, options)] as const]),
    ...(preamble === null || headerRows === null
      ? []
      : [[words.header, words.preamble(preamble, headerRows)] as const]),
    ...(file.columns.length === 0 ? [] : [[words.profile, profileText(file, options)] as const]),
    ...arithmeticLines(file, options),
    ...(records === null
      ? []
      : [
          [
            words.records,
            reconciliation === null
              ? general.records(formatCount(records, options.lang))
              : recordsText({ records, reconciliation }, options.lang),
          ] as const,
        ]),
    ...(refusal === null ? [] : [[words.refused, refusal.message] as const]),
  ];
};

const shapesText = ({ shapes, values }: InspectedColumn, lang: RenderOptions['lang']): string =>
  terminalText(
    (values ?? shapes.map(({ shape, count }) => `${shape} (${formatCount(count, lang)})`)).join('  '),
  );

/** A text cut to a width, the mark of the cut in the signs there are. */
const shortened = (text: string, width: number, options: RenderOptions): string => {
  const pen = penOf(options);
  const written = pen.text(text);
  const fits = cut(written, width) === written;
  return fits ? written : pen.text(cut(written, options.unicode ? width : width - 2));
};

/** Columns that nobody reads and nothing fills are named together. */
const isTold = ({ fields, filled, sampled }: InspectedColumn): boolean =>
  fields.length > 0 || filled > 0 || sampled === 0;

const widest = 26;

const columnLines = (file: InspectedFile, options: RenderOptions): string[] => {
  const shown = file.columns.filter(isTold);
  if (shown.length === 0) return [];
  const { lang, width } = options;
  const words = inspectionWords(lang);
  const pen = penOf(options);
  const quiet = pen.paint.dim;
  const cells: Omit<Column<InspectedColumn>, 'head'>[] = [
    { align: 'left', yields: 0, cell: ({ name }) => ({ text: pen.text(`  ${terminalText(name, widest)}`) }) },
    { align: 'left', yields: 0, cell: ({ fields }) => ({ text: fields.join(', '), paint: pen.paint.bold }) },
    { align: 'right', yields: 0, cell: ({ filled }) => ({ text: pen.text(formatCount(filled, lang)) }) },
  ];
  const heads = [`  ${words.column}`, words.field, words.filled].map((text) => ({
    text: pen.text(text),
    paint: quiet,
  }));
  const columns = cells.map((cell, index) => ({ ...cell, head: heads[index]! }));
  const layout = plan(columns, shown, width - Math.max(14, Math.floor(width * 0.3)), 12);
  const used = layout.widths.reduce((sum, one) => sum + one + 2, 0);
  const room = Math.max(12, width - used);
  const last: Column<InspectedColumn> = {
    head: {
      text: shortened(file.columns[0]!.values === null ? words.shapes : words.values, room, options),
      paint: quiet,
    },
    align: 'left',
    yields: 0,
    cell: (column) => ({ text: shortened(shapesText(column, lang), room, options), paint: quiet }),
  };
  const whole = { columns: [...layout.columns, last], widths: [...layout.widths, room] };
  const empty = file.columns.filter((column) => !isTold(column)).map(({ name }) => name);
  const sampled = words.sampled(formatCount(file.columns[0]!.sampled, lang));
  return [
    '',
    ...draw(
      whole,
      whole.columns.map(({ head }) => head),
      shown,
    ),
    ...labelledLines(
      [['', sampled], ...(empty.length === 0 ? [] : [[words.emptyColumns, empty.join(', ')] as const])],
      options,
    ),
  ];
};

/** What is understood of one file: how it is written, whose it is, its columns, and why it is refused if it is. */
export const fileLines = (file: InspectedFile, options: RenderOptions): string[] => [
  titleLine(file.path, options),
  ...labelledLines(aboutLines(file, options), options),
  ...columnLines(file, options),
];
