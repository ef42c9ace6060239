import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { figure, reportOf } from '../support/cli.ts';
import { hasRealData, realData } from './location.ts';

const file = `${realData}/nps/airlines.csv`;

describe.skipIf(!hasRealData)('airlines NPS, undated (skipped where the real data are missing)', () => {
  it('gives the net promoter score that a plain count of the last column gives', async () => {
    const rows = parse(readFileSync(file), { from_line: 2 }) as string[][];
    const people = new Map(rows.map((row, index) => [row[1] || `row ${index}`, Number(row[2])]));
    expect(people.size).toBe(rows.length);
    const scores = [...people.values()];
    const promoters = scores.filter((score) => score >= 9).length;
    const detractors = scores.filter((score) => score <= 6).length;
    const report = await reportOf(['--surveys', file, '--period', 'all', '--group', 'nps']);
    const nps = figure(report, 'net_promoter_score');
    expect(nps.numerator).toBe(promoters - detractors);
    expect(nps.denominator).toBe(scores.length);
    expect(nps.value).toBeCloseTo((100 * (promoters - detractors)) / scores.length, 12);
  });
});
