import type { CheckResult, Report } from '../../report/schema.ts';
import type { RenderOptions } from '../options.ts';
import { type State, sentenceOf, stateOf } from './view.ts';
import { element } from './xml.ts';

const outcome = (check: CheckResult, state: State, { own }: RenderOptions): string[] => {
  const message = sentenceOf(check, 'en', own);
  if (state === 'passed') return [];
  if (state === 'failed')
    return element(
      'failure',
      { message, type: check.verdict === 'inconclusive' ? 'inconclusive' : 'failed' },
      message,
    );
  if (state === 'unevaluated')
    return element('error', { message, type: check.reason ?? 'not_evaluated' }, message);
  return element('system-out', {}, `${state === 'warned' ? 'warning' : 'inconclusive'}: ${message}`);
};

const testcase = (check: CheckResult, options: RenderOptions): string[] => {
  const name = check.name === null ? check.check : `${check.name}: ${check.check}`;
  return element(
    'testcase',
    { name, classname: `loyalty.${check.id}`, time: 0 },
    outcome(check, stateOf(check), options),
  );
};

const properties = (report: Report): string[] => {
  const { period, comparison, tool } = report;
  const known: Record<string, string | null> = {
    tool: `${tool.name} ${tool.version}`,
    engine: tool.engine,
    period: period.label,
    'period.start': period.start,
    'period.stop': period.stop,
    'period.timezone': period.timezone,
    'period.status': period.status,
    comparison: comparison?.label ?? null,
    'comparison.start': comparison?.start ?? null,
    'comparison.stop': comparison?.stop ?? null,
    base: report.base,
    as_of: report.asOf,
    data_through: report.dataThrough,
  };
  const inputs = report.inputs.flatMap(({ role, path, sha256, records }, index) =>
    Object.entries({ role, path, sha256, records }).map(
      ([key, value]) => [`input.${index + 1}.${key}`, String(value)] as const,
    ),
  );
  const all = [...Object.entries(known), ...inputs].flatMap(([name, value]) =>
    value === null ? [] : element('property', { name, value }),
  );
  return element('properties', {}, all);
};

/**
 * The checks as JUnit XML, in English: what failed is a failure, what could not be evaluated an error, never a skip, and
 * a warning a test that passed and says so. Its time is the as-of day of the report.
 */
export const junit = (report: Report, options: RenderOptions): string => {
  const { checks } = report;
  const count = (state: State): number => checks.filter((check) => stateOf(check) === state).length;
  const totals = { tests: checks.length, failures: count('failed'), errors: count('unevaluated') };
  const suite = element(
    'testsuite',
    { name: 'loyalty', ...totals, skipped: 0, time: 0, timestamp: `${report.asOf}T00:00:00` },
    [...properties(report), ...checks.flatMap((check) => testcase(check, options))],
  );
  const lines = element('testsuites', { name: 'loyalty', ...totals, time: 0 }, suite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
};
