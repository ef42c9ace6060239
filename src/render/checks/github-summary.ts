import type { CheckResult, Figure, Report } from '../../report/schema.ts';
import { markdownData, markdownText } from '../escape.ts';
import { headingOf } from '../heading.ts';
import { figureSections } from '../markdown.ts';
import type { RenderOptions } from '../options.ts';
import { sectionsOf } from '../view.ts';
import { wordsOf } from '../words.ts';
import { checksMarkdown, fitting } from './markdown.ts';
import { stateOf } from './view.ts';
import { checkWords } from './words.ts';

/** GitHub takes a summary of 1 MiB and refuses a longer one whole: so much for the checks, and as much for their figures. */
const mostBytes = 300_000;

const isSame = (check: CheckResult, figure: Figure): boolean =>
  check.id === figure.id && JSON.stringify(check.segment) === JSON.stringify(figure.segment);

/** The checks and the figures they are on as a GitHub step summary; what did not pass stands first. */
export const githubSummary = (report: Report, options: RenderOptions): string => {
  const { lang, own } = options;
  const words = wordsOf(lang);
  const checks = [
    ...report.checks.filter((check) => stateOf(check) !== 'passed'),
    ...report.checks.filter((check) => stateOf(check) === 'passed'),
  ];
  const about = headingOf(report, lang, markdownData).map(({ label, text }) =>
    label === '' ? `  - ${text}` : `- ${label}${words.colon}${text}`,
  );
  const figures = report.figures.filter((figure) => checks.some((check) => isSame(check, figure)));
  const lines = [
    `## ${markdownText(`${checkWords(lang).title}${words.colon}${report.period.label}`)}`,
    '',
    ...checksMarkdown(checks, options, mostBytes),
    ...fitting(figureSections(sectionsOf({ ...report, figures }, lang, own), checks, lang, '###'), mostBytes),
    '',
    ...about,
  ];
  return `${lines.join('\n')}\n`;
};
