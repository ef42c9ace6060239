import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './paths.mjs';

/** Where the last output of every contestant is kept. */
export const OUTPUTS = inProject('bench/data/outputs');

/**
 * Runs a contestant's whole command once: `{ wall, cpu, peakMiB }`, seconds and MiB. A command that fails is no
 * measurement: it throws with the end of what the command wrote to stderr.
 */
export function runOnce({ name, command }) {
  mkdirSync(OUTPUTS, { recursive: true });
  const stdout = join(OUTPUTS, `${name}.out`);
  const stderr = join(OUTPUTS, `${name}.err`);
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const measured = spawnSync('python3', [inProject('bench/measure.py'), stdout, stderr, ...command], {
    cwd: inProject('.'),
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1' },
  });
  if (measured.error) throw new Error(`python3 could not be run: ${measured.error.message}`);
  if (measured.status !== 0) throw new Error(`${name} could not be measured:\n${measured.stderr}`);
  const { exit, ...sample } = JSON.parse(measured.stdout);
  if (exit !== 0)
    throw new Error(`${name} ended with ${exit}:\n${readFileSync(stderr, 'utf8').slice(-1000)}`);
  return sample;
}

/**
 * Runs a heat in interleaved rounds (A B C, A B C, …) after one warm-up round, so that a disturbance of the machine
 * falls on all. Returns the samples by contestant: the n-th of each is from the n-th round.
 */
export function runHeat(heat, { warmUp, say }) {
  const samples = Object.fromEntries(heat.contestants.map(({ name }) => [name, []]));
  for (let round = warmUp ? 0 : 1; round <= heat.rounds; round++)
    for (const contestant of heat.contestants) {
      if (contestant.slow && (round === 0 || round > heat.slowRounds)) continue;
      const sample = runOnce(contestant);
      say(`${heat.title}, round ${round}: ${contestant.name} ${sample.wall.toFixed(3)} s`);
      if (round > 0) samples[contestant.name].push(sample);
    }
  return samples;
}
