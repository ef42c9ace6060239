import type { DerivedOptions, Indicator } from '../indicators/define.ts';
import type { Day } from '../period/index.ts';
import { tally } from '../warehouse/aggregate.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { Base } from '../warehouse/facts/windows.ts';
import { unmetNeeds } from './availability.ts';
import { computeCells } from './cells.ts';
import { type Facts, makeFacts } from './facts.ts';
import { type Assembled, assembleFigures } from './figures.ts';
import { type extentsOf, frameOf } from './frame.ts';
import type { Gathered } from './gather.ts';
import { inputFindings } from './input-findings.ts';
import type { SurveyMatch } from './joins.ts';
import type { Tally } from './period-values.ts';
import type { Finding, KpiRequest, Surroundings } from './request.ts';
import type { Report } from './schema.ts';
import { settingsOf } from './settings.ts';
import type { Settled } from './settle.ts';

/** The version of the report's form; it changes with the form alone. */
export const schemaVersion = '1.0';

/** What is asked of loaded files: figures of a period, compared with another. */
export type Question = Pick<KpiRequest, 'period' | 'compare' | 'base' | 'indicators'>;

/** What is known of the data themselves, beside the figures. */
export interface DataFacts {
  /** The day of the last order that counts, whatever `--data-through` says; null without any. */
  readonly lastOrder: Day | null;
  /** Null without surveys or orders, or where the answers name nobody. */
  readonly surveys: SurveyMatch | null;
}

/** A report, the exact values behind its figures in their order, and what was guessed on the way to it. */
export interface Outcome {
  readonly report: Report;
  readonly exact: readonly Assembled[];
  readonly data: DataFacts;
  readonly guesses: readonly Finding[];
}

/** What is known once the files are loaded and their rows settled. */
export interface Settlement {
  readonly settled: Settled;
  readonly extents: Awaited<ReturnType<typeof extentsOf>>;
  readonly inputs: Report['inputs'];
}

const baseLabel = (base: Base): string => (base.kind === 'active' ? base.label : base.kind);

const talliesOf = async (
  engine: Engine,
  indicators: readonly Indicator[],
  facts: Facts,
): Promise<Map<string, Tally>> => {
  const tallies = new Map<string, Tally>();
  for (const { id, computation } of indicators) {
    if (computation.kind !== 'tally') continue;
    const rows = facts.get(computation.grain);
    if (rows !== undefined) tallies.set(id, await tally(engine, rows, computation.by));
  }
  return tallies;
};

const withOperands = (asked: readonly Indicator[], all: ReadonlyMap<string, Indicator>): Indicator[] => {
  const needed = new Map<string, Indicator>();
  const visit = (indicator: Indicator): void => {
    if (needed.has(indicator.id)) return;
    if (indicator.computation.kind === 'derived')
      for (const id of indicator.computation.from) visit(all.get(id)!);
    needed.set(indicator.id, indicator);
  };
  for (const indicator of asked) visit(indicator);
  return [...needed.values()];
};

const guessesOf = (gathered: Gathered, settled: Settled, request: KpiRequest): Finding[] => {
  const folded =
    request.grain === null && settled.orders?.grain === 'lines' ? (gathered.sources.get('orders') ?? []) : [];
  const guessed = folded
    .filter(({ applied }) => applied === null)
    .map(({ file }): Finding => ({ code: 'grain_guessed', details: [file.original.name], count: null }));
  return [...gathered.findings, ...guessed];
};

/** Answers a request over settled files: makes the facts of its periods, computes the figures, writes the report. */
export const compute = async (
  request: KpiRequest,
  all: ReadonlyMap<string, Indicator>,
  gathered: Gathered,
  { settled, extents, inputs }: Settlement,
  surroundings: Surroundings,
): Promise<Outcome> => {
  const { engine } = gathered;
  const { overall, span } = extents;
  const extent =
    overall === null || request.dataThrough === null ? overall : { ...overall, last: request.dataThrough };
  const frame = frameOf(request, extent, span);
  const facts = await makeFacts(gathered, request, frame.facts, settled.orders);
  const needed = withOperands(request.indicators, all);
  const unmet = new Map(
    needed.map((indicator) => [indicator.id, unmetNeeds(gathered, indicator, request.base)]),
  );
  const available = needed.filter(({ id }) => unmet.get(id)!.length === 0);
  const cells = await computeCells(engine, available, facts, {
    periods: frame.facts.map(({ index }) => index),
    segments: request.by?.scope ?? null,
  });
  const options: DerivedOptions = { margin: request.margin, lifespanGiven: request.lifespan !== null };
  const exact = assembleFigures({
    asked: request.indicators,
    needed,
    unmet,
    cells,
    tallies: await talliesOf(engine, available, facts),
    request,
    options,
    facts: frame.facts,
    orders: gathered.sources.has('orders') ? extent : null,
    incomplete: frame.incomplete,
    extent,
    enrolmentDated:
      gathered.sources.get('customers')?.some(({ mapping }) => mapping.fields.has('enrolled_at')) ?? true,
  });
  const findings = [...settled.findings, ...inputFindings(inputs)];
  if (frame.incomplete)
    findings.push({ code: 'period_incomplete', details: [frame.period!.label], count: null });
  const { period, comparison } = frame;
  const report: Report = {
    schemaVersion,
    tool: { name: 'loyalty', version: surroundings.version, engine: engine.version },
    asOf: request.asOf,
    dataThrough: extent?.last ?? null,
    period: {
      label: period?.label ?? 'all',
      start: period?.start ?? null,
      stop: period?.stop ?? null,
      timezone: request.timezone,
      status: period === null ? 'empty' : frame.incomplete ? 'incomplete' : 'complete',
    },
    comparison:
      comparison === null
        ? null
        : { label: comparison.label, start: comparison.start, stop: comparison.stop },
    base: baseLabel(request.base),
    settings: settingsOf(request),
    inputs,
    figures: exact.map(({ figure }) => figure),
    checks: [],
    warnings: findings.map((finding) => ({
      ...finding,
      message: surroundings.describe(finding),
      details: [...finding.details],
    })),
  };
  return {
    report,
    exact,
    data: {
      lastOrder: gathered.sources.has('orders') ? (overall?.last ?? null) : null,
      surveys: settled.surveys,
    },
    guesses: guessesOf(gathered, settled, request),
  };
};
