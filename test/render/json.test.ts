import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../src/render/json.ts';
import { report as schema } from '../../src/report/schema.ts';
import { breachOf } from '../support/published.ts';
import { anyReport } from './arbitrary.ts';
import { figure, options, reportOf, sample } from './sample.ts';

test('the keys stand in the order of the contract, whatever the order they came in', () => {
  const shuffled = Object.fromEntries(Object.entries(sample).reverse()) as typeof sample;
  const written = json(shuffled, options());
  expect(Object.keys(JSON.parse(written))).toEqual([
    'schemaVersion',
    'tool',
    'asOf',
    'dataThrough',
    'period',
    'comparison',
    'base',
    'inputs',
    'figures',
    'checks',
    'warnings',
  ]);
  expect(written).toBe(json(sample, options({ lang: 'fr', width: 40 })));
  expect(written.endsWith('}\n')).toBe(true);
});

test('what is read back is the report', () => {
  expect(JSON.parse(json(sample, options()))).toEqual(sample);
});

test('any report reads back valid, in well-formed text', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const written = json(report, options());
      expect(schema.safeParse(JSON.parse(written)).success).toBe(true);
      expect(breachOf('report', JSON.parse(written))).toBeNull();
      expect(written).not.toMatch(/\p{Cs}|\\ud[89a-f]/u);
    }),
  );
});

test('a figure that is not a number is not written', () => {
  expect(() => json(reportOf([figure({ id: 'orders', value: Number.NaN })]), options())).toThrow();
});
