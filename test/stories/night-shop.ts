import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Manifest, manifest } from '../../src/nights/schema.ts';
import { published } from '../support/published.ts';
import { root } from './binary.ts';

const base = mkdtempSync(join(tmpdir(), 'story-night-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let number = 0;

/** A folder with the orders of the small shop and a configuration. */
export interface NightFolder {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string) => void;
  /** The content of a file, null where there is none. */
  readonly read: (name: string) => string | null;
  /** Every file below the folder, what was there at first left out. */
  readonly made: () => string[];
}

/** Makes such a folder; `configuration` is YAML below the orders. */
export const nightFolder = (configuration: string): NightFolder => {
  const folder = join(base, `night-${number++}`);
  mkdirSync(folder);
  cpSync(`${root}fixtures/small/orders.csv`, join(folder, 'orders.csv'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string): void => writeFileSync(path(name), content);
  write('loyalty.config.yaml', `sources:\n  - role: orders\n    path: orders.csv\n${configuration}`);
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  const first = new Set(files());
  return {
    ...{ folder, path, write },
    read: (name) => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : null),
    made: () => files().filter((name) => !first.has(name)),
  };
};

/** What a reader finds: the manifest and the files it names, null where one is not what it says. */
export const readNight = (
  folder: string,
  name: string,
): { readonly manifest: Manifest; readonly files: readonly string[] } | null => {
  const read = (path: string): string | null => {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const text = read(name);
  if (text === null) return null;
  const found = manifest.parse(published('manifest', JSON.parse(text)));
  const files = found.outputs.map(({ path }) => read(path));
  const agree = found.outputs.every(({ sha256, bytes }, index) => {
    const content = files[index];
    return (
      content != null &&
      Buffer.byteLength(content) === bytes &&
      createHash('sha256').update(content).digest('hex') === sha256
    );
  });
  if (!agree) return null;
  for (const [index, { format }] of found.outputs.entries())
    if (format === 'json') published('report', JSON.parse(files[index]!));
  return { manifest: found, files: files as string[] };
};
