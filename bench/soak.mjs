// Many runs of `check` in a row: node bench/soak.mjs [RUNS] [SEED]. Sound and broken exports in turn, some runs two at a
// time, some killed; nothing may be left behind, nothing may grow. Its dated result is committed in bench/results.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { inProject } from './paths.mjs';
import { surroundings } from './surroundings.mjs';

const wanted = Number(process.argv[2] ?? 1000);
if (!Number.isInteger(wanted) || wanted < 1)
  throw new RangeError('the number of runs is a whole number from 1');
const seed = Number(process.argv[3] ?? 1);

let state = (seed % 2_147_483_646) + 1;
const chance = () => {
  state = (state * 16_807) % 2_147_483_647;
  return state / 2_147_483_647;
};

const base = mkdtempSync(join(tmpdir(), 'soak-'));
const [cwd, home, temporary, notes] = ['cwd', 'home', 'temporary', 'notes'].map((name) => {
  mkdirSync(join(base, name));
  return join(base, name);
});

// Each process notes at its end what it took at most, and what it has open.
const noting = join(notes, 'noting.cjs');
writeFileSync(
  noting,
  `process.on('exit', () => {
    const { readdirSync, writeFileSync } = require('node:fs');
    const took = { rss: process.resourceUsage().maxRSS, open: readdirSync('/proc/self/fd').length };
    writeFileSync(process.env.SOAK_NOTE, JSON.stringify(took));
  });`,
);

// The program as it is now: a build meanwhile changes nothing.
const program = join(base, 'program');
for (const name of ['bin', 'dist', 'package.json'])
  cpSync(inProject(name), join(program, name), { recursive: true });
symlinkSync(inProject('node_modules'), join(program, 'node_modules'));

const orders = readFileSync(inProject('fixtures/small/orders.csv'));
writeFileSync(join(cwd, 'orders.csv.gz'), gzipSync(orders));
writeFileSync(join(cwd, 'orders.utf16.csv'), Buffer.from(`\ufeff${orders}`, 'utf16le'));
cpSync(inProject('fixtures/small/orders.csv'), join(cwd, 'orders.csv'));
for (const name of ['customers.csv', 'surveys.csv'])
  cpSync(inProject(`fixtures/small/${name}`), join(cwd, name));
for (const name of ['open-quote.csv', 'cut.csv.gz', 'broken-line.ndjson'])
  cpSync(inProject(`fixtures/broken/${name}`), join(cwd, name));

const period = ['--period', '2021', '--as-of', '2022-01-15'];
const line = (exit, file, check, ...more) => ({
  exit,
  argv: ['check', file, ...period, '--check', check, ...more],
});
const lines = [
  line(0, 'orders.csv', 'orders >= 1'),
  line(1, 'orders.csv', 'orders >= 1000000'),
  line(4, 'orders.csv', 'orders[channel=nowhere] >= 1'),
  line(
    0,
    'orders.csv.gz',
    'retention_rate >= 0.1',
    '--customers',
    'customers.csv',
    '--surveys',
    'surveys.csv',
  ),
  line(0, 'orders.utf16.csv', 'orders >= 1'),
  line(3, 'open-quote.csv', 'orders >= 1'),
  line(3, 'cut.csv.gz', 'orders >= 1'),
  line(3, 'broken-line.ndjson', 'orders >= 1'),
  line(2, 'orders.csv', 'nonsense'),
  line(0, 'orders.csv', 'last_order_age_days <= 1000', '--reporter', 'junit=checks.xml'),
];

