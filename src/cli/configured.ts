import { resolve } from 'node:path';
import type { Configuration, ConfiguredSource } from '../config/schema.ts';
import { fault } from '../errors.ts';
import type { FileReading } from '../report/request.ts';
import type { Role } from '../report/schema.ts';
import type { Profile } from '../sources/profiles/index.ts';
import { profiles } from '../sources/profiles/index.ts';
import { dateFormats } from '../sources/values/dates.ts';
import type { KpiOptions } from './options.ts';

/** Reads the configuration that `--config` names; null without the flag. */
export const configurationOf = async (flag: unknown): Promise<Configuration | null> => {
  if (typeof flag !== 'string') return null;
  const { readConfiguration } = await import('../config/read.ts');
  return readConfiguration(flag);
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

/** The arguments of a command with what the configuration says where they say nothing: flags win, role by role. */
export const withConfiguration = (
  orders: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  configuration: Configuration | null,
): { readonly orders: readonly string[]; readonly flags: Record<string, unknown> } => {
  if (configuration === null) return { orders, flags };
  const { sources, timezone, currency, exclude, onlyWhere, scale, maxRejects } = configuration;
  const of = (role: Role): ConfiguredSource[] => sources.filter((source) => source.role === role);
  const paths = (role: Role): string[] | undefined => {
    const found = of(role).map(({ path }) => path);
    return found.length === 0 ? undefined : found;
  };
  const usual = {
    timezone,
    currency,
    exclude,
    onlyWhere,
    scale,
    maxRejects,
    grain: agreed(of('orders'), 'grain'),
    countStatus: agreed(of('orders'), 'countStatus'),
    ...Object.fromEntries(besideOrders.map((role) => [role, paths(role)])),
  };
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  const told = Object.fromEntries(Object.entries(usual).filter(([, value]) => value !== undefined));
  return { orders: orders.length > 0 ? orders : (paths('orders') ?? []), flags: { ...told, ...given } };
};

const sourceFor = ({ sources }: Configuration, role: Role, path: string): ConfiguredSource | undefined => {
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
