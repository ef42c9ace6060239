import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { checkDeclared } from '../checks/declared.ts';
import { fault, LoyaltyError, type Place, systemCodeOf } from '../errors.ts';
import type { Indicator } from '../indicators/define.ts';
import { isTimezone } from '../period/index.ts';
import { fields } from '../sources/fields.ts';
import { shownPath } from '../sources/open.ts';
import type { KeyPath } from './document.ts';
import { type ConfigIssue, issueDetails, issueOf } from './issue.ts';
import { ownIndicators } from './own.ts';
import { parseDocument, placeIn } from './parse.ts';
import { type Configuration, configuration, configurationSchema } from './schema.ts';

/** A configuration with the file it was read from. */
export interface ReadConfiguration extends Configuration {
  /** As it was given or found. */
  readonly path: string;
  /** The keys that stand in the file. */
  readonly declared: readonly string[];
  /** Where a key stands in the file. */
  readonly placeOf: (path: KeyPath) => Place;
  /** The indicators it declares, each made once. */
  readonly own: readonly Indicator[];
  /** The refusal of what stands at a path. */
  readonly refusal: (issue: ConfigIssue) => LoyaltyError;
}

const largest = 1024 * 1024;

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fault('config_unreadable', [shownPath(path), systemCodeOf(error)]);
  }
};

/** The first line of some bytes that is no UTF-8; there is one. */
const strangeLine = (bytes: Buffer): number => {
  for (let line = 1, start = 0; ; line += 1) {
    const end = bytes.indexOf(10, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
};

/** Refuses bytes of another encoding: a value with letters that were lost would match nothing, in silence. */
const contentOf = (path: string): string => {
  const name = shownPath(path);
  const bytes = bytesOf(path);
  if (bytes.length > largest) throw fault('config_unreadable', [name, 'it is larger than 1 MiB']);
  if (!isUtf8(bytes))
    throw fault('config_not_whole', [name, 'UTF-8', 'it holds bytes of another encoding'], {
      file: name,
      line: strangeLine(bytes),
    });
  return bytes.toString('utf8').replace(/^\ufeff/, '');
};

/** What a profile must obey beside its form; null where it does. */
const profileIssue = (profiles: Configuration['profiles'], index: number): ConfigIssue | null => {
  const { id, role, fields: mapped, dates } = profiles[index]!;
  const at = (...path: string[]): KeyPath => ['profiles', index, ...path];
  const known = fields[role].map(({ name }) => name);
  const strange = Object.keys(mapped).find((field) => !known.includes(field));
  if (strange !== undefined) return { path: at('fields', strange), what: `is no field of ${role}` };
  if (id === 'none') return { path: at('id'), what: 'is taken: none stands for no profile' };
  if (profiles.slice(0, index).some((other) => other.id === id))
    return { path: at('id'), what: 'is there twice' };
  const zone = dates?.zone;
  return zone === undefined || isTimezone(zone)
    ? null
    : { path: at('dates', 'zone'), what: 'is no time zone I know' };
};

const sourceIssue = (sources: Configuration['sources'], index: number): ConfigIssue | null => {
  const { role, map = {} } = sources[index]!;
  const known = fields[role].map((field) => field.name);
  const strange = Object.keys(map).find((field) => !known.includes(field));
  return strange === undefined
    ? null
    : { path: ['sources', index, 'map', strange], what: `is no field of ${role}` };
};

const checkIssue = (checks: NonNullable<Configuration['checks']>, index: number): ConfigIssue | null => {
  try {
    checkDeclared(checks[index]!);
    return null;
  } catch (error) {
    if (!(error instanceof LoyaltyError)) throw error;
    return { path: ['checks', index], what: `is no check: ${error.message}` };
  }
};

/** A key that no JavaScript object should be given, however deep it stands. */
const trap = (value: unknown, path: KeyPath, seen: Set<unknown>): ConfigIssue | null => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return null;
  seen.add(value);
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const found = key === '__proto__' ? { path: here, what: 'is no key I know' } : trap(inner, here, seen);
    if (found !== null) return found;
  }
  return null;
};

const firstOf = <T>(
  list: readonly T[],
  issueAt: (list: readonly T[], index: number) => ConfigIssue | null,
): ConfigIssue | null =>
  list.reduce<ConfigIssue | null>((found, _, index) => found ?? issueAt(list, index), null);

const semanticIssue = ({ profiles, sources, checks = [] }: Configuration): ConfigIssue | null =>
  firstOf(profiles, (list, index) => profileIssue([...list], index)) ??
  firstOf(sources, (list, index) => sourceIssue([...list], index)) ??
  firstOf(checks, (list, index) => checkIssue([...list], index));

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => key === '$schema'));

/** Whether a schema is named by a path from where the configuration lies, not by an address. */
const isRelative = (schema: string): boolean => !isAbsolute(schema) && !/^[a-z][a-z+.-]+:/i.test(schema);

/**
 * Reads a configuration file, or the key `loyalty` of a package.json, and resolves its paths from the folder it lies in.
 * What it may not hold is refused in one sentence with the place and the path of the key; so is one that says nothing.
 */
export const readConfiguration = async (path: string): Promise<ReadConfiguration> => {
  const name = shownPath(path);
  const document = await parseDocument(name, contentOf(path));
  const within: KeyPath = basename(path) === 'package.json' ? ['loyalty'] : [];
  const value = within.length === 0 ? document.value : (document.value as Record<string, unknown>)?.loyalty;
  const placeOf = (key: KeyPath): Place => placeIn(name, document.positionOf([...within, ...key]));
  const refusal = (issue: ConfigIssue): LoyaltyError =>
    fault('bad_config', issueDetails({ ...issue, path: [...within, ...issue.path] }), placeOf(issue.path));
  if (isEmpty(value)) throw fault('config_empty', [name], { file: name });
  const unsafe = trap(value, [], new Set());
  if (unsafe !== null) throw refusal(unsafe);
  const result = configuration.safeParse(value);
  if (!result.success) throw refusal(issueOf(result.error.issues, configurationSchema));
  const issue = semanticIssue(result.data);
  if (issue !== null) throw refusal(issue);
  const own = ownIndicators(result.data.define ?? [], refusal);
  const { sources, outputs, history, manifest, $schema, ...rest } = result.data;
  const folder = dirname(path);
  const resolved = (one: string): string => (isAbsolute(one) ? one : join(folder, one));
  return {
    ...rest,
    ...($schema === undefined
      ? {}
      : { $schema: isRelative($schema) && folder !== '.' ? join(folder, $schema) : $schema }),
    sources: sources.map((source) => ({ ...source, path: resolved(source.path) })),
    ...(outputs === undefined
      ? {}
      : { outputs: outputs.map((output) => ({ ...output, path: resolved(output.path) })) }),
    ...(history === undefined ? {} : { history: resolved(history) }),
    ...(manifest === undefined ? {} : { manifest: resolved(manifest) }),
    path,
    declared: Object.keys(value as object),
    placeOf,
    own,
    refusal,
  };
};