const begin = (number, argv) => {
  const note = join(notes, `${number}.json`);
  const child = spawn(process.execPath, ['--require', noting, join(program, 'bin/loyalty.js'), ...argv], {
    cwd,
    env: { ...process.env, HOME: home, TMPDIR: temporary, SOAK_NOTE: note },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  return { child, ended, note };
};

const faults = [];
const must = (holds, text) => {
  if (!holds) faults.push(text);
};
const before = JSON.stringify(readdirSync(cwd).concat('checks.xml').toSorted());
const ours = (folder) => readdirSync(folder).filter((name) => /loyalty|duckdb/.test(name));
const shared = JSON.stringify(ours('/dev/shm'));

/** Whether nothing lies where nothing may; after a kill the next run has to have cleared it. */
const assertClear = (number) => {
  must(readdirSync(temporary).length === 0, `run ${number}: left ${readdirSync(temporary)}`);
  must(readdirSync(home).length === 0, `run ${number}: left ${readdirSync(home)} at home`);
  const here = JSON.stringify([...new Set([...readdirSync(cwd), 'checks.xml'])].toSorted());
  must(here === before, `run ${number}: the folder holds ${here}`);
  must(JSON.stringify(ours('/dev/shm')) === shared, `run ${number}: left shared memory`);
};

const exits = {};
const took = [];
let done = 0;
let pairs = 0;
let kills = 0;
const finish = async (number, { exit }, { ended, note }) => {
  const code = await ended;
  exits[code] = (exits[code] ?? 0) + 1;
  must(code === exit, `run ${number}: exit ${code}, not ${exit}`);
  took.push({ line: number % lines.length, ...JSON.parse(readFileSync(note)) });
  rmSync(note);
};
const kill = async (number, { argv, exit }) => {
  const signal = ['SIGKILL', 'SIGTERM', 'SIGINT'][kills++ % 3];
  const { child, ended, note } = begin(number, argv);
  await wait(chance() * 500);
  child.kill(signal);
  const code = await ended;
  exits[code] = (exits[code] ?? 0) + 1;
  must([128 + constants.signals[signal], exit].includes(code), `run ${number}: exit ${code} after ${signal}`);
  rmSync(note, { force: true });
};

const begun = Date.now();
let killed = false;
while (done < wanted) {
  const asked = lines[done % lines.length];
  const number = done++;
  const draw = chance();
  if (draw < 0.05) {
    await kill(number, asked);
    killed = true;
    continue;
  }
  if (draw < 0.25 && done < wanted) {
    pairs += 1;
    const other = done++;
    const runs = [begin(number, asked.argv), begin(other, lines[other % lines.length].argv)];
    await finish(number, asked, runs[0]);
    await finish(other, lines[other % lines.length], runs[1]);
  } else await finish(number, asked, begin(number, asked.argv));
  // A fault of usage is told before any folder is made, so such a run clears nothing.
  if (!killed || asked.exit !== 2) {
    assertClear(number);
    killed = false;
  }
}

/** By line of the rotation, as each takes its own: the mean over the lines of their medians. */
const typical = (runs, what) => {
  const medians = lines.flatMap((_, at) => {
    const values = runs.filter(({ line: of }) => of === at).map((run) => run[what]);
    return values.length === 0 ? [] : [values.toSorted((one, other) => one - other)[values.length >> 1]];
  });
  return medians.reduce((sum, value) => sum + value, 0) / medians.length;
};
const some = Math.min(100, took.length >> 1);
const compared = Object.fromEntries(
  ['rss', 'open'].map((what) => {
    const [first, last] = [typical(took.slice(0, some), what), typical(took.slice(-some), what)];
    must(Math.abs(last / first - 1) <= 0.05, `${what} went from ${first} to ${last}`);
    return [what, { first, last, change: `${((last / first - 1) * 100).toFixed(2)} %` }];
  }),
);
rmSync(base, { recursive: true });

const { date, machine, versions } = surroundings();
const result = {
  date,
  machine,
  node: versions.Node,
  runs: done,
  seed,
  pairs,
  kills,
  exits,
  seconds: Math.round((Date.now() - begun) / 1000),
  compared: `of each process, the first ${some} and the last ${some}: rss in KiB, open descriptors at its end`,
  ...compared,
  faults,
};
mkdirSync(inProject('bench/results'), { recursive: true });
const path = inProject(`bench/results/${date}-soak-${wanted}.json`);
if (wanted >= 200) writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
process.exitCode = faults.length === 0 ? 0 : 1;
