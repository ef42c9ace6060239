import { expect } from 'vitest';
import { type Report, report as schema } from '../../src/report/schema.ts';
import { idle, type Law, onReport } from './law.ts';
import { expectNear, figureIn } from './reading.ts';

const slack = 1e-12;

/** Sums beside which the denominator says how many refunds they are made of; no refunds are a sum of 0. */
const summed = new Set(['refunds', 'unlinked_refunds']);

const withUnit = (report: Report, unit: string) =>
  report.figures.filter((figure) => figure.unit === unit && figure.value !== null);

/** The 97.5 % point of the normal distribution, from the tables. */
const z = 1.959963984540054;

/** What bounds the numbers of every report. */
export const bounds: readonly Law[] = [
  onReport('a report follows its schema, and is the same when it was written and read', (report) => {
    expect(schema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  }),

  onReport('a share lies between 0 and 1, and its interval around it', (report) => {
    const shares = withUnit(report, 'share');
    for (const { id, value, numerator, denominator, interval } of shares) {
      expect(value, id).toBeGreaterThanOrEqual(0);
      if (interval === null) continue;
      expect(value, id).toBeLessThanOrEqual(1);
      expect(numerator, id).toBeLessThanOrEqual(denominator!);
      expect(interval.low, id).toBeGreaterThanOrEqual(0);
      expect(interval.high, id).toBeLessThanOrEqual(1);
      expect(interval.low, id).toBeLessThanOrEqual(value! + slack);
      expect(interval.high, id).toBeGreaterThanOrEqual(value! - slack);
    }
    return shares.some(({ interval }) => interval !== null) ? undefined : idle;
  }),

  // E. B. Wilson, JASA 22 (1927): the shares p from which the observed one is z standard errors away.
  onReport('the ends of the interval of a share are z standard errors from it', (report) => {
    const shares = withUnit(report, 'share').filter(({ interval }) => interval !== null);
    for (const { id, value, denominator, interval } of shares) {
      for (const end of [interval!.low, interval!.high]) {
        if (Math.abs(end - value!) < slack) continue;
        expectNear((end - value!) ** 2, (z * z * end * (1 - end)) / denominator!, id);
      }
    }
    return shares.length > 0 ? undefined : idle;
  }),

  onReport(
    'the interval of the score is that of three answers more, half an answer of each kind for each',
    (report) => {
      const [score, promoters, detractors] = ['net_promoter_score', 'promoter_share', 'detractor_share'].map(
        (id) => figureIn(report, id),
      );
      if (score!.interval === null) return idle;
      const answers = score!.denominator! + 3;
      const [p, d] = [(promoters!.numerator! + 0.75) / answers, (detractors!.numerator! + 0.75) / answers];
      const reach = z * Math.sqrt((p + d - (p - d) ** 2) / answers);
      expectNear(score!.interval.low, Math.max(-100, 100 * (p - d - reach)), 'low');
      expectNear(score!.interval.high, Math.min(100, 100 * (p - d + reach)), 'high');
    },
  ),

  // The adjusted Wald interval of a net score is centred beside the score and may leave an extreme one out.
  onReport('a mean lies in its interval', (report) => {
    const means = report.figures.filter(({ interval, value }) => interval?.method === 't' && value !== null);
    for (const { id, value, interval } of means) {
      const room = slack * Math.max(1, Math.abs(value!));
      expect(interval!.low, id).toBeLessThanOrEqual(value! + room);
      expect(interval!.high, id).toBeGreaterThanOrEqual(value! - room);
    }
    return means.length > 0 ? undefined : idle;
  }),

  onReport('no figure stands on nothing: a denominator of 0 gives no value, never 0', (report) => {
    const empty = report.figures.filter(({ id, denominator }) => denominator === 0 && !summed.has(id));
    for (const { id, value, status, interval } of empty) {
      expect(value, id).toBeNull();
      expect(interval, id).toBeNull();
      expect(status, id).toBe('undefined');
    }
    return empty.length > 0 ? undefined : idle;
  }),

  onReport('a figure has a value exactly when its status says so', (report) => {
    for (const { id, value, status, previous, interval, change } of report.figures) {
      expect(value !== null, id).toBe(status === 'ok' || status === 'incomplete');
      if (value === null) expect([interval, change], id).toEqual([null, null]);
      if (previous !== null) {
        expect(previous.value !== null, id).toBe(
          previous.status === 'ok' || previous.status === 'incomplete',
        );
      }
    }
  }),

  onReport('counts are whole and never negative', (report) => {
    const counts = withUnit(report, 'count');
    for (const { id, value } of counts) {
      expect(Number.isInteger(value), id).toBe(true);
      expect(value, id).toBeGreaterThanOrEqual(0);
    }
    return counts.length > 0 ? undefined : idle;
  }),
];
