import { readFileSync, statSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import { inProject, LARGE } from './paths.mjs';

const packageVersion = (folder) =>
  JSON.parse(readFileSync(inProject(`${folder}package.json`), 'utf8')).version;

/** The versions of everything that is timed. */
function versions() {
  const pinned = readFileSync(inProject('bench/requirements.txt'), 'utf8').trim().split('\n');
  return {
    loyalty: packageVersion(''),
    Node: process.versions.node,
    DuckDB: packageVersion('node_modules/@duckdb/node-api/'),
    'csv-parse': packageVersion('node_modules/csv-parse/'),
    ...Object.fromEntries(pinned.map((line) => line.split('=='))),
  };
}

/** The date, the machine in words, the versions and the size of the large export, as the results record them. */
export function surroundings() {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores (${cpus()[0].model.trim()}), ${gibibytes} GiB, ${platform()} ${arch()}`,
    versions: versions(),
    largeBytes: statSync(LARGE, { throwIfNoEntry: false })?.size ?? null,
  };
}
