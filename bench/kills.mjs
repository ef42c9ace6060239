// A deeper run of the crash tests than CI's: node bench/kills.mjs [KILLS] [PAIRS] [SEED]. Every error at every call,
// KILLS runs killed at any moment and PAIRS runs at once; its dated result is committed in bench/results.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './paths.mjs';
import { surroundings } from './surroundings.mjs';

const counted = (text, usual, what) => {
  const number = Number(text ?? usual);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`the ${what} is a whole number from 1`);
  return number;
};
const kills = counted(process.argv[2], 1000, 'number of kills');
const pairs = counted(process.argv[3], 200, 'number of pairs');
const seed = counted(process.argv[4], 4, 'seed');

const folder = mkdtempSync(join(tmpdir(), 'deep-'));
const json = join(folder, 'result.json');
const begun = Date.now();
const { status, stdout } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/crash',
    '--no-file-parallelism',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${json}`,
  ],
  {
    cwd: inProject('.'),
    env: {
      ...process.env,
      LOYALTY_CRASH: 'deep',
      LOYALTY_KILLS: String(kills),
      LOYALTY_PAIRS: String(pairs),
      LOYALTY_SEED: String(seed),
    },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  },
);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(json, 'utf8'));
rmSync(folder, { recursive: true });

const { date, machine, versions } = surroundings();
const result = {
  date,
  machine,
  node: versions.Node,
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests,
  seconds: Math.round((Date.now() - begun) / 1000),
  figures: [...stdout.matchAll(/^.*?crash: (\{.*\})$/gm)].map(([, figures]) => JSON.parse(figures)),
};
mkdirSync(inProject('bench/results'), { recursive: true });
const path = inProject(`bench/results/${date}-kills-${kills}.json`);
writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
if (status !== 0) console.error(stdout);
console.log(`${result.passed} passed, ${result.failed} failed in ${result.seconds} s; ${path}`);
process.exitCode = status ?? 1;
