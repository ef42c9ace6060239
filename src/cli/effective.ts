import type { Command } from 'commander';
import type { ReadConfiguration } from '../config/read.ts';
import type { ConfiguredSource } from '../config/schema.ts';
import { placeText } from '../errors.ts';
import { usualManifest, usualRestate } from '../nights/plan.ts';
import { parseMapRule } from '../sources/filter.ts';
import { knownProfiles, sourceFor } from './configured.ts';
import { settingPlaces, settingsIn } from './declared-settings.ts';
import { variableOf } from './environment.ts';
import type { KpiOptions } from './options.ts';

type Role = ConfiguredSource['role'];
type Flags = Readonly<Record<string, unknown>>;

const besideOrders = ['customers', 'surveys', 'content', 'spend'] as const satisfies readonly Role[];

/** A key of a configuration with what holds for it, and where that comes from. */
export interface Effective {
  readonly key: string;
  readonly value: unknown;
  readonly from: unknown;
}

/** What is known of a run before it reads anything. */
export interface Known {
  readonly orders: readonly string[];
  /** Of the command line and the environment. */
  readonly flags: Flags;
  /** What holds by flag, as the configuration writes it, defaults included. */
  readonly settings: Flags;
  readonly options: KpiOptions;
  readonly configuration: ReadConfiguration | null;
  readonly command: Command;
}

const originOfFlag = (flag: string, command: Command): string => {
  const option = command.options.find((one) => one.attributeName() === flag && !one.negate)!;
  return command.getOptionValueSource(flag) === 'env'
    ? `environment ${variableOf(option)}`
    : `flag ${option.long}`;
};

/** What the flags say of the reading of every file of a role. */
const readingByFlags = (role: Role, { flags, options, configuration }: Known): Partial<ConfiguredSource> => {
  const rules = options.map.flatMap((rule) => {
    const { role: of, field } = parseMapRule(rule);
    return of === role ? [[field, rule.slice(rule.indexOf('=') + 1)] as const] : [];
  });
  const ids = options.profile.flatMap((list) => list.split(',')).map((id) => id.trim());
  const profiles = knownProfiles(configuration);
  const profile = ids.find(
    (id) => id === 'none' || profiles.some((one) => one.id === id && one.role === role),
  );
  const { delimiter, encoding, decimal, dateFormat } = options;
  const found = {
    profile,
    map: rules.length === 0 ? undefined : Object.fromEntries(rules),
    ...{ delimiter, encoding, decimal, dateFormat },
    grain: role === 'orders' && flags.grain !== undefined ? options.grain : undefined,
    countStatus:
      role === 'orders' && flags.countStatus !== undefined ? options.countStatus?.split(',') : undefined,
    allowUnterminated: options.allowUnterminated || undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};

const sourcesOf = (known: Known): { source: ConfiguredSource; from: string }[] => {
  const { orders, flags, configuration, command } = known;
  const declared = (role: Role) =>
    (configuration?.sources ?? []).flatMap((source, index) =>
      source.role === role ? [{ source, from: placeText(configuration!.placeOf(['sources', index])) }] : [],
    );
  const given = (role: Role, paths: readonly string[], from: string) =>
    paths.map((path) => {
      const like = configuration === null ? undefined : sourceFor(configuration, role, path);
      return { source: { ...like, role, path }, from };
    });
  const all = [
    ...(orders.length > 0 ? given('orders', orders, 'argument') : declared('orders')),
    ...besideOrders.flatMap((role) =>
      Array.isArray(flags[role])
        ? given(role, flags[role] as string[], originOfFlag(role, command))
        : declared(role),
    ),
  ];
  return all.map(({ source, from }) => {
    const reading = readingByFlags(source.role, known);
    const map = { ...source.map, ...reading.map };
    return {
      source: { ...source, ...reading, ...(Object.keys(map).length === 0 ? {} : { map }) },
      from,
    };
  });
};

/** What holds for a key of nights that the configuration leaves out; undefined where there is none, or no night. */
const usualOf = (key: string, { outputs }: ReadConfiguration): unknown => {
  if (outputs === undefined) return undefined;
  return key === 'manifest' ? usualManifest(outputs) : key === 'restate' ? usualRestate : undefined;
};

/** The keys that stand for no flag, in the order of the form. */
const withoutFlag = [
  'define',
  'costs',
  'checks',
  'outputs',
  'history',
  'manifest',
  'restate',
  'profiles',
] as const satisfies readonly (keyof ReadConfiguration)[];

/** What holds for each key of a configuration: flags, environment, file and defaults put together. */
export const effective = (known: Known): Effective[] => {
  const { flags, settings, configuration, command } = known;
  const found: Effective[] = [];
  if (configuration?.$schema !== undefined)
    found.push({
      key: '$schema',
      value: configuration.$schema,
      from: placeText(configuration.placeOf(['$schema'])),
    });
  const sources = sourcesOf(known);
  if (sources.length > 0)
    found.push({
      key: 'sources',
      value: sources.map(({ source }) => source),
      from: sources.map(({ from }) => from),
    });
  const declared = new Map(
    configuration === null ? [] : settingsIn(configuration).map((setting) => [setting.flag, setting]),
  );
  const originOf = (flag: string): string => {
    if (flags[flag] !== undefined && flags[flag] !== false) return originOfFlag(flag, command);
    const setting = declared.get(flag);
    return setting === undefined ? 'default' : placeText(configuration!.placeOf(setting.path));
  };
  const selected: Record<string, unknown> = {};
  const selectedBy: Record<string, unknown> = {};
  for (const { flag, path } of settingPlaces) {
    const value = settings[flag];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (path.length === 1) found.push({ key: flag, value, from: originOf(flag) });
    else {
      selected[flag] = value;
      selectedBy[flag] = originOf(flag);
    }
  }
  if (Object.keys(selected).length > 0) found.push({ key: 'indicators', value: selected, from: selectedBy });
  if (configuration === null) return found;
  for (const key of withoutFlag)
    if (configuration.declared.includes(key))
      found.push({ key, value: configuration[key], from: placeText(configuration.placeOf([key])) });
    else {
      const value = usualOf(key, configuration);
      if (value !== undefined) found.push({ key, value, from: 'default' });
    }
  return found;
};
