import type { CheckResult, Figure, Report } from '../../report/schema.ts';
import { terminalText } from '../escape.ts';
import type { RenderOptions } from '../options.ts';
import { stateOf } from './view.ts';

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly unit?: string;
  readonly samples: readonly Sample[];
}

/** A `#` ends the line for GitLab's parser wherever it stands, and the format has no escape for it. */
const labelText = (text: string): string =>
  terminalText(text)
    .replaceAll('#', '＃')
    .replace(/[\\"]/g, (character) => `\\${character}`);

const labelsText = (labels: Sample['labels']): string => {
  const written = Object.entries(labels).map(([name, value]) => `${name}="${labelText(value)}"`);
  return written.length === 0 ? '' : `{${written.join(',')}}`;
};

/** The lines of a family; of series that would be the same the later ones are told apart by a label of their own. */
const familyLines = ({ name, help, unit, samples }: Family): string[] => {
  if (samples.length === 0) return [];
  const times = new Map<string, number>();
  const lines = samples.map(({ labels, value }) => {
    const series = labelsText(labels);
    const time = (times.get(series) ?? 0) + 1;
    times.set(series, time);
    return `${name}${time === 1 ? series : labelsText({ ...labels, repeat: String(time) })} ${value}`;
  });
  return [
    `# TYPE ${name} gauge`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help}`,
    ...lines,
  ];
};

const segmentLabels = (segment: Figure['segment']): Record<string, string> => ({
  attribute: Object.keys(segment ?? {}).join(','),
  segment: Object.values(segment ?? {}).join(','),
});

const figureFamily = (
  report: Report,
  name: string,
  help: string,
  numberOf: (figure: Figure) => number | null,
): Family => ({
  name,
  help,
  samples: report.figures.flatMap((figure) => {
    const value = numberOf(figure);
    if (value === null || !Number.isFinite(value)) return [];
    const { id, unit, segment, status } = figure;
    return [{ labels: { id, unit, ...segmentLabels(segment), status }, value }];
  }),
});

const checkFamily = (
  report: Report,
  name: string,
  help: string,
  holds: (check: CheckResult) => boolean,
): Family => ({
  name,
  help,
  samples: report.checks.map((check) => {
    const { id, segment, level } = check;
    const labels = { id, ...segmentLabels(segment), check: check.check, name: check.name ?? '', level };
    return { labels, value: holds(check) ? 1 : 0 };
  }),
});

const dayFamily = (name: string, help: string, day: string | null): Family => ({
  name: `loyalty_${name}_timestamp_seconds`,
  help: `${help}, at midnight UTC.`,
  unit: 'seconds',
  samples: day === null ? [] : [{ labels: {}, value: Date.parse(`${day}T00:00:00Z`) / 1000 }],
});

const runFamily = ({ tool, period, base }: Report): Family => ({
  name: 'loyalty_run_info',
  help: 'What the figures are of and what made them, always 1.',
  samples: [
    {
      labels: {
        version: tool.version,
        engine: tool.engine,
        period: period.label,
        period_status: period.status,
        timezone: period.timezone,
        base,
      },
      value: 1,
    },
  ],
});

/**
 * The figures and checks as OpenMetrics text that the Prometheus text format reads too: gauges alone. What has no value is
 * absent; a check that was not evaluated neither passed nor was evaluated.
 */
export const openmetrics = (report: Report, _options: RenderOptions): string => {
  const { period, asOf, dataThrough } = report;
  const families: Family[] = [
    runFamily(report),
    dayFamily('period_start', 'First day of the period', period.start),
    dayFamily('period_stop', 'Day after the last of the period', period.stop),
    dayFamily('as_of', 'Day the data are looked at from', asOf),
    dayFamily('data_through', 'Last day of the data', dataThrough),
    figureFamily(
      report,
      'loyalty_figure',
      'Value of a figure in its unit, shares from 0 to 1.',
      ({ value }) => value,
    ),
    figureFamily(report, 'loyalty_figure_numerator', 'What a figure divides.', ({ numerator, value }) =>
      value === null ? null : numerator,
    ),
    figureFamily(
      report,
      'loyalty_figure_denominator',
      'What a figure divides by.',
      ({ denominator, value }) => (value === null ? null : denominator),
    ),
    checkFamily(
      report,
      'loyalty_check_passed',
      '1 where a check passed, 0 where it failed, was not evaluated or cannot be told.',
      (check) => stateOf(check) === 'passed',
    ),
    checkFamily(
      report,
      'loyalty_check_evaluated',
      '1 where a check could be evaluated, else 0.',
      (check) => stateOf(check) !== 'unevaluated',
    ),
    checkFamily(
      report,
      'loyalty_check_conclusive',
      '1 where a check passed or failed, 0 where its interval lies on both sides or it was not evaluated.',
      ({ verdict }) => verdict === 'passed' || verdict === 'failed',
    ),
  ];
  return `${[...families.flatMap(familyLines), '# EOF'].join('\n')}\n`;
};
