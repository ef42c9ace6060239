import { LoyaltyError } from '../errors.ts';
import { exportsOf, type Indicator } from '../indicators/define.ts';
import { operandsOf } from '../indicators/index.ts';
import type { Outcome, Question } from '../report/outcome.ts';
import type { KpiRequest } from '../report/request.ts';
import type { Report } from '../report/schema.ts';
import { causesOf, type Totals } from './causes.ts';
import { closedPeriods } from './closed.ts';
import { type Definitions, settingsOf } from './definitions.ts';
import { evidence } from './evidence.ts';
import type { Earlier } from './history.ts';
import { amountsOf, type HistoryLine, keyOf, linesOf, periodKey, saysTheSame } from './line.ts';
import type { Restated } from './schema.ts';

/** What a night knows of its figures: of its own period, of the closed ones, and which of those are not what they were. */
export interface Known {
  /** Of the night's period: the figures asked for, then those the causes are read from. */
  readonly own: readonly HistoryLine[];
  /** Those and the figures of the closed periods. */
  readonly lines: readonly HistoryLine[];
  /** Of the figures asked for. */
  readonly restated: readonly Restated[];
}

const isWitness = (id: string): boolean => evidence.some((indicator) => indicator.id === id);

const ofShape = ({ segment }: HistoryLine): string => Object.keys(segment ?? {}).join();

/** A figure of a segment that nobody is in any more. */
const vanished = (before: HistoryLine, now: HistoryLine): HistoryLine => ({
  ...now,
  id: before.id,
  segment: before.segment,
  value: null,
  exact: null,
  numerator: null,
  denominator: null,
  status: 'unavailable',
});

const totalsOf = (lines: Iterable<HistoryLine>): Map<string, Map<string, HistoryLine>> => {
  const periods = new Map<string, Map<string, HistoryLine>>();
  for (const line of lines) {
    if (line.segment !== null || !isWitness(line.id)) continue;
    const totals = periods.get(periodKey(line)) ?? new Map<string, HistoryLine>();
    periods.set(periodKey(line), totals.set(line.id, line));
  }
  return periods;
};

const none: Totals = new Map();

const comparison = (
  lines: readonly HistoryLine[],
  { finished }: Earlier,
  asked: ReadonlyMap<string, Indicator>,
): Restated[] => {
  const [before, after] = [totalsOf(finished.values()), totalsOf(lines)];
  return lines.flatMap((now): Restated[] => {
    const old = finished.get(keyOf(now));
    const indicator = asked.get(now.id);
    if (indicator === undefined || old === undefined || saysTheSame(old, now)) return [];
    if (old.status === 'undefined' && now.status === 'undefined') return [];
    const change = {
      ...{ old, now },
      totalsBefore: before.get(periodKey(now)) ?? none,
      totalsNow: after.get(periodKey(now)) ?? none,
      needs: exportsOf(indicator),
      operands: operandsOf(indicator),
      onAmounts: indicator.needs.includes('orders.amount'),
      isCumulative: indicator.cumulative === true || indicator.history === 'two-years',
    };
    return [
      {
        period: now.period,
        id: now.id,
        segment: now.segment,
        unit: indicator.unit,
        old: { asOf: old.asOf, ...amountsOf(old) },
        now: amountsOf(now),
        causes: causesOf(change),
      },
    ];
  });
};

/** What a night asks beside its own question, of the files that are loaded for that. */
export interface Asking {
  readonly request: KpiRequest;
  readonly ask: (question: Question) => Promise<Outcome>;
  /** How many closed periods are asked again. */
  readonly restate: number;
  readonly definitions: Definitions;
  /** Names the run in its history. */
  readonly run: string | null;
}

/**
 * Asks for the figures of the closed periods that are known, and for those that tell why one of them changed; `main` is
 * the answer to the night's own question.
 */
export const restate = async (
  main: Outcome,
  earlier: Earlier,
  { request, ask, restate: most, definitions, run }: Asking,
): Promise<Known> => {
  const asked = new Map(request.indicators.map((indicator) => [indicator.id, indicator]));
  const missing = evidence.filter(({ id }) => !asked.has(id));
  const all = [...request.indicators, ...missing];
  const settings = new Map(all.map((indicator) => [indicator.id, settingsOf(definitions, indicator)]));
  const linesIn = (report: Report): HistoryLine[] => linesOf(report, (id) => settings.get(id)!, run);
  const linesAbout = async (period: string, these: readonly Indicator[]): Promise<HistoryLine[]> => {
    if (these.length === 0) return [];
    const { report } = await ask({ period, compare: 'none', base: request.base, indicators: these });
    const lines = linesIn(report);
    return lines.filter(
      ({ id, status, segment }) => asked.has(id) || (segment === null && status !== 'unavailable'),
    );
  };
  const own = [...linesIn(main.report), ...(await linesAbout(request.period, missing))];
  const lines = [...own];
  const context = { asOf: request.asOf, fiscalStart: request.fiscalStart, restate: most };
  for (const period of most === 0 ? [] : closedPeriods(main.report.period.label, earlier, context))
    try {
      lines.push(...(await linesAbout(period, all)));
    } catch (error) {
      if (!(error instanceof LoyaltyError) || error.code !== 'base_shorter_than_period') throw error;
    }
  const keys = new Set(lines.map(keyOf));
  const told = new Map(
    lines.map((line) => [JSON.stringify([periodKey(line), line.id, ofShape(line)]), line]),
  );
  const gone = [...earlier.lines.values()].flatMap((before) => {
    const now = told.get(JSON.stringify([periodKey(before), before.id, ofShape(before)]));
    return before.segment === null || now === undefined || keys.has(keyOf(before))
      ? []
      : [vanished(before, now)];
  });
  const everything = [...lines, ...gone];
  return { own, lines: everything, restated: comparison(everything, earlier, asked) };
};
