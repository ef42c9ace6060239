import type { Figure, Report } from '../report/schema.ts';
import { casesText } from './cases.ts';
import { movementOf } from './change.ts';
import { checksMarkdown } from './checks/markdown.ts';
import { checkWords } from './checks/words.ts';
import { markdownData, markdownText } from './escape.ts';
import { noteSentences } from './footnotes.ts';
import { headingOf } from './heading.ts';
import { warningText } from './messages.ts';
import { formatBounds, formatNumber, formatValue } from './numbers.ts';
import type { Language, RenderOptions } from './options.ts';
import { type Entry, missingOf, type Section, sectionsOf, segmentName } from './view.ts';
import { wordsOf } from './words.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const changeText = (figure: Figure, entry: Entry, lang: Language): string => {
  const movement = movementOf(figure, entry.definition, lang);
  if (movement === null) return '';
  const verdict = movement.verdict === 'none' ? '' : ` (${wordsOf(lang)[movement.verdict]})`;
  return `${movement.amount}${verdict}`;
};

const figureRow = (title: string, figure: Figure | null, entry: Entry, lang: Language): string => {
  if (figure === null) return row([title, '', '', '', '', '', '']);
  const { interval, previous, unit } = figure;
  return row([
    title,
    formatValue(figure, lang) ?? wordsOf(lang).none,
    casesText(figure, unit, entry.definition, lang),
    interval === null ? '' : formatBounds(interval.low, interval.high, unit, lang).join(' – '),
    previous === null || previous.value === null ? '' : formatNumber(previous.value, unit, lang),
    changeText(figure, entry, lang),
    noteSentences(figure, lang).map(markdownText).join('; '),
  ]);
};

const sectionLines = (section: Section, lang: Language, mark: string): string[] => {
  const words = wordsOf(lang);
  const level = formatNumber(0.95, 'share', lang).replace(/[.,]0/, '');
  const heads = [
    words.figure,
    words.value,
    words.n,
    words.interval(level),
    words.before,
    words.change,
    words.notes,
  ];
  const rows = section.entries.flatMap((entry) => [
    figureRow(markdownText(entry.title), entry.total, entry, lang),
    ...entry.segments.map((figure) =>
      figureRow(`↳ ${markdownData(segmentName(figure.segment ?? {}))}`, figure, entry, lang),
    ),
  ]);
  return [
    '',
    `${mark} ${markdownText(section.title)}`,
    '',
    row(heads),
    '|---|---:|---:|---:|---:|---:|---|',
    ...rows,
  ];
};

/** A table for each group of figures, under a heading of the given depth. */
export const figureSections = (sections: readonly Section[], lang: Language, mark = '##'): string[] =>
  sections.flatMap((section) => sectionLines(section, lang, mark));

const list = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${item}`)];

const definitions = (sections: readonly Section[], lang: Language): string[] =>
  sections
    .flatMap(({ entries }) => entries)
    .flatMap(({ definition }) =>
      definition === undefined
        ? []
        : [
            `${markdownText(definition.title[lang])} (\`${definition.id}\`)${wordsOf(lang).colon}${markdownText(definition.formula[lang])}`,
          ],
    );

/** The report as GitHub-flavoured Markdown: heading, a table per group, the checks, what was not computed, definitions. */
export const markdown = (report: Report, options: RenderOptions): string => {
  const { lang } = options;
  const words = wordsOf(lang);
  const sections = sectionsOf(report, lang, options.own);
  const heading = headingOf(report, lang, markdownData).map(({ label, text }) =>
    label === '' ? `  - ${text}` : `- ${label}${words.colon}${text}`,
  );
  const missing = missingOf(report, lang, options.own).map(([need, titles]) =>
    markdownText(`${need}${words.colon}${titles.join(words.semicolon)}`),
  );
  const warnings = options.verbose
    ? report.warnings.map((warning) => markdownText(warningText(warning, lang)))
    : [];
  const lines = [
    `# ${markdownText(report.period.label)}`,
    '',
    ...heading,
    ...figureSections(sections, lang),
    ...(report.checks.length === 0
      ? []
      : ['', `## ${checkWords(lang).title}`, '', ...checksMarkdown(report.checks, lang)]),
    ...list(words.missing, missing),
    ...list(words.warnings, warnings),
    ...list(words.definitions, definitions(sections, lang)),
  ];
  return `${lines.join('\n')}\n`;
};
