import { expect, test } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { everyReport, idle, patience } from './trials.ts';

const slack = 1e-12;

/** Sums beside which the denominator says how many refunds they are made of; no refunds are a sum of 0. */
const summed = new Set(['refunds', 'unlinked_refunds']);

const withUnit = (report: Report, unit: string) =>
  report.figures.filter((figure) => figure.unit === unit && figure.value !== null);

test('a share lies between 0 and 1, and its interval around it', patience, () =>
  everyReport((report) => {
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
);

// The adjusted Wald interval of a net score is centred beside the score and may leave an extreme one out.
test('a mean lies in its interval', patience, () =>
  everyReport((report) => {
    const means = report.figures.filter(({ interval, value }) => interval?.method === 't' && value !== null);
    for (const { id, value, interval } of means) {
      const room = slack * Math.max(1, Math.abs(value!));
      expect(interval!.low, id).toBeLessThanOrEqual(value! + room);
      expect(interval!.high, id).toBeGreaterThanOrEqual(value! - room);
    }
    return means.length > 0 ? undefined : idle;
  }),
);

test('no figure stands on nothing: a denominator of 0 gives no value, never 0', patience, () =>
  everyReport((report) => {
    const empty = report.figures.filter(({ id, denominator }) => denominator === 0 && !summed.has(id));
    for (const { id, value, status, interval } of empty) {
      expect(value, id).toBeNull();
      expect(interval, id).toBeNull();
      expect(status, id).toBe('undefined');
    }
    return empty.length > 0 ? undefined : idle;
  }),
);

test('a figure has a value exactly when its status says so', patience, () =>
  everyReport((report) => {
    for (const { id, value, status, previous, interval, change } of report.figures) {
      expect(value !== null, id).toBe(status === 'ok' || status === 'incomplete');
      if (value === null) expect([interval, change], id).toEqual([null, null]);
      if (previous !== null) {
        expect(previous.value !== null, id).toBe(
          previous.status === 'ok' || previous.status === 'incomplete',
        );
      }
    }
    return undefined;
  }),
);

test('counts are whole and never negative', patience, () =>
  everyReport((report) => {
    const counts = withUnit(report, 'count');
    for (const { id, value } of counts) {
      expect(Number.isInteger(value), id).toBe(true);
      expect(value, id).toBeGreaterThanOrEqual(0);
    }
    return counts.length > 0 ? undefined : idle;
  }),
);
