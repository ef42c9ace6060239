import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type Report, type Role, report } from '../../src/report/schema.ts';
import { figure, run } from './cli.ts';

/** What a fixture of a profile must give; its `why` says how the figures were worked. */
export interface Expected {
  readonly profile: string;
  readonly role: Role;
  readonly file?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  readonly why: string;
  readonly exit: number;
  readonly figures: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly reconciliation?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly string[];
}

/** A file of a fixture, by the role in which it is given. */
export interface FixtureFile {
  readonly role: string;
  readonly name: string;
  readonly path: string;
}

const root = fileURLToPath(new URL('../../fixtures/profiles/', import.meta.url));

/** The fixtures of the profiles, by their folders. */
export const folders: readonly string[] = existsSync(root)
  ? readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

/** What the fixture of a folder must give. */
export const expectedOf = (folder: string): Expected =>
  JSON.parse(readFileSync(join(root, folder, 'expected.json'), 'utf8')) as Expected;

/** The files of a fixture where they stand. */
export const filesOf = (folder: string): readonly FixtureFile[] => {
  const { role, file, files } = expectedOf(folder);
  return Object.entries(files ?? { [role]: file! }).map(([of, name]) => ({
    role: of,
    name,
    path: join(root, folder, name),
  }));
};

const reportOn = async ({ exit, flags }: Expected, files: readonly FixtureFile[]): Promise<Report> => {
  const paths = files.flatMap(({ role, path }) => (role === 'orders' ? [path] : [`--${role}`, path]));
  const options = [...flags, '--as-of', '2022-12-31', '--format', 'json'];
  const { code, stdout, stderr } = await run(['kpi', ...paths, ...options]);
  expect({ code, stderr: code === exit ? '' : stderr }).toEqual({ code: exit, stderr: '' });
  return report.parse(JSON.parse(stdout));
};

/** Asserts that files, the fixture's own or others of the same rows, are recognised and give what is expected of it. */
export const expectFigures = async (expected: Expected, files: readonly FixtureFile[]): Promise<void> => {
  const found = await reportOn(expected, files);
  const input = found.inputs.find(({ role }) => role === expected.role)!;
  expect(input.profile).toBe(expected.profile);
  expect(input.reconciliation).toMatchObject(expected.reconciliation ?? {});
  const codes = found.warnings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining([...(expected.warnings ?? [])]));
  for (const [key, wanted] of Object.entries(expected.figures)) {
    const [id, segment] = key.split('@') as [string, string | undefined];
    const [attribute, value] = segment?.split('=') ?? [];
    const of = attribute === undefined ? null : { [attribute]: value ?? '' };
    expect({ key, ...figure(found, id, of) }).toMatchObject({ key, ...wanted });
  }
};
