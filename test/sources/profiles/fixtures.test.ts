import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { report } from '../../../src/report/schema.ts';
import { profiles } from '../../../src/sources/profiles/index.ts';
import { scratch } from '../../stories/scratch.ts';
import { run } from '../../support/cli.ts';
import {
  type Expected,
  expectedOf,
  expectFigures,
  type FixtureFile,
  filesOf,
  folders,
} from '../../support/profile-fixtures.ts';
import { headerAlone } from '../../support/rewritten-export.ts';

const { write } = scratch();

describe.each(folders)('%s', (folder) => {
  it('is recognised without a flag and gives its figures', async () => {
    await expectFigures(expectedOf(folder), filesOf(folder));
  });
});

/** A fixture's own file cut to its header, and the same with a row of blank cells below; what else it has stays. */
const cut = (folder: string, blankRows: number): FixtureFile[] => {
  const { role, profile } = expectedOf(folder);
  const { headerRows } = profiles().find(({ id }) => id === profile)!;
  const written = (file: FixtureFile): string =>
    write(`${folder}-${blankRows}.csv`, headerAlone(readFileSync(file.path), headerRows, blankRows));
  return filesOf(folder).map((file) => (file.role === role ? { ...file, path: written(file) } : file));
};

const inCsv = folders.filter((folder) => filesOf(folder).every(({ name }) => name.endsWith('.csv')));

/** The flags of a fixture but its breakdown, which nothing can be broken down by. */
const flagsOf = ({ flags }: Expected): string[] =>
  flags.filter((flag, index) => flag !== '--by' && flags[index - 1] !== '--by');

const runOn = (expected: Expected, files: readonly FixtureFile[]) => {
  const paths = files.flatMap(({ role, path }) => (role === 'orders' ? [path] : [`--${role}`, path]));
  const options = ['--as-of', '2022-12-31', '--max-rejects', '100%', '--format', 'json'];
  return run(['kpi', ...paths, ...flagsOf(expected), ...options]);
};

describe.each(inCsv)('%s', (folder) => {
  const expected = expectedOf(folder);

  it('is read without a record', async () => {
    const { code, stdout, stderr } = await runOn(expected, cut(folder, 0));
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    const { inputs } = report.parse(JSON.parse(stdout));
    expect(inputs.find(({ role }) => role === expected.role)).toMatchObject({
      profile: expected.profile,
      records: 0,
    });
  });

  it.each([1, 3])(
    'counts nothing in %d records of blank cells, unless a blank status is unknown',
    async (rows) => {
      const { code, stdout, stderr } = await runOn(expected, cut(folder, rows));
      if (code === 3 && expected.role === 'orders') {
        expect(stderr).toContain('--count-status');
        return;
      }
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      const { inputs } = report.parse(JSON.parse(stdout));
      const input = inputs.find(({ role }) => role === expected.role)!;
      expect(input).toMatchObject({ profile: expected.profile, records: rows });
      expect(input.reconciliation.accepted).toBe(0);
    },
  );
});

test('every profile has a fixture, and every fixture names a profile that is shipped', () => {
  const shown = new Set(folders.map((folder) => expectedOf(folder).profile));
  expect([...shown].sort()).toEqual(
    profiles()
      .map(({ id }) => id)
      .sort(),
  );
});
