import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, LARGE, MILLION, SMALL, VENV_PYTHON } from './paths.mjs';

const REQUIREMENTS = inProject('bench/requirements.txt');
const INSTALLED = inProject('bench/data/venv/installed.txt');

const GENERATED = new Map([
  [LARGE, ['--orders', '5000000', '--customers', '1000000', '--seed', '1']],
  [SMALL, ['--orders', '1000', '--seed', '1']],
  [MILLION[0], ['--orders', '1000000', '--seed', '2']],
]);

function run(program, parameters) {
  const { status, error } = spawnSync(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error || status !== 0) throw new Error(`${program} ${parameters.join(' ')} failed`);
}

/** Installs the pinned pandas and polars into an environment of the benchmark's own, unless they are there. */
function preparePython() {
  const wanted = readFileSync(REQUIREMENTS, 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === wanted) return;
  run('python3', ['-m', 'venv', inProject('bench/data/venv')]);
  run(VENV_PYTHON, ['-m', 'pip', 'install', '--quiet', '--requirement', REQUIREMENTS]);
  writeFileSync(INSTALLED, wanted);
}

/** Makes what a run needs and is not there: generated exports, and the Python environment where `python` is true. */
export function prepare({ files, python }) {
  for (const file of files) {
    if (existsSync(file)) continue;
    const recipe = GENERATED.get(file);
    if (recipe === undefined && MILLION.includes(file)) {
      run(process.execPath, [inProject('bench/convert.mjs'), MILLION[0], file]);
      continue;
    }
    if (recipe === undefined) throw new Error(`there is no file ${file}`);
    run(process.execPath, [inProject('bench/generate.mjs'), ...recipe, '--out', file]);
  }
  if (python) preparePython();
}
