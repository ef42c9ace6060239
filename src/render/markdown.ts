import type { CheckResult, Figure, Report } from '../report/schema.ts';
import { casesText } from './cases.ts';
import { movementOf } from './change.ts';
import { type CheckedTexts, checkedTexts } from './checks/figures.ts';
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

const changeText = (figure: Figure, entry: Entry, checked: CheckedTexts, lang: Language): string => {
  const movement = movementOf(figure, entry.definition, lang);
  if (movement === null) return '';
  const verdict = movement.verdict === 'none' ? '' : ` (${wordsOf(lang)[movement.verdict]})`;
  return `${checked.change ?? movement.amount}${verdict}`;
};

type CheckedOf = (figure: Figure) => CheckedTexts;

const figureRow = (
  title: string,
  figure: Figure | null,
  entry: Entry,
  checkedOf: CheckedOf,
  lang: Language,
): string => {
  if (figure === null) return row([title, '', '', '', '', '', '']);
  const checked = checkedOf(figure);
  const { interval, previous, unit } = figure;
  return row([
    title,
    checked.value ?? formatValue(figure, lang) ?? wordsOf(lang).none,
    casesText(figure, unit, entry.definition, lang),
    interval === null
      ? ''
      : (checked.interval ?? formatBounds(interval.low, interval.high, unit, lang)).join(' – '),
    previous === null || previous.value === null
      ? ''
      : (checked.before ?? formatNumber(previous.value, unit, lang)),
    changeText(figure, entry, checked, lang),
    noteSentences(figure, lang).map(markdownText).join('; '),
  ]);
};

const sectionLines = (section: Section, checked: CheckedOf, lang: Language, mark: string): string[] => {
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
    figureRow(markdownText(entry.title), entry.total, entry, checked, lang),
    ...entry.segments.map((figure) =>
      figureRow(`↳ ${markdownData(segmentName(figure.segment ?? {}))}`, figure, entry, checked, lang),
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

/** A table for each group of figures, under a heading of the given depth; what checks are on is told as they tell it. */
export const figureSections = (
  sections: readonly Section[],
  checks: readonly CheckResult[],
  lang: Language,
  mark = '##',
): string[] => {
  const checked = checkedTexts(checks, lang);
  return sections.flatMap((section) => sectionLines(section, checked, lang, mark));
};

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
    ...figureSections(sections, report.checks, lang),
    ...(report.checks.length === 0
      ? []
      : ['', `## ${checkWords(lang).title}`, '', ...checksMarkdown(report.checks, options)]),
    ...list(words.missing, missing),
    ...list(words.warnings, warnings),
    ...list(words.definitions, definitions(sections, lang)),
  ];
  return `${lines.join('\n')}\n`;
};
