import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { configNames } from '../../src/config/find.ts';

/** A configuration as it is written, and the file it stands in. */
export interface Declared {
  readonly path: string;
  readonly content: unknown;
}

/** The values of flags in a command line: the words that follow them, or what follows their `=`. */
export const valuesOf = (argv: readonly string[], ...flags: readonly string[]): string[] =>
  argv.flatMap((word, index) =>
    flags.flatMap((flag) => {
      if (word === flag) return argv[index + 1] ?? [];
      return word.startsWith(`${flag}=`) ? word.slice(flag.length + 1) : [];
    }),
  );

/** A configuration, read by packages of the format of its ending, not by the program. */
export const readDeclared = (path: string): Declared => {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  // Days of TOML are texts in JSON.
  return {
    path,
    content: path.endsWith('.toml') ? JSON.parse(JSON.stringify(parseToml(text))) : parseYaml(text),
  };
};

/** The configuration a command line names, or that lies in the folder it is run in; null where there is none. */
export const declaredFor = (argv: readonly string[], folder: string): Declared | null => {
  if (argv.includes('--no-config')) return null;
  const named = valuesOf(argv, '--config').at(-1);
  const path = [named ?? configNames]
    .flat()
    .map((name) => resolve(folder, name))
    .find(existsSync);
  return path === undefined ? null : readDeclared(path);
};
