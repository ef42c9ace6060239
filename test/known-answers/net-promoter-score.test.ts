import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure, reportOf } from '../support/cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loyalty-nps-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const answers = (promoters: number, passives: number, detractors: number): number[] => [
  ...Array<number>(promoters).fill(9),
  ...Array<number>(passives).fill(8),
  ...Array<number>(detractors).fill(0),
];

const surveyOf = (name: string, rows: readonly { day: string; score: number }[]): string => {
  const path = join(folder, `${name}.csv`);
  const lines = rows.map(({ day, score }, index) => `${index + 1},${day},${score}`);
  writeFileSync(path, `${['response_id,answered_at,score', ...lines].join('\n')}\n`);
  return path;
};

/** REFERENCE: Sauro & Lewis's adjusted Wald for the net promoter score, as published values. */
const cases = [
  { name: 'halves', scores: answers(162, 108, 54), value: 33.3, digits: 1, low: 24.95, high: 41.11 },
  { name: 'ten answers', scores: [10, 10, 9, 9, 9, 8, 7, 4, 2, 1], value: 20, digits: 6 },
  { name: '120 / 45 / 30', scores: answers(120, 45, 30), value: 46.15, digits: 2 },
  { name: 'ten promoters', scores: answers(10, 0, 0), value: 100, digits: 6, low: 47.5, high: 100 },
  { name: '462 / 176 / 362', scores: answers(462, 176, 362), value: 10, digits: 6, low: 4.39, high: 15.55 },
];

describe('published net promoter scores', () => {
  it.each(cases)('$name', async ({ name, scores, value, digits, low, high }) => {
    const path = surveyOf(
      name.replaceAll(/\W/g, ''),
      scores.map((score) => ({ day: '2021-02-01', score })),
    );
    const nps = figure(await reportOf(['--surveys', path, '--period', '2021-Q1']), 'net_promoter_score');
    expect(nps.value).toBeCloseTo(value, digits);
    if (low !== undefined) expect(nps.interval?.low).toBeCloseTo(low, name === 'ten promoters' ? 1 : 2);
    if (high !== undefined) expect(nps.interval?.high).toBeCloseTo(high, 2);
  });

  it('240/83/184 against 110/50/99: the difference is not significant, p .321', async () => {
    const rows = [
      ...answers(110, 50, 99).map((score) => ({ day: '2021-02-01', score })),
      ...answers(240, 83, 184).map((score) => ({ day: '2021-05-01', score })),
    ];
    const report = await reportOf(['--surveys', surveyOf('difference', rows), '--period', '2021-Q2']);
    const { change } = figure(report, 'net_promoter_score');
    expect(change?.absolute).toBeCloseTo(6.798, 3);
    expect(change?.significant).toBe(false);
    expect(change?.p).toBeCloseTo(0.321, 3);
  });
});
