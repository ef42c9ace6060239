import type { Configuration } from '../config/schema.ts';
import { fault } from '../errors.ts';
import type { Exact, Group, Indicator } from '../indicators/define.ts';
import { groups } from '../indicators/define.ts';
import { findIndicator, indicators, nearestIds } from '../indicators/index.ts';
import { dayIn, durationYears, isFiscalStart, isTimezone, parseDuration } from '../period/index.ts';
import { type FileReading, type KpiRequest, parseBreakdown } from '../report/request.ts';
import type { Role } from '../report/schema.ts';
import { type Filter, parseFilter, parseMapRule } from '../sources/filter.ts';
import type { Profile } from '../sources/profiles/index.ts';
import { dateFormats } from '../sources/values/dates.ts';
import type { Base } from '../warehouse/facts/windows.ts';
import { knownProfiles, readingOf } from './configured.ts';
import type { KpiOptions } from './options.ts';

const splitList = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');

const knownAmong =
  (own: readonly Indicator[]) =>
  (id: string): Indicator => {
    const indicator = own.find((one) => one.id === id) ?? findIndicator(id);
    if (indicator === undefined) throw fault('unknown_indicator', [id, nearestIds(id, own).join(' or ')]);
    return indicator;
  };

const knownGroup = (name: string): Group => {
  if (!Object.hasOwn(groups, name)) throw fault('unknown_group', [name, Object.keys(groups).join(', ')]);
  return name as Group;
};

const named = <T>(flag: string, values: readonly string[], find: (name: string) => T): Set<T> => {
  const names = splitList(values);
  if (values.length > 0 && names.length === 0) throw fault('bad_flag', [flag, 'names nothing']);
  return new Set(names.map(find));
};

/** The figures asked for in the order of the register, then a configuration's own, which are in no group. */
const chosen = (options: KpiOptions, own: readonly Indicator[]): Indicator[] => {
  const known = knownAmong(own);
  const only = named('--only', options.only, known);
  const except = named('--except', options.except, known);
  const wanted = named('--group', options.group, knownGroup);
  const all = only.size === 0 && wanted.size === 0;
  const found = [...indicators, ...own].filter(
    (indicator) =>
      (all || only.has(indicator) || (!own.includes(indicator) && wanted.has(indicator.group))) &&
      !except.has(indicator),
  );
  if (found.length === 0) throw fault('bad_flag', ['--except', 'leaves no figure to print']);
  return found;
};

const baseOf = (text: string): Base => {
  if (text.startsWith('active:'))
    return { kind: 'active', length: parseDuration(text.slice('active:'.length)), label: text };
  return { kind: text as 'previous' | 'ever' | 'contract' };
};

const exactShare = (text: string): Exact => {
  const [, number, percent] = /^([\d.,]+)\s*(%?)$/.exec(text.trim())!;
  const [whole, fraction = ''] = number!.replace(',', '.').split('.') as [string, string?];
  return { units: BigInt(whole + fraction), scale: fraction.length + (percent === '%' ? 2 : 0) };
};

const years = (text: string): NonNullable<KpiRequest['lifespan']> => {
  const { numerator, denominator } = durationYears(parseDuration(text));
  return { numerator: { units: numerator, scale: 0 }, denominator: { units: denominator, scale: 0 } };
};

