import type { DerivedOptions, Grain, Indicator } from '../indicators/define.ts';
import { parsePeriod } from '../period/index.ts';
import { makeWorkspace } from '../sources/workspace.ts';
import { defineMacros, tally } from '../warehouse/aggregate.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { Base } from '../warehouse/facts/windows.ts';
import { unmetNeeds } from './availability.ts';
import { computeCells } from './cells.ts';
import { asRefusal } from './engine-faults.ts';
import { makeFacts } from './facts.ts';
import { assembleFigures, type Tally } from './figures.ts';
import { extentsOf, frameOf } from './frame.ts';
import { type Gathered, gather } from './gather.ts';
import type { Finding, KpiRequest, Surroundings } from './request.ts';
import { rowRulesOf } from './rules.ts';
import type { Report } from './schema.ts';
import { settle } from './settle.ts';

/** The version of the report's form; it changes with the form alone. */
export const schemaVersion = '1.0';

/** A report, and what was guessed on the way to it. */
export interface Outcome {
  readonly report: Report;
  readonly guesses: readonly Finding[];
}

const baseLabel = (base: Base): string => (base.kind === 'active' ? base.label : base.kind);

const talliesOf = async (
  engine: Engine,
  indicators: readonly Indicator[],
  grains: ReadonlySet<Grain>,
): Promise<Map<string, Tally>> => {
  const tallies = new Map<string, Tally>();
  for (const { id, computation } of indicators)
    if (computation.kind === 'tally' && grains.has(computation.grain))
      tallies.set(id, await tally(engine, computation.grain, computation.by));
  return tallies;
};

const withOperands = (asked: readonly Indicator[], all: ReadonlyMap<string, Indicator>): Indicator[] => {
  const needed = new Set<string>();
  const visit = (indicator: Indicator): void => {
    if (needed.has(indicator.id)) return;
    if (indicator.computation.kind === 'derived')
      for (const id of indicator.computation.from) visit(all.get(id)!);
    needed.add(indicator.id);
  };
  for (const indicator of asked) visit(indicator);
  return [...needed].map((id) => all.get(id)!);
};

const inputFindings = (inputs: Report['inputs']): Finding[] =>
  inputs.flatMap(({ path, records, reconciliation }) => {
    const found: Finding[] = [];
    const say = (code: string, count: number, ...details: string[]): void => {
      if (count > 0) found.push({ code, details: [path, String(count), ...details], count });
    };
    const rejected = Object.entries(reconciliation.rejected);
    if (records === 0) found.push({ code: 'empty_file', details: [path], count: 0 });
    say(
      'rows_rejected',
      rejected.reduce((sum, [, count]) => sum + count, 0),
      rejected.map(([reason, count]) => `${reason}: ${count}`).join(', '),
    );
    say('duplicates_folded', reconciliation.duplicates);
    say('after_as_of', reconciliation.outsideWindow);
    for (const [reason, count] of Object.entries(reconciliation.notCounted)) say(reason, count);
    return found;
  });

const compute = async (
  request: KpiRequest,
  all: ReadonlyMap<string, Indicator>,
  gathered: Gathered,
  surroundings: Surroundings,
): Promise<Outcome> => {
  const { engine } = gathered;
  const settled = await settle(gathered, request);
  const { overall, span } = await extentsOf(gathered);
  const extent =
    overall === null || request.dataThrough === null ? overall : { ...overall, last: request.dataThrough };
  const frame = frameOf(request, extent, span);
  const grains = await makeFacts(gathered, request, frame.facts);
  const needed = withOperands(request.indicators, all);
  const unmet = new Map(
    needed.map((indicator) => [indicator.id, unmetNeeds(gathered, indicator, request.base)]),
  );
  const available = needed.filter(({ id }) => unmet.get(id)!.length === 0);
  const cells = await computeCells(engine, available, grains, {
    periods: frame.facts.map(({ index }) => index),
    segments: request.by?.scope ?? null,
  });
  const options: DerivedOptions = { margin: request.margin, lifespanGiven: request.lifespan !== null };
  const figures = assembleFigures({
    asked: request.indicators,
    needed,
    unmet,
    cells,
    tallies: await talliesOf(engine, available, grains),
    request,
    options,
    facts: frame.facts,
    orders: gathered.sources.has('orders') ? extent : null,
    incomplete: frame.incomplete,
    extent,
    enrolmentDated:
      gathered.sources.get('customers')?.some(({ mapping }) => mapping.fields.has('enrolled_at')) ?? true,
  });
  const inputs = await gathered.inputs();
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
    inputs,
    figures,
    checks: [],
    warnings: findings.map((finding) => ({
      ...finding,
      message: surroundings.describe(finding),
      details: [...finding.details],
    })),
  };
  const folded =
    request.grain === null && settled.orders?.grain === 'lines' ? (gathered.sources.get('orders') ?? []) : [];
  const guessed = folded
    .filter(({ applied }) => applied === null)
    .map(({ file }): Finding => ({ code: 'grain_guessed', details: [file.original.name], count: null }));
  return { report, guesses: [...gathered.findings, ...guessed] };
};

/**
 * Runs a request: reads the files, computes the figures, returns the report. The engine is stopped and the workspace
 * removed whatever happens; an aborted signal interrupts the engine and rejects with its reason.
 */
export const kpiReport = async (
  request: KpiRequest,
  all: ReadonlyMap<string, Indicator>,
  surroundings: Surroundings,
): Promise<Outcome> => {
  const workspace = makeWorkspace();
  let engine: Engine | null = null;
  const stop = (): void => engine?.stop();
  surroundings.signal.addEventListener('abort', stop);
  try {
    parsePeriod(request.period, { asOf: request.asOf, fiscalStart: request.fiscalStart });
    const gathered = await gather(request, rowRulesOf(request), surroundings, workspace, (opened) => {
      engine = opened;
    });
    await defineMacros(gathered.engine);
    const outcome = await compute(request, all, gathered, surroundings);
    surroundings.signal.throwIfAborted();
    return outcome;
  } catch (error) {
    surroundings.signal.throwIfAborted();
    throw asRefusal(error, request);
  } finally {
    surroundings.signal.removeEventListener('abort', stop);
    await (engine as Engine | null)?.close();
    workspace.remove();
  }
};
