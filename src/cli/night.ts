import { createHash } from 'node:crypto';
import type { Checking } from '../checks/run.ts';
import type { ReadConfiguration } from '../config/read.ts';
import { fault } from '../errors.ts';
import type { Definitions } from '../nights/definitions.ts';
import { type Plan, planOf, usualRestate } from '../nights/plan.ts';
import { parsePeriod } from '../period/index.ts';
import type { ReporterName } from '../render/checks/index.ts';
import { type Format, formats } from '../render/index.ts';
import type { KpiRequest } from '../report/request.ts';
import { checkingOf } from './checking.ts';
import { configurationOf, withConfiguration } from './configured.ts';
import { withCosts } from './costs.ts';
import type { Io } from './io.ts';
import {
  checkOptions,
  type KpiOptions,
  kpiOptions,
  nightOptions,
  type PrintOptions,
  printOptions,
  validate,
} from './options.ts';
import { assertTelling, type ReporterTarget, reportersOf } from './reporting.ts';
import { requestOf } from './request.ts';
import type { Target } from './targets.ts';

/** Everything a night is asked for, by its configuration and the flags. */
export interface Night {
  readonly configuration: ReadConfiguration;
  readonly request: KpiRequest;
  readonly checking: Checking;
  readonly printing: PrintOptions;
  readonly options: ReturnType<typeof nightOptions.parse>;
  readonly plan: Plan;
  readonly targets: readonly Target[];
  readonly reporters: readonly ReporterTarget[];
  /** The form of each file: those of the targets, then those of the reporters. */
  readonly formats: readonly string[];
  /** Whether standard output is free for what a night tells of itself. */
  readonly isTold: boolean;
  /** The files that are read. */
  readonly read: readonly string[];
  /** The attribute of the breakdown, null without one. */
  readonly attribute: string | null;
  readonly definitions: Definitions;
  readonly restateMost: number;
}

const defining = [
  'fiscalStart',
  'map',
  'profile',
  'exclude',
  'onlyWhere',
  'currency',
  'countStatus',
  'grain',
  'answers',
  'scale',
  'lifespan',
  'margin',
  'loyalOrders',
  'contentMin',
  'minGroup',
  'decimal',
  'dateFormat',
] as const satisfies readonly (keyof KpiOptions)[];

const named = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

const definitionsOf = (
  options: KpiOptions,
  { sources, profiles, define = [], costs }: ReadConfiguration,
): Definitions => {
  const read = sources.map(({ role, profile, map, decimal, dateFormat, grain, countStatus }) => [
    ...[role, profile, map, decimal, dateFormat, grain, countStatus],
  ]);
  return {
    general: named([defining.map((key) => options[key] ?? null), read, profiles]),
    costs: costs === undefined ? null : named(costs),
    declared: new Map(define.map((one) => [one.id, named([one.grain, one.numerator, one.denominator])])),
  };
};

const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** Reads what a night is to do; nothing is opened yet but the configuration and a baseline. */
export const nightOf = async (flags: Record<string, unknown>, io: Io): Promise<Night> => {
  const configuration = await configurationOf(flags, io);
  if (configuration === null) throw fault('no_night');
  const { outputs, manifest, history, checks = [], restate = usualRestate } = configuration;
  if (outputs === undefined) throw fault('no_outputs', [configuration.path]);
  const given = await withConfiguration([], flags, configuration);
  const printing = validate(printOptions, given.flags);
  const options = validate(nightOptions, given.flags);
  const checkable = validate(checkOptions, given.flags);
  const asked = validate(kpiOptions, { ...given.flags, period: given.flags.period ?? 'last-month' });
  const checking = checkingOf(checks, checkable.check, checkable.baseline, configuration.own);
  const request = withCosts(
    requestOf(given.orders, asked, io.now(), configuration, configuration.own),
    configuration,
  );
  const plan = planOf({ outputs, manifest, history }, parsePeriod(request.period, request).label);
  const { length } = checking.checks;
  const reported = reportersOf(checkable.reporter, length > 0 ? 'people' : null, io, length);
  const planned = plan.outputs.flatMap(({ format, path }): ReporterTarget[] =>
    isFormat(format) ? [] : [{ name: format as ReporterName, to: { path } }],
  );
  assertTelling(
    planned.map(({ name }) => name),
    length,
  );
  const reporters: ReporterTarget[] = [...planned, ...reported];
  const targets = plan.outputs.flatMap(({ format, path }) => (isFormat(format) ? [{ format, path }] : []));
  const said =
    checkable.reporter.length > 0 && reported.some(({ name, to }) => to === 'stdout' && name !== 'people');
  return {
    ...{ configuration, request, checking, printing, options, plan, targets, reporters },
    formats: [
      ...targets.map(({ format }) => format),
      ...reporters.flatMap(({ name, to }) => (typeof to === 'object' ? [name] : [])),
    ],
    isTold: !said,
    read: [
      ...request.files.map(({ path }) => path),
      configuration.path,
      ...(checkable.baseline === undefined ? [] : [checkable.baseline]),
    ],
    attribute: asked.by ?? null,
    definitions: definitionsOf(asked, configuration),
    restateMost: restate,
  };
};
