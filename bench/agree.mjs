// Compares loyalty's figures with those of pandas and polars over one export.
//
//   node bench/agree.mjs [--file bench/data/orders-1k.csv]
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { QUESTION } from './contestants.mjs';
import { inProject, LOYALTY, SMALL, VENV_PYTHON } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { OUTPUTS, runOnce } from './rounds.mjs';

const COUNTS = ['orders', 'active_customers'];
const MONEY = ['revenue', 'average_order_value'];
const SHARES = ['retention_rate', 'repurchase_rate'];
const PEERS = ['pandas', 'polars'];

/** The total of a figure in a report; throws where there is none with a value. */
function total(report, id) {
  const found = report.figures.find((figure) => figure.id === id && !figure.segment);
  if (typeof found?.value !== 'number') throw new Error(`there is no value of ${id}`);
  return found;
}

/**
 * The differences between two reports in the six figures, one sentence each: counts and both parts of a share must
 * be equal, money may differ by less than half a cent.
 */
export function differences(own, other) {
  const wrong = [];
  const differ = (what, ours, theirs) => wrong.push(`${what}: ${ours} against ${theirs}`);
  for (const id of [...COUNTS, ...MONEY, ...SHARES]) {
    const ours = total(own, id);
    const theirs = total(other, id);
    if (COUNTS.includes(id) && ours.value !== theirs.value) differ(id, ours.value, theirs.value);
    if (MONEY.includes(id) && !(Math.abs(ours.value - theirs.value) < 0.005))
      differ(id, ours.value, theirs.value);
    if (SHARES.includes(id))
      for (const part of ['numerator', 'denominator'])
        if (ours[part] !== theirs[part]) differ(`${id} (${part})`, ours[part], theirs[part]);
  }
  return wrong;
}

/** The differences between the last outputs of `own` and of each of `peers`, by peer. */
export function differencesOfOutputs({ own, peers }) {
  const read = (name) => JSON.parse(readFileSync(join(OUTPUTS, `${name}.out`), 'utf8'));
  return Object.fromEntries(peers.map((peer) => [peer, differences(read(own), read(peer))]));
}

/** Runs the three over one file and prints whether they agree; the exit code is 1 where they do not. */
function main() {
  const { values } = parseArgs({ options: { file: { type: 'string', default: SMALL } } });
  const file = resolve(values.file);
  prepare({ files: [file], python: true });
  runOnce({ name: 'agree-loyalty', command: [process.execPath, LOYALTY, 'kpi', file, ...QUESTION] });
  for (const peer of PEERS) {
    const script = inProject(`bench/peers/${peer}_six.py`);
    runOnce({ name: `agree-${peer}`, command: [VENV_PYTHON, script, file] });
  }
  const found = differencesOfOutputs({
    own: 'agree-loyalty',
    peers: PEERS.map((peer) => `agree-${peer}`),
  });
  for (const [peer, wrong] of Object.entries(found)) {
    console.log(`${peer}: ${wrong.length === 0 ? 'the six figures agree' : wrong.join('; ')}`);
    if (wrong.length > 0) process.exitCode = 1;
  }
}

if (import.meta.filename === process.argv[1])
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
