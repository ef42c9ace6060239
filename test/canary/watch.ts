import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/cli.ts';
import { damages } from './damages.ts';
import { markedExports } from './exports.ts';
import { hitIn, makePlace, type Place } from './place.ts';
import type { Scenario } from './scenario.ts';
import { csv, json, ndjson, roles, shop } from './shop.ts';

/** Writes the exports with canaries in them. */
export const writeExports = (folder: string): void => {
  const put = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  for (const role of roles) {
    const table = shop[role];
    put(`${role}.csv`, csv(table));
    put(`${role}.csv.gz`, gzipSync(csv(table)));
    put(`${role}.json`, json(table));
    put(`${role}.json.gz`, gzipSync(json(table)));
    put(`${role}.ndjson`, ndjson(table));
  }
  for (const [number, { bytes }] of damages.entries()) put(`damaged-${number}`, bytes);
  for (const { name, bytes } of markedExports()) put(name, bytes);
};

/** Makes folders of the exports and for all that a run may leave, and has this process run in them. */
export const inPlace = (): Place => {
  const place = makePlace();
  const before = { cwd: process.cwd(), home: process.env.HOME, temporary: process.env.TMPDIR };
  beforeAll(() => {
    writeExports(place.exports);
    process.chdir(place.cwd);
    process.env.HOME = place.home;
    process.env.TMPDIR = place.temporary;
  });
  afterAll(() => {
    process.chdir(before.cwd);
    process.env.HOME = before.home;
    if (before.temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before.temporary;
  });
  afterEach(place.clear);
  return place;
};

/** What a command line shows of any canary, wherever it is, and what it left among the temporary files. */
export const shownBy = async (place: Place, argv: readonly string[]) => {
  const { code, stdout, stderr } = await run(argv);
  const told = { stdout: hitIn(stdout), stderr: hitIn(stderr), files: place.hits() };
  const left = place.left().filter((path) => path.startsWith(place.temporary));
  return { code, stderr, told, left };
};

/** Where no canary is. */
export const nowhere = { stdout: null, stderr: null, files: [] };

/** Asserts of all command lines that they show no canary, end as they must and leave nothing. */
export const holdTo = (place: Place, groups: Readonly<Record<string, readonly Scenario[]>>): void => {
  for (const [group, lines] of Object.entries(groups))
    describe(`no canary is in ${group}`, () => {
      it.each(lines)('$name', async ({ argv, exits }) => {
        const { code, stderr, told, left } = await shownBy(place, argv);
        expect(told).toEqual(nowhere);
        expect(left).toEqual([]);
        expect(code, stderr).not.toBe(70);
        if (exits !== null) expect(exits, stderr).toContain(code);
      });
    });
};
