import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { declaredFor, readDeclared, valuesOf } from './declared.ts';
import { type Form, published } from './published.ts';

/** How a run ended, and what it printed. */
export interface Ended {
  readonly code: number | null | undefined;
  readonly stdout: string;
}

const isReporting = (command: string | undefined): boolean => ['kpi', 'check', 'run'].includes(command ?? '');

const holdFile = (form: Form, path: string): void => {
  if (existsSync(path) && statSync(path).isFile()) published(form, JSON.parse(readFileSync(path, 'utf8')));
};

/** The files that `-o`, `--output` and `--reporter` want the report in as JSON. */
const asked = (argv: readonly string[]): string[] => {
  const format = valuesOf(argv, '--format').at(-1);
  const reporters = valuesOf(argv, '--reporter').filter((text) => text.startsWith('json='));
  return [...valuesOf(argv, '-o', '--output'), ...reporters].flatMap((text) => {
    const [, named, file] = /^(?:([a-z]+)=)?(.*)$/s.exec(text)!;
    const isJson = (named ?? format ?? (/\.json$/i.test(text) ? 'json' : '')) === 'json';
    return isJson && file !== '-' ? [file!] : [];
  });
};

/** The files at a path below a folder in which `{period}` stands for any name. */
const filesAt = (folder: string, path: string): string[] => {
  const [before, ...after] = join(path).split('{period}');
  if (after.length === 0) return [join(folder, path)];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith(before!) && name.endsWith(after.at(-1)!))
    .map((name) => join(folder, name));
};

/** Holds what a night wrote: its manifest, and its outputs in JSON. */
const holdNight = (path: string, content: unknown): void => {
  const { outputs, manifest } = content as {
    readonly outputs: readonly { readonly format: string; readonly path: string }[];
    readonly manifest?: string;
  };
  const named = manifest ?? join(dirname(outputs[0]!.path), 'manifest.json');
  for (const file of filesAt(dirname(path), named)) holdFile('manifest', file);
  for (const output of outputs.filter(({ format }) => format === 'json'))
    for (const file of filesAt(dirname(path), output.path)) holdFile('report', file);
};

/** What `config print` says, as a configuration. */
const printed = (stdout: string): unknown => {
  if (!stdout.startsWith('{')) return parseYaml(stdout);
  const entries = Object.entries(JSON.parse(stdout) as Record<string, { readonly value: unknown }>);
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
};

/** The first answer where several stand behind one another: JSON is written over lines, so its last brace stands alone. */
const firstObject = (stdout: string): string => {
  const end = stdout.indexOf('\n}\n');
  return end < 0 ? stdout : stdout.slice(0, end + 2);
};

/**
 * Holds every report, manifest and configuration that a run printed, wrote or was content with to the JSON Schemas that
 * are shipped, and throws where one breaks its own.
 */
export const holdToSchemas = (argv: readonly string[], { code, stdout }: Ended, folder: string): void => {
  const [command, which] = argv;
  const isDone = code === 0 || code === 1 || code === 4;
  if (isReporting(command) && stdout.startsWith('{') && (isDone || stdout.endsWith('\n}\n')))
    published('report', JSON.parse(firstObject(stdout)));
  if (!isDone || argv.includes('--help')) return;
  const at = (path: string): string => resolve(folder, path);
  if (command === 'config' && which === 'print') published('config', printed(stdout));
  const written = command === 'init' ? ['loyalty.config.yaml'] : valuesOf(argv, '--write-config');
  for (const path of written) published('config', readDeclared(at(path)).content);
  if (!isReporting(command)) return;
  if (!argv.includes('--dry-run')) for (const path of asked(argv)) holdFile('report', at(path));
  const declared = declaredFor(argv, folder);
  if (declared !== null) published('config', declared.content);
  if (command !== 'run' || argv.includes('--dry-run')) return;
  if (declared === null) throw new Error('a night was run by a configuration that this does not find');
  holdNight(declared.path, declared.content);
};
