// A deeper run of the crash tests than CI's: node bench/kills.mjs [KILLS] [PAIRS] [SEED] [PARTS…]. Every error at every
// call, KILLS runs and as many nights killed at any moment, and PAIRS of each at once, in parts that two workers share.
// The dated result is written anew after each part, so that a run that is interrupted has said what it did; parts named
// behind the seed, as `nights`, are done alone.
import { spawn } from 'node:child_process';
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
const named = process.argv.slice(5);

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const sliced = (all, slices, index) =>
  Math.floor((all * (index + 1)) / slices) - Math.floor((all * index) / slices);

/** The random moments in slices, each of a seed of its own. */
const moments = (name, file, slices) =>
  times(slices, (index) => ({
    name: `${name} ${index + 1}/${slices}`,
    file,
    environment: {
      LOYALTY_KILLS: String(Math.max(1, sliced(kills, slices, index))),
      LOYALTY_PAIRS: String(Math.max(1, sliced(pairs, slices, index))),
      LOYALTY_SEED: String(seed + 10 * index),
    },
  }));

/** The sweeps over every call in slices. */
const calls = (name, file, slices) =>
  times(slices, (index) => ({
    name: `${name} ${index + 1}/${slices}`,
    file,
    environment: { LOYALTY_PART: `${index}/${slices}` },
  }));

const slices = Math.max(1, Math.min(8, Math.floor(kills / 20)));
const parts = [
  ...moments('night-moments', 'test/stories/night-moments.test.ts', slices),
  ...calls('nights', 'test/crash/nights.test.ts', 8),
  ...calls('errors', 'test/crash/errors.test.ts', 8),
  ...moments('moments', 'test/crash/moments.test.ts', slices),
  { name: 'kills', file: 'test/crash/kills.test.ts', environment: {} },
  { name: 'limits', file: 'test/crash/limits.test.ts', environment: {} },
].filter(({ name }) => named.length === 0 || named.some((one) => name === one || name.startsWith(`${one} `)));
if (parts.length === 0) throw new RangeError(`no part is named ${named.join(' or ')}`);

const folder = mkdtempSync(join(tmpdir(), 'deep-'));
const begun = Date.now();
const { date, machine, versions } = surroundings();
mkdirSync(inProject('bench/results'), { recursive: true });
const some = named.map((name) => `-${name.replace(/[^a-z0-9-]+/g, '-')}`).join('');
const path = inProject(`bench/results/${date}-kills-${kills}${some}.json`);
const done = [];
const running = new Set();

const sum = (key) => done.reduce((all, part) => all + part[key], 0);
const seconds = (since) => Math.round((Date.now() - since) / 1000);
const write = () => {
  const result = {
    date,
    machine,
    node: versions.Node,
    complete: done.length === parts.length && named.length === 0,
    parts: { done: done.length, of: parts.length },
    ...{ kills, pairs, seed },
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    seconds: seconds(begun),
    figures: done.flatMap(({ name, figures }) => figures.map((figure) => ({ part: name, ...figure }))),
  };
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
};

const run = (part, index) =>
  new Promise((resolve) => {
    const json = join(folder, `${index}.json`);
    const since = Date.now();
    const child = spawn(
      process.execPath,
      [
        ...['node_modules/vitest/vitest.mjs', 'run', part.file, '--no-file-parallelism'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${json}`],
      ],
      {
        cwd: inProject('.'),
        env: { ...process.env, LOYALTY_CRASH: 'deep', ...part.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text;
      });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ part, code, signal, said, json, took: seconds(since) });
    });
  });

const note = ({ part, code, said, json, took }) => {
  let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  try {
    counts = JSON.parse(readFileSync(json, 'utf8'));
  } catch {
    // It ended before it had a result, which is a failure.
  }
  const failed = Math.max(counts.numFailedTests, code === 0 && counts.numPassedTests > 0 ? 0 : 1);
  const figures = [...said.matchAll(/^.*?crash: (\{.*\})$/gm)].map(([, text]) => JSON.parse(text));
  done.push({
    name: part.name,
    passed: counts.numPassedTests,
    failed,
    skipped: counts.numPendingTests,
    figures,
  });
  write();
  if (failed > 0) console.error(said);
  console.log(
    `${done.length} of ${parts.length}, after ${seconds(begun)} s: ${part.name} took ${took} s, ${failed === 0 ? 'passed' : 'FAILED'}`,
  );
};

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopped = true;
    for (const child of running) child.kill('SIGTERM');
  });

let next = 0;
const worker = async () => {
  while (next < parts.length && !stopped) {
    const index = next++;
    const ended = await run(parts[index], index);
    if (!stopped) note(ended);
  }
};
write();
await Promise.all([worker(), worker()]);
write();
rmSync(folder, { recursive: true });
console.log(
  `${done.length < parts.length ? 'INTERRUPTED' : named.length > 0 ? 'the named parts' : 'complete'}: ${sum('passed')} passed, ${sum('failed')} failed in ${seconds(begun)} s; ${path}`,
);
process.exitCode = stopped || sum('failed') > 0 ? 1 : 0;
