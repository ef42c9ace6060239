import { resolve } from 'node:path';
import { findConfiguration } from '../config/find.ts';
import type { ReadConfiguration } from '../config/read.ts';
import type { Configuration, ConfiguredSource } from '../config/schema.ts';
import { fault } from '../errors.ts';
import { messageText, terminalText } from '../render/index.ts';
import type { FileReading } from '../report/request.ts';
import type { Role } from '../report/schema.ts';
import type { Profile } from '../sources/profiles/index.ts';
import { profiles } from '../sources/profiles/index.ts';
import { dateFormats } from '../sources/values/dates.ts';
import type { Io } from './io.ts';
import type { KpiOptions } from './options.ts';

/** The flags of a command as the parser hands them over. */
type Flags = Readonly<Record<string, unknown>>;

/** Reads the configuration that `--config` names, its settings held to what their flags take; null without the flag. */
export const namedConfiguration = async (flag: unknown): Promise<ReadConfiguration | null> => {
  if (typeof flag !== 'string') return null;
  const [{ readConfiguration }, { assertSettings }] = await Promise.all([
    import('../config/read.ts'),
    import('./declared-settings.ts'),
  ]);
  const configuration = await readConfiguration(flag);
  assertSettings(configuration);
  return configuration;
};

/**
 * The configuration of a command that reads exports: the one `--config` names, else the one found from the working
 * directory, which is said on stderr; null where there is none, or with `--no-config`.
 */
export const configurationOf = async (flags: Flags, io: Io): Promise<ReadConfiguration | null> => {
  if (flags.config === false) return null;
  if (typeof flags.config === 'string') return namedConfiguration(flags.config);
  const found = await namedConfiguration(findConfiguration());
  if (found === null || flags.quiet === true) return found;
  const lang = (flags.lang ?? found.lang) === 'fr' ? 'fr' : 'en';
  await io.stderr.write(`loyalty: ${terminalText(messageText('config_taken', [found.path], lang))}\n`);
  return found;
};

/** The profiles of the configuration, then those shipped whose id it does not take. */
export const knownProfiles = (configuration: Configuration | null): Profile[] => {
  const own = configuration?.profiles ?? [];
  return [...own, ...profiles().filter(({ id }) => !own.some((profile) => profile.id === id))];
};

const besideOrders = ['customers', 'surveys', 'content', 'spend'] as const satisfies readonly Role[];

/** What all the orders files must say alike, since they are read as one. */
const agreed = (sources: readonly ConfiguredSource[], key: 'grain' | 'countStatus'): string | undefined => {
  const said = new Set(
    sources.flatMap((source) => {
      const value = source[key];
      return value === undefined ? [] : [Array.isArray(value) ? value.join(',') : value];
    }),
  );
  if (said.size > 1) throw fault('config_disagrees', [key]);
  return [...said][0];
};

const isGiven = (value: unknown): boolean => value !== undefined && value !== false;

/** What the configuration says in place of flags, but for those that say something about the same. */
const settled = async (
  configuration: ReadConfiguration,
  flags: Flags,
  purpose: 'figures' | 'reading',
): Promise<Record<string, unknown>> => {
  const { saidWith, settingsIn } = await import('./declared-settings.ts');
  const free = settingsIn(configuration).filter(
    ({ flag, isReading }) =>
      (isReading || purpose === 'figures') && !saidWith(flag).some((name) => isGiven(flags[name])),
  );
  return Object.fromEntries(free.map(({ flag, value }) => [flag, value]));
};

/**
 * The arguments of a command with what the configuration says where they say nothing: flags win, files role by role. For
 * the purpose of reading, its settings about figures are left out.
 */
export const withConfiguration = async (
  orders: readonly string[],
  flags: Flags,
  configuration: ReadConfiguration | null,
  purpose: 'figures' | 'reading' = 'figures',
): Promise<{ readonly orders: readonly string[]; readonly flags: Record<string, unknown> }> => {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  if (configuration === null) return { orders, flags: { ...given, config: undefined } };
  const { sources } = configuration;
  const of = (role: Role): ConfiguredSource[] => sources.filter((source) => source.role === role);
  const paths = (role: Role): string[] | undefined => {
    const found = of(role).map(({ path }) => path);
    return found.length === 0 ? undefined : found;
  };
  const files = {
    grain: agreed(of('orders'), 'grain'),
    countStatus: agreed(of('orders'), 'countStatus'),
    ...Object.fromEntries(besideOrders.map((role) => [role, paths(role)])),
  };
  const told = Object.fromEntries(Object.entries(files).filter(([, value]) => value !== undefined));
  const settings = await settled(configuration, flags, purpose);
  return {
    orders: orders.length > 0 ? orders : (paths('orders') ?? []),
    flags: { ...told, ...settings, ...given, config: configuration.path },
  };
};

/** The source that says how a file is read: the one of its path, else the only one of its role. */
export const sourceFor = (
  { sources }: Configuration,
  role: Role,
  path: string,
): ConfiguredSource | undefined => {
  const ofRole = sources.filter((source) => source.role === role);
  return (
    ofRole.find((source) => resolve(source.path) === resolve(path)) ??
    (ofRole.length === 1 ? ofRole[0] : undefined)
  );
};

/**
 * How a file is read under a configuration: as its source says, or the only source of its role, where no flag says
 * otherwise; undefined where the configuration says nothing of it.
 */
export const readingOf = (
  configuration: Configuration | null,
  role: Role,
  path: string,
  general: FileReading,
  options: KpiOptions,
): FileReading | undefined => {
  const source = configuration === null ? undefined : sourceFor(configuration, role, path);
  if (source === undefined) return undefined;
  const { declared } = general;
  const chosen = declared.chosenProfiles.some(
    (id) => id === 'none' || declared.profiles.some((profile) => profile.id === id && profile.role === role),
  );
  const ruled = declared.rules.filter((rule) => rule.role === role).map(({ field }) => field);
  const rules = Object.entries(source.map ?? {})
    .filter(([field]) => !ruled.includes(field))
    .map(([field, column]) => ({ role, field, column }));
  return {
    encoding: general.encoding ?? source.encoding ?? null,
    allowUnterminated: options.allowUnterminated || source.allowUnterminated === true,
    declared: {
      ...declared,
      delimiter: declared.delimiter ?? source.delimiter ?? null,
      decimal: declared.decimal ?? source.decimal ?? null,
      dateOrder:
        declared.dateOrder ?? (source.dateFormat === undefined ? null : dateFormats[source.dateFormat]!),
      rules: [...rules, ...declared.rules],
      chosenProfiles: chosen || source.profile === undefined ? declared.chosenProfiles : [source.profile],
    },
  };
};