const npsScale = (rules: readonly string[]): readonly [number, number] | null => {
  const scales = rules.map((rule) => {
    const match = /^(?:nps|score|surveys\.score)=(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(rule.trim());
    if (match === null) throw fault('bad_rule', ['--scale', rule]);
    return [Number(match[1]), Number(match[2])] as const;
  });
  return scales[0] ?? null;
};

const filesOf = (orders: readonly string[], options: KpiOptions): KpiRequest['files'] => {
  const of = (role: Role, paths: readonly string[]) => paths.map((path) => ({ role, path }));
  return [
    ...of('orders', orders),
    ...of('customers', options.customers),
    ...of('surveys', options.surveys),
    ...of('content', options.content),
    ...of('spend', options.spend),
  ];
};

const filtersOf = (flag: string, rules: readonly string[], files: KpiRequest['files']): Filter[] =>
  rules.map((rule) => {
    const filter = parseFilter(flag, rule);
    if (!files.some(({ role }) => role === filter.role))
      throw fault('filter_without_file', [flag, filter.role]);
    return filter;
  });

const chosenProfiles = (named: readonly string[], profiles: readonly Profile[]): string[] => {
  const ids = splitList(named);
  const known = ['none', ...profiles.map(({ id }) => id)];
  for (const id of ids) if (!known.includes(id)) throw fault('unknown_profile', [id, known.join(', ')]);
  return ids;
};

const words = (text: string): string[] =>
  splitList([text]).map((word) =>
    word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ -]+/g, '_'),
  );

/** How files are read where nothing else is said of them: what the flags declare. */
export const generalReading = (options: KpiOptions, configuration: Configuration | null): FileReading => {
  const profiles = knownProfiles(configuration);
  for (const { profile } of configuration?.sources ?? [])
    if (profile !== undefined) chosenProfiles([profile], profiles);
  return {
    declared: {
      delimiter: options.delimiter ?? null,
      dateOrder: options.dateFormat === undefined ? null : dateFormats[options.dateFormat]!,
      decimal: options.decimal ?? null,
      rules: options.map.map(parseMapRule),
      profiles,
      chosenProfiles: chosenProfiles(options.profile, profiles),
    },
    encoding: options.encoding ?? null,
    allowUnterminated: options.allowUnterminated,
  };
};

/** Turns validated flags into a request over the figures and those of `own`; `now` is looked at only where `--as-of` is not given. */
export const requestOf = (
  orders: readonly string[],
  options: KpiOptions,
  now: Date,
  configuration: Configuration | null = null,
  own: readonly Indicator[] = [],
): KpiRequest => {
  const general = generalReading(options, configuration);
  const files = filesOf(orders, options).map(({ role, path }) => {
    const reading = readingOf(configuration, role, path, general, options);
    return { role, path, ...(reading === undefined ? {} : { reading }) };
  });
  if (files.length === 0) throw fault('no_files');
  if (!isTimezone(options.timezone)) throw fault('unknown_timezone', [options.timezone]);
  if (options.fiscalStart !== undefined && !isFiscalStart(options.fiscalStart))
    throw fault('bad_fiscal_start', [options.fiscalStart]);
  const excludes = filtersOf('--exclude', options.exclude, files);
  const onlyWhere = filtersOf('--only-where', options.onlyWhere, files);
  const by = options.by === undefined ? null : parseBreakdown(options.by);
  if (by?.scope === 'customer' && options.customers.length === 0)
    throw fault('breakdown_without_file', [options.by!, '--customers']);
  if (by !== null && by.scope !== 'customer' && orders.length === 0)
    throw fault('breakdown_without_file', [options.by!, 'an orders file']);
  if (options.base === 'contract' && options.customers.length === 0) throw fault('base_without_customers');
  return {
    files,
    indicators: chosen(options, own),
    period: options.period,
    compare: options.compare,
    base: baseOf(options.base),
    by,
    asOf: options.asOf ?? dayIn(now, options.timezone),
    dataThrough: options.dataThrough ?? null,
    timezone: options.timezone,
    fiscalStart: options.fiscalStart ?? null,
    ...general,
    excludes,
    onlyWhere,
    currency: options.currency?.toUpperCase() ?? null,
    countStatuses: options.countStatus === undefined ? null : words(options.countStatus),
    grain: options.grain ?? null,
    answers: options.answers,
    npsScale: npsScale(options.scale),
    lifespan: options.lifespan === undefined ? null : years(options.lifespan),
    margin: options.margin === undefined ? null : exactShare(options.margin),
    loyalOrders: options.loyalOrders,
    contentMinimum: options.contentMin,
    minGroup: options.minGroup,
    maxRejects: options.strict ? 0 : options.maxRejects,
    threads: options.threads ?? null,
    memory: options.memory ?? null,
  };
};
