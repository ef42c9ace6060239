// A deeper run of the fuzzer than CI's: node bench/fuzz.mjs [CASES] [MINUTES]. Its dated result is committed in bench/results.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from './paths.mjs';
import { surroundings } from './surroundings.mjs';

const wanted = Number(process.argv[2] ?? 1_000_000);
const minutes = process.argv[3];
if (!Number.isInteger(wanted) || wanted < 1)
  throw new RangeError('the number of cases is a whole number from 1');
const seed = Number(process.env.LOYALTY_FUZZ_SEED ?? 1 + randomInt(2 ** 30));
const every = Number(process.env.LOYALTY_FUZZ_WHOLE ?? 200);

const folder = mkdtempSync(join(tmpdir(), 'loyalty-fuzz-results-'));
const begun = Date.now();
const git = (...argv) =>
  spawnSync('git', argv, { cwd: inProject(''), encoding: 'utf8' }).stdout?.trim() ?? '';
const commit = git('rev-parse', 'HEAD') || null;
const uncommitted = git('status', '--porcelain', 'src') !== '';
// The second seed gets half of the cases that are asked for.
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/fuzz/second-seed.test.ts'],
  {
    cwd: inProject(''),
    env: {
      ...process.env,
      LOYALTY_FUZZ: String(2 * wanted),
      LOYALTY_FUZZ_SEED: String(seed),
      LOYALTY_FUZZ_WHOLE: String(every),
      LOYALTY_FUZZ_RESULTS: folder,
      ...(minutes === undefined ? {} : { LOYALTY_FUZZ_MINUTES: minutes }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);

const kinds = Object.fromEntries(
  ['csv', 'json', 'gzip', 'values']
    .map((kind) => [kind, join(folder, `${kind}.json`)])
    .filter(([, path]) => existsSync(path))
    .map(([kind, path]) => {
      const { cases, whole, reading, figures, refusals, faults } = JSON.parse(readFileSync(path, 'utf8'));
      return [kind, { cases, whole, reading, figures, refusals, faults }];
    }),
);
rmSync(folder, { recursive: true });
const { date, machine, versions } = surroundings();
const cases = Object.values(kinds).reduce((sum, kind) => sum + kind.cases, 0);
const result = {
  date,
  cases,
  wanted,
  seed,
  whole: Object.values(kinds).reduce((sum, kind) => sum + kind.whole, 0),
  faults: Object.values(kinds).reduce((sum, kind) => sum + kind.faults.length, 0),
  kinds,
  seconds: Math.round((Date.now() - begun) / 1000),
  machine,
  node: versions.Node,
  engine: versions.DuckDB,
  commit,
  uncommitted,
};
mkdirSync(inProject('bench/results'), { recursive: true });
const path = inProject(`bench/results/${date}-fuzz-${cases}.json`);
writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
console.log(`${cases} cases, ${result.faults} faults in ${result.seconds} s; ${path}`);
process.exitCode = status ?? 1;
