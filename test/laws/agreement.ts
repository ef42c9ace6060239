import { expect } from 'vitest';
import type { Figure, Report } from '../../src/report/schema.ts';
import { type Books, openBooks, type Question } from '../oracle/books.ts';
import { dayOf, dayText } from '../oracle/day.ts';
import type { Answer } from '../oracle/figure.ts';
import { compute, computeFrom } from '../oracle/oracle.ts';
import { decimal, isZero, type Rational, toNumber } from '../oracle/rational.ts';
import { fractionText } from './answer.ts';
import { idle, type Law, onReport } from './law.ts';
import type { Trial } from './trials.ts';

/** Products and quotients of other figures, whose numerator and denominator may be any two with that quotient. */
const composed = new Set([
  'customer_lifetime_value',
  'acquisition_to_retention_cost',
  'clv_to_acquisition_cost',
]);

/** The figures of the whole by id, and reasons for leaving as the oracle calls them. */
export const figuresById = (report: Report): Map<string, Figure> =>
  new Map(
    report.figures
      .filter(({ id, segment }) => id === 'churn_reasons' || segment === null)
      .map((figure) => [
        figure.segment === null ? figure.id : `${figure.id}[${Object.values(figure.segment)[0]}]`,
        figure,
      ]),
  );

/** The number an exact one is printed as, within a unit or two of the last place. */
const isWritten = (actual: number | null, exact: Rational): boolean => {
  if (actual === null) return false;
  const expected = toNumber(exact);
  return Math.abs(actual - expected) <= 4 * Number.EPSILON * Math.abs(expected);
};

type Told = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'status'>;

/** In what a figure and the oracle's answer differ. */
export const disagreements = (id: string, told: Told | undefined, answer: Answer): string[] => {
  if (told === undefined) return [`${id} is missing`];
  if (told.status !== answer.status) return [`${id} is ${told.status}, not ${answer.status}`];
  if (answer.value === null || answer.numerator === null)
    return told.value === null ? [] : [`${id} is ${told.value}, where there is no value`];
  const found: string[] = [];
  const compare = (what: string, actual: number | null, exact: Rational): void => {
    if (!isWritten(actual, exact)) found.push(`${what} of ${id} is ${actual}, not ${toNumber(exact)}`);
  };
  compare('value', told.value, answer.value);
  if (composed.has(id)) return found;
  compare('numerator', told.numerator, answer.numerator);
  if (answer.denominator !== null) compare('denominator', told.denominator, answer.denominator);
  else if (told.denominator !== answer.cases)
    found.push(`${id} is of ${told.denominator}, not ${answer.cases}`);
  return found;
};

const exactly = (id: string, figure: Figure | undefined, answer: Answer): string[] =>
  typeof figure?.exact !== 'string' ||
  answer.value === null ||
  fractionText(decimal(figure.exact)) === fractionText(answer.value)
    ? []
    : [`${id} is exactly ${figure.exact}, not ${fractionText(answer.value)}`];

/** The period that a question is compared with, cut to as many days as are known of an unfinished one. */
const comparedWith = ({ question }: Trial, report: Report, books: Books): Question | null => {
  const { comparison } = question;
  if (comparison === null || report.period.status !== 'incomplete') return comparison;
  const known = Math.min(question.asOf, books.orderDays.at(-1) ?? question.asOf);
  const elapsed = known + 1 - question.period[0];
  const [start, stop] = comparison.period;
  return elapsed <= 0 ? comparison : { ...comparison, period: [start, Math.min(stop, start + elapsed)] };
};

/**
 * The program and the oracle, each by its own way. `seen` gathers which figures ever had a value other than 0, `asked`
 * the bases.
 */
export const agreement = (seen: Map<string, boolean>, asked: Set<string>): readonly Law[] => [
  onReport('every figure is what plain loops and exact fractions give', (report, { shop, question }) => {
    asked.add(question.base);
    const figures = figuresById(report);
    const answers = compute(shop, question);
    const found = [...answers].flatMap(([id, answer]) => {
      seen.set(id, seen.get(id) || (answer.value !== null && !isZero(answer.value)));
      return [...disagreements(id, figures.get(id), answer), ...exactly(id, figures.get(id), answer)];
    });
    const reasons = [...figures].filter(([id]) => id.startsWith('churn_reasons') && !answers.has(id));
    for (const [id, { segment, value }] of reasons)
      if (segment !== null && value !== 0) found.push(`${id} is ${value}, and nobody gave that reason`);
    const unknown = [...figures.keys()].filter((id) => !answers.has(id) && !id.startsWith('churn_reasons'));
    expect([...found, ...unknown]).toEqual([]);
  }),

  onReport('so is every figure of the period before', (report, trial) => {
    const { shop, question } = trial;
    const books = openBooks(shop, question);
    const compared = comparedWith(trial, report, books);
    if (compared === null) {
      expect(report.comparison).toBeNull();
      return idle;
    }
    const [start, stop] = compared.period;
    expect([report.comparison?.start, report.comparison?.stop]).toEqual([dayText(start), dayText(stop)]);
    const figures = figuresById(report);
    const found = [...computeFrom({ ...books, question: compared })].flatMap(([id, answer]) => {
      const figure = figures.get(id);
      if (figure === undefined || figure.status === 'unavailable') return [];
      return disagreements(id, figure.previous ?? undefined, answer);
    });
    expect(found).toEqual([]);
  }),

  onReport('the window and the end of the data are those of the question', (report, { shop, question }) => {
    const { orderDays } = openBooks(shop, question);
    const last = orderDays.at(-1);
    if (last !== undefined) expect(report.dataThrough).toBe(dayText(last));
    const [start, stop] = question.period;
    if (start === stop) expect([report.period.start, report.period.status]).toEqual([null, 'empty']);
    else expect([dayOf(report.period.start!), dayOf(report.period.stop!)]).toEqual([start, stop]);
  }),
];
