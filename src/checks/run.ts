import { fault, LoyaltyError } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { findIndicator, indicators } from '../indicators/index.ts';
import type { Outcome, Question } from '../report/outcome.ts';
import { type KpiRequest, parseBreakdown, type Surroundings } from '../report/request.ts';
import type { CheckResult, Role } from '../report/schema.ts';
import { openShop } from '../report/shop.ts';
import type { Baseline } from './baseline.ts';
import { isOnChange } from './check.ts';
import { measuredFrom } from './data/index.ts';
import { type Evaluated, evaluate, notEvaluated } from './evaluate.ts';
import { groundsOf } from './grounds.ts';
import type { ResolvedCheck } from './resolve.ts';

/** What checks are run with. */
export interface Checking {
  readonly checks: readonly ResolvedCheck[];
  readonly baseline: Baseline | null;
  /** The English sentence of a verdict. */
  readonly tell: (evaluated: Evaluated) => string;
}

/** Asks more of the files that the main question was asked of, while they are loaded; `main` is without its verdicts. */
export type Further = (main: Outcome, ask: (question: Question) => Promise<Outcome>) => Promise<void>;

type Compare = KpiRequest['compare'];

/** The attribute a check is broken down by; null where it needs none: totals, parts of a tally, figures of the data. */
const attributeOf = ({ segment, subject }: ResolvedCheck): string | null => {
  if (segment === null || subject.kind !== 'figure') return null;
  const { computation } = subject.indicator;
  return computation.kind === 'tally' && computation.attribute === segment.attribute
    ? null
    : segment.attribute;
};

const compareOf = ({ condition }: ResolvedCheck, usual: Compare): Compare => {
  const { against } = condition;
  if (against === 'previous' || against === 'year') return against;
  return isOnChange(condition) && against === null && usual === 'none' ? 'previous' : usual;
};

/** The kind of files without which there is nothing to break down by an attribute; null where it is given. */
const missingFor = (attribute: string, { files }: KpiRequest): Role | null => {
  const role: Role = parseBreakdown(attribute).scope === 'customer' ? 'customers' : 'orders';
  return files.some((file) => file.role === role) ? null : role;
};

/** A check on a change that does not say from what is measured from what it is compared with. */
const from = (check: ResolvedCheck, compare: Compare): ResolvedCheck => {
  const { condition } = check;
  if (!isOnChange(condition) || condition.against !== null || compare === 'none') return check;
  return { ...check, condition: { ...condition, against: compare } };
};

/** The figures the checks look at, with those that say whether they stand on anything; a configuration's own come last. */
export const checkedIndicators = (checks: readonly ResolvedCheck[]): Indicator[] => {
  const wanted = new Set<Indicator>(
    checks.flatMap(({ subject }) => {
      if (subject.kind === 'unknown') return [];
      if (subject.kind === 'data')
        return (measuredFrom[subject.definition.id] ?? []).map((id) => findIndicator(id)!);
      const grounds = groundsOf(subject.indicator).map(([id]) => findIndicator(id)!);
      return [subject.indicator, ...grounds];
    }),
  );
  const own = [...wanted].filter(({ id }) => findIndicator(id) === undefined);
  return [...indicators.filter((indicator) => wanted.has(indicator)), ...own];
};

const grouped = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const byText = ({ by }: KpiRequest): string | null =>
  by === null ? null : by.scope === 'order' ? by.name : `${by.scope}.${by.name}`;

/** The report as it was asked for, without the figures only the checks looked at. */
const asAsked = (outcome: Outcome, { indicators: asked }: KpiRequest): Outcome => {
  const exact = outcome.exact.filter(({ indicator }) => asked.includes(indicator));
  return { ...outcome, exact, report: { ...outcome.report, figures: exact.map(({ figure }) => figure) } };
};

const assertSameFiles = (one: Outcome, other: Outcome): void => {
  for (const [index, { path, sha256 }] of one.report.inputs.entries())
    if (other.report.inputs[index]?.sha256 !== sha256) throw fault('file_changed', [path]);
};

/**
 * Computes the report of a request with the verdict of every check, in their order. Files are loaded once, and once
 * more for each further attribute that checks name; each comparison is asked of what is loaded, and so is what is `further`
 * to be known.
 */
export const checkedReport = async (
  request: KpiRequest,
  { checks, baseline, tell }: Checking,
  all: ReadonlyMap<string, Indicator>,
  surroundings: Surroundings,
  further: Further | null = null,
): Promise<Outcome> => {
  const verdicts = new Map<ResolvedCheck, Evaluated>();
  const own = byText(request);
  const loads = grouped(checks, (check) => attributeOf(check) ?? own);
  const others = [...loads.keys()].filter((attribute) => attribute !== own);
  if (others.length > 0 && request.files.some(({ path }) => path === '-')) throw fault('stdin_once');

  const ask = async (
    attribute: string | null,
    asked: readonly Indicator[],
    rejects: Surroundings['rejects'],
  ): Promise<Outcome | null> => {
    const by = attribute === null ? null : parseBreakdown(attribute);
    const shop = await openShop({ ...request, by }, all, { ...surroundings, rejects });
    let main: Outcome | null = null;
    try {
      const byCompare = grouped(loads.get(attribute) ?? [], (check) => compareOf(check, request.compare));
      if (attribute === own && !byCompare.has(request.compare)) byCompare.set(request.compare, []);
      for (const [compare, these] of byCompare) {
        const isMain = attribute === own && compare === request.compare;
        const wanted = new Set([...(isMain ? asked : []), ...checkedIndicators(these)]);
        const outcome = await shop.report({
          period: request.period,
          base: request.base,
          compare,
          indicators: [...all.values()].filter((indicator) => wanted.has(indicator)),
        });
        for (const check of these) verdicts.set(check, evaluate(from(check, compare), outcome, baseline));
        if (isMain || main === null) main = outcome;
      }
      if (attribute === own) await further?.(asAsked(main!, request), shop.report);
    } finally {
      await shop.close();
    }
    return main;
  };

  const main = (await ask(own, request.indicators, surroundings.rejects))!;
  for (const attribute of others as string[]) {
    const giveUp = (reason: string, detail: string): void => {
      for (const check of loads.get(attribute)!)
        verdicts.set(check, notEvaluated(check, { reason, details: [detail] }));
    };
    const missing = missingFor(attribute, request);
    if (missing !== null) giveUp('unavailable', missing);
    else
      try {
        assertSameFiles(main, (await ask(attribute, [], null))!);
      } catch (error) {
        if (!(error instanceof LoyaltyError) || error.code !== 'unknown_column') throw error;
        giveUp('no_attribute', attribute);
      }
  }
  const { report, ...rest } = asAsked(main, request);
  const results = checks.map((check): CheckResult => {
    const { details, ...evaluated } = verdicts.get(check)!;
    return { ...evaluated, details, message: tell({ ...evaluated, details }) };
  });
  return { ...rest, report: { ...report, checks: results } };
};
