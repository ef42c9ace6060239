import { readFileSync } from 'node:fs';
import { fault, systemCodeOf } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { findIndicator } from '../indicators/index.ts';
import { daysBetween } from '../period/index.ts';
import { type Figure, type Report, report as reportForm } from '../report/schema.ts';
import { multiply, parseExact, whole } from '../statistics/index.ts';
import type { Check } from './check.ts';
import { inputsOf } from './data/inputs.ts';
import type { Finding } from './finding.ts';
import { groundsOf, needsOrders } from './grounds.ts';
import type { Obstacle } from './obstacle.ts';
import { doubleOf, type Quotient, quotient } from './quotient.ts';
import type { ResolvedCheck } from './resolve.ts';
import { differingSetting } from './settings.ts';

/** A report of an earlier run that changes are measured from. */
export type Baseline = Report;

/** Reads a report that `--format json` wrote; anything else is refused in one sentence. */
export const readBaseline = (path: string): Baseline => {
  let content: string;
  try {
    content = readFileSync(path)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    throw fault('baseline_unreadable', [path, systemCodeOf(error)]);
  }
  try {
    return reportForm.parse(JSON.parse(content));
  } catch {
    throw fault('baseline_no_report', [path]);
  }
};

/** A double as the decimal it is written as. */
const decimalOf = (value: number) => {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const { units, scale } = parseExact(mantissa!);
  const moved = scale - Number(exponent);
  return moved >= 0 ? { units, scale: moved } : { units: units * 10n ** BigInt(-moved), scale: 0 };
};

/** The quotient a figure was written from, where its parts still give its value; else the value as it is written. */
const quotientIn = ({ value, exact, numerator, denominator, unit }: Figure): Quotient => {
  if (exact !== null) return quotient(parseExact(exact), whole(1))!;
  if (numerator !== null && denominator !== null && denominator !== 0) {
    const factor = whole(unit === 'points' ? 100 : 1);
    const parts = quotient(multiply(decimalOf(numerator), factor), decimalOf(denominator))!;
    if (doubleOf(parts) === value) return parts;
  }
  return quotient(decimalOf(value!), whole(1))!;
};

const daysOf = ({ period }: Report): number =>
  period.start === null || period.stop === null ? 0 : daysBetween(period.start, period.stop);

/** A month is a tenth longer than another, a quarter less. */
const sameLength = (one: number, other: number): boolean =>
  Math.max(one, other) <= 1.15 * Math.min(one, other);

/** What makes the figures of two reports no match for each other; null where they are. */
const differs = (now: Report, then: Report): string | null => {
  if (now.base !== then.base) return 'base';
  if (now.period.timezone !== then.period.timezone) return 'timezone';
  if (!sameLength(daysOf(now), daysOf(then))) return 'period';
  return now.schemaVersion.split('.')[0] === then.schemaVersion.split('.')[0] ? null : 'schemaVersion';
};

/** What a figure was multiplied by or reckoned from, as its notes say. */
const parametersOf = ({ notes }: Figure): string =>
  notes.filter((note) => note.startsWith('margin=') || note === 'extrapolation').join();

/** A check with the figure it is on, where that was looked up; else its id is that of a figure. */
type FigureCheck = Check & Partial<Pick<ResolvedCheck, 'subject'>>;

/** The definition of the figure a check is on. */
const indicatorOf = ({ id, subject }: FigureCheck): Indicator =>
  subject?.kind === 'figure' ? subject.indicator : findIndicator(id)!;

/**
 * Why the figure of a baseline stands on nothing: no order in its period or segment, nobody to be lost, no money spent; or
 * a 0 of which the baseline does not say what it stands on, from which nothing can drop.
 */
const groundless = (baseline: Baseline, check: FigureCheck, figure: Figure): string | null => {
  const indicator = indicatorOf(check);
  if (indicator.needs.includes('spend') && figure.value === 0) return 'no_spend';
  const grounds = groundsOf(indicator).map(
    ([id, reason]) => [baseline.figures.filter((one) => isSame(one, { ...check, id })), reason] as const,
  );
  const ground = grounds.find(([found]) => found.some(({ value }) => value === 0));
  if (ground !== undefined) return ground[1];
  const isUntold = grounds.some(([found]) => found.length === 0);
  if (isUntold && figure.value === 0 && check.condition.operator === 'max_drop') return 'zero';
  const accepted = inputsOf(baseline, 'orders').some(({ reconciliation }) => reconciliation.accepted > 0);
  return needsOrders(indicator) && !accepted ? 'no_orders' : null;
};

const isSame = (figure: Figure, { id, segment }: Check): boolean =>
  figure.id === id &&
  (segment === null
    ? figure.segment === null
    : figure.segment !== null && figure.segment[segment.attribute] === segment.value);

/**
 * The value of a check's figure in the baseline, or why there is none to measure from. A value that is the same double
 * as today's is the same value: what was lost in writing it is no change.
 */
export const earlierInBaseline = (
  check: FigureCheck,
  now: Quotient,
  report: Report,
  baseline: Baseline,
): Finding['earlier'] => {
  const different =
    differs(report, baseline) ?? differingSetting(indicatorOf(check), check, report, baseline);
  if (different !== null) return { reason: 'baseline_differs', details: [different] } satisfies Obstacle;
  const figure = baseline.figures.find((one) => isSame(one, check));
  if (figure === undefined) return { reason: 'not_in_baseline', details: [] };
  if (figure.status !== 'ok' || figure.value === null)
    return { reason: 'no_earlier', details: [figure.status] };
  if (figure.notes.includes('history_short') && !check.allowShortHistory)
    return { reason: 'no_earlier', details: ['history_short'] };
  const nothing = groundless(baseline, check, figure);
  if (nothing !== null) return { reason: 'no_earlier', details: [nothing] };
  const today = report.figures.find((one) => isSame(one, check));
  if (today !== undefined && parametersOf(today) !== parametersOf(figure))
    return { reason: 'baseline_differs', details: ['margin, lifespan'] };
  const n = figure.unit === 'count' ? figure.value : figure.denominator;
  return { value: figure.value === doubleOf(now) ? now : quotientIn(figure), n };
};
