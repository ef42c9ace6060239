// Times loyalty and its peers as whole commands and prints a Markdown table.
//
//   node bench/run.mjs [--rounds 5] [--only loyalty,pandas] [--quick] [--write]
//
// --quick takes one round without a warm-up; --write puts the table of a full run between the markers of README.md
// and the samples into bench/results/<date>.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { differencesOfOutputs } from './agree.mjs';
import { goals, heats } from './contestants.mjs';
import { inProject, LARGE, LOYALTY, MILLION, SMALL, VENV_PYTHON } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { runHeat } from './rounds.mjs';
import { judge } from './statistics.mjs';
import { surroundings } from './surroundings.mjs';
import { betweenMarkers, markdown } from './table.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/** Reads the command line and chooses the heats it asks for. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.write && (values.only || values.quick))
    throw new Error('--write wants a full run: leave out --only and --quick');
  const rounds = values.rounds === undefined ? null : Number(values.rounds);
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))
    throw new Error('--rounds takes a whole number from 1');
  return { ...values, heats: chosenHeats(values.only?.split(','), values.quick ? 1 : rounds) };
}

/** The heats with the named contestants (all without names) and the asked number of rounds (their own without). */
function chosenHeats(names, rounds) {
  const known = heats.flatMap(({ contestants }) => contestants.map(({ name }) => name));
  for (const name of names ?? [])
    if (!known.includes(name)) throw new Error(`--only knows ${known.join(', ')}; not ${name}`);
  return heats
    .map((heat) => ({
      ...heat,
      rounds: rounds ?? heat.rounds,
      slowRounds: Math.min(rounds ?? heat.slowRounds, heat.slowRounds),
      contestants: heat.contestants.filter(({ name }) => names === undefined || names.includes(name)),
    }))
    .filter(({ contestants }) => contestants.length > 0);
}

/** Says in one sentence whether the figures of those that print them agree; throws where they do not. */
function agreementOf(contestants) {
  const measured = contestants.filter(({ six }) => six).map(({ name }) => name);
  const peers = measured.filter((name) => name !== 'loyalty');
  if (!measured.includes('loyalty') || peers.length === 0) return '';
  const found = Object.entries(differencesOfOutputs({ own: 'loyalty', peers }));
  const wrong = found.flatMap(([peer, sentences]) => sentences.map((sentence) => `${peer}: ${sentence}`));
  if (wrong.length > 0) throw new Error(`The figures do not agree, so no time counts:\n${wrong.join('\n')}`);
  return `The six figures of ${peers.join(' and ')} were equal to loyalty's (money to the cent).`;
}

/** Writes the table into README.md and everything measured into bench/results. */
function write(table, record) {
  const readme = inProject('README.md');
  const page = betweenMarkers(readFileSync(readme, 'utf8'), table);
  mkdirSync(inProject('bench/results'), { recursive: true });
  const results = inProject(`bench/results/${record.date}.json`);
  writeFileSync(results, `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(readme, page);
  say(`wrote ${readme} and ${results}`);
}

function main() {
  const options = readOptions();
  const contestants = options.heats.flatMap((heat) => heat.contestants);
  const uses = (part) => contestants.some(({ command }) => command.includes(part));
  if (uses(LOYALTY) && !existsSync(LOYALTY))
    throw new Error(`there is no ${LOYALTY}; build the project first`);
  if (options.write) betweenMarkers(readFileSync(inProject('README.md'), 'utf8'), '');
  prepare({ files: [LARGE, SMALL, ...MILLION].filter(uses), python: uses(VENV_PYTHON) });
  const loadBefore = loadavg()[0];
  const samples = {};
  for (const heat of options.heats) Object.assign(samples, runHeat(heat, { warmUp: !options.quick, say }));
  const around = { ...surroundings(), agreement: agreementOf(contestants) };
  const table = markdown(options.heats, samples, around);
  console.log(table);
  const verdicts = goals.map((goal) => ({ ...goal, verdict: judge(goal, samples) }));
  if (options.write) write(table, { ...around, loadBefore, verdicts, samples });
}

try {
  main();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
