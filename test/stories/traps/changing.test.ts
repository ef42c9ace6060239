import {
  appendFileSync,
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, loyalty, root } from '../binary.ts';
import { scratch } from '../scratch.ts';
import { refusalOf } from './shown.ts';

/*
 * The engine alone answers with the rows it found: of 6 000 000 rows in a file cut while it was read it has counted
 * 3 600 288 without a word.
 */
const { path, make } = scratch();
const temporary = make('temporary');
const csv = path('whole.csv');
const parquet = path('whole.parquet');

/** Parts of a run; on a machine that is busy otherwise more of them are tried, until one has met it at work. */
const moments = [0.1, 0.4, 0.65, 0.85, 0.25, 0.55, 0.75, 0.05, 0.15, 0.5, 0.2];
const least = 4;

const changed = /^shop\.\w+ changed while it was read; run again when its export is finished\.$/;
const line = 'O-1,C1,c1@a.test,2021-01-01 00:00:00,1.00,EUR,paid,web\n';

beforeAll(async () => {
  const generator = ['bench/generate.mjs', '--orders', '150000', '--seed', '5', '--out', csv];
  await execa('node', generator, { cwd: root });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT *, repeat(md5(order_id), 96) AS note FROM read_csv('${csv}', all_varchar = true) LIMIT 20000) TO '${parquet}' (COMPRESSION uncompressed)`,
  );
  connection.closeSync();
  instance.closeSync();
});

const argvOf = (file: string): string[] => [
  ...['kpi', file, '--quiet', '--format', 'json', '--as-of', '2022-01-01'],
  ...['--only', 'orders,revenue,active_customers'],
];
const kpi = (file: string): Promise<Ended> => loyalty(argvOf(file));

/** Runs `kpi` and changes its file when a part of the time is over that it needs from opening it to its answer. */
const kpiWhile = async (file: string, after: number, change: () => void): Promise<Ended> => {
  let ended = false;
  const running = loyalty(argvOf(file), { env: { TMPDIR: temporary } }).finally(() => {
    ended = true;
  });
  while (!ended && readdirSync(temporary).length === 0) await wait(2);
  await wait(after);
  change();
  return running;
};

const known = new Map<string, { readonly answer: Ended; readonly lasts: number }>();

/** The answer to a file that nobody changes, and how long it takes to give it. */
const untouched = async (file: string, source: string) => {
  const before = known.get(source);
  if (before !== undefined) return before;
  copyFileSync(source, file);
  let opened = 0;
  const answer = await kpiWhile(file, 0, () => {
    opened = performance.now();
  });
  expect(answer.code, answer.stderr).toBe(0);
  const found = { answer, lasts: performance.now() - opened };
  known.set(source, found);
  return found;
};

const shorter = (file: string, by: number): void => truncateSync(file, statSync(file).size - by);
const grown = (file: string): void => appendFileSync(file, line);
const writtenOver = (file: string): void => {
  const fd = openSync(file, 'r+');
  writeSync(fd, '7', readFileSync(file).lastIndexOf('.') + 1);
  closeSync(fd);
};

const cases: readonly (readonly [string, string, string, (file: string) => void])[] = [
  ['CSV', 'is cut in half', csv, (file) => shorter(file, Math.floor(statSync(csv).size / 2))],
  ['CSV', 'loses its last orders', csv, (file) => shorter(file, 1000)],
  ['CSV', 'has a cent written over', csv, writtenOver],
  ['CSV', 'grows', csv, grown],
  ['Parquet', 'is cut in half', parquet, (file) => shorter(file, Math.floor(statSync(parquet).size / 2))],
  ['Parquet', 'grows', parquet, grown],
];

describe('M9 a file that changes while it is read', () => {
  it.each(cases)(
    'M9 a %s file that %s is refused as changed, or answered for as the whole it was before or after',
    { timeout: 120_000 },
    async (_, __, source, change) => {
      const file = path(`shop${extname(source)}`);
      const { answer, lasts } = await untouched(file, source);
      copyFileSync(source, file);
      change(file);
      const answers = [answer, await kpi(file)];
      const isAnswer = (ended: Ended): boolean =>
        answers.some(({ stdout, stderr }) => stdout === ended.stdout && stderr === ended.stderr);
      let met = 0;
      for (const [tried, moment] of moments.entries()) {
        if (tried >= least && met > 0) break;
        copyFileSync(source, file);
        const ended = await kpiWhile(file, lasts * moment, () => change(file));
        if (isAnswer(ended)) continue;
        expect(refusalOf(ended)).toMatch(changed);
        met += 1;
      }
      expect(met).toBeGreaterThan(0);
    },
  );
});
