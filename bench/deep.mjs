// A deeper run of the laws than CI's: node bench/deep.mjs [RUNS]. Its dated result is committed in bench/results.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(runs) || runs < 1) throw new RangeError('the number of runs is a whole number from 1');

const folder = mkdtempSync(join(tmpdir(), 'loyalty-deep-'));
const json = join(folder, 'result.json');
const begun = Date.now();
const { status, stdout } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/laws',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${json}`,
  ],
  { cwd: root, env: { ...process.env, LOYALTY_RUNS: String(runs) }, encoding: 'utf8', maxBuffer: 2 ** 28 },
);
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(json, 'utf8'));
rmSync(folder, { recursive: true });

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const result = {
  date: new Date(begun).toISOString().slice(0, 10),
  runs,
  seeds: [...new Set([...stdout.matchAll(/trials of seed (\d+)/g)].map(([, seed]) => Number(seed)))],
  laws: [...new Set(testResults.flatMap((file) => file.assertionResults.map(({ title }) => title)))],
  passed: numPassedTests,
  failed: numFailedTests,
  seconds: Math.round((Date.now() - begun) / 1000),
  node: process.versions.node,
  engine: dependencies['@duckdb/node-api'],
};
mkdirSync(join(root, 'bench/results'), { recursive: true });
const path = join(root, 'bench/results', `${result.date}-laws-${runs}.json`);
writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
console.log(`${result.passed} passed, ${result.failed} failed in ${result.seconds} s; ${path}`);
process.exitCode = status ?? 1;
