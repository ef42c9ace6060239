import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { profiles } from '../../src/sources/profiles/index.ts';
import { otherHeaders, spellings } from '../support/other-names.ts';
import {
  expectedOf,
  expectFigures,
  type FixtureFile,
  filesOf,
  folders,
} from '../support/profile-fixtures.ts';
import { random } from '../support/random.ts';
import { headerOf, type Rewriting, rewriteCsv, rewriteJson } from '../support/rewritten-export.ts';
import { scratch } from './scratch.ts';

const { make, write } = scratch();

const places = (count: number): number[] => [...Array(count).keys()];

const isJson = ({ name }: FixtureFile): boolean => name.endsWith('.json');

/** Of the headers a profile knows, the first have another name in most columns, the later ones in one. */
const enough = 3;

let copies = 0;

/** The files of a fixture under a folder of their own, each written anew. */
const rewritten = (folder: string, rewritingOf: (file: FixtureFile) => Rewriting): FixtureFile[] => {
  copies += 1;
  const name = `${folder}-${copies}`;
  make(name);
  return filesOf(folder).map((file) => {
    const rewrite = isJson(file) ? rewriteJson : rewriteCsv;
    const bytes = rewrite(readFileSync(file.path), rewritingOf(file));
    return { ...file, path: write(join(name, file.name), bytes) };
  });
};

const changed = (before: readonly string[], after: readonly string[]): string =>
  before.flatMap((name, index) => (name === after[index] ? [] : [`${name} as ${after[index]}`])).join(', ');

describe.each(folders)('%s', (folder) => {
  const expected = expectedOf(folder);

  it.each(Object.entries(spellings).map(([how, spell], index) => [how, spell, index] as const))(
    'gives its figures with its columns shuffled and their names %s',
    async (_, spell, seed) => {
      const files = rewritten(folder, () => ({
        order: (count) => random(seed).shuffle(places(count)),
        names: (header) => header.map(spell),
      }));
      await expectFigures(expected, files);
    },
  );

  const profile = profiles().find(({ id }) => id === expected.profile)!;
  const own = filesOf(folder).find(({ role }) => role === expected.role)!;
  const header = isJson(own) ? [] : headerOf(readFileSync(own.path));
  const others = otherHeaders(profile, header)
    .slice(0, enough)
    .map((names) => [changed(header, names), names] as const);

  it.each(others)('gives its figures with %s', async (_, names) => {
    const files = rewritten(folder, ({ role }) => ({
      order: places,
      names: (given) => (role === expected.role ? names : given),
    }));
    await expectFigures(expected, files);
  });
});

test('a profile of two languages knows its header in the other one', () => {
  const grid = profiles().find(({ id }) => id === 'prestashop-customers-grid')!;
  const english = ['ID', 'First name', 'Email address', 'Registration', 'Last visit'];
  const [french] = otherHeaders(grid, english);
  expect(french).toEqual(['ID', 'First name', 'Adresse e-mail', 'Inscription', 'Dernière visite']);
});
