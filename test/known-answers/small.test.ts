import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/schema.ts';
import { figure, reportOf } from '../support/cli.ts';

interface Expected {
  readonly id: string;
  readonly segment: Record<string, string> | null;
  readonly base: string;
  readonly period: string;
  readonly value: string | number | null;
  readonly numerator: string | number | null;
  readonly denominator: string | number | null;
  readonly status: string;
}

const folder = 'fixtures/small';
const rows = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Expected[];
const others = ['customers', 'surveys', 'content', 'spend'].flatMap((role) => [
  `--${role}`,
  `${folder}/${role}.csv`,
]);

const reports = new Map<string, Promise<Report>>();
const reportFor = (period: string, base: string): Promise<Report> => {
  const key = `${period} ${base}`;
  if (!reports.has(key))
    reports.set(key, reportOf([`${folder}/orders.csv`, ...others, '--period', period, '--base', base]));
  return reports.get(key)!;
};

describe('the small shop, every figure worked by hand in fixtures/small/README.md', () => {
  it.each(rows)(
    '$period $base $id $segment',
    async ({ id, segment, base, period, value, numerator, denominator, status }) => {
      const found = figure(await reportFor(period, base), id, segment);
      expect(found.status).toBe(status);
      if (value === null) expect(found.value).toBeNull();
      else expect(found.value).toBeCloseTo(Number(value), 10);
      if (numerator !== null) expect(found.numerator).toBe(Number(numerator));
      if (denominator !== null) expect(found.denominator).toBe(Number(denominator));
    },
  );
});
