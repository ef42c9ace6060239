import { describe, expect, it, test } from 'vitest';
import { profiles } from '../../../src/sources/profiles/index.ts';
import { expectedOf, expectFigures, filesOf, folders } from '../../support/profile-fixtures.ts';

describe.each(folders)('%s', (folder) => {
  it('is recognised without a flag and gives its figures', async () => {
    await expectFigures(expectedOf(folder), filesOf(folder));
  });
});

test('every profile has a fixture, and every fixture names a profile that is shipped', () => {
  const shown = new Set(folders.map((folder) => expectedOf(folder).profile));
  expect([...shown].sort()).toEqual(
    profiles()
      .map(({ id }) => id)
      .sort(),
  );
});
