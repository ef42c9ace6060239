import type { KeyPath } from '../config/document.ts';
import type { ReadConfiguration } from '../config/read.ts';
import { type FlagValue, faultOfSetting } from './setting.ts';

const reading = [
  'timezone',
  'currency',
  'exclude',
  'onlyWhere',
  'scale',
  'maxRejects',
  'strict',
  'lang',
  'threads',
  'memory',
] as const;

const ofFigures = [
  'period',
  'compare',
  'base',
  'by',
  'fiscalStart',
  'dataThrough',
  'answers',
  'lifespan',
  'margin',
  'loyalOrders',
  'contentMin',
  'minGroup',
  'csvDialect',
] as const;

const selections = ['only', 'except', 'group'] as const;

/** What a configuration says in place of a flag. */
export interface DeclaredSetting {
  /** The flag as the parser names it: `minGroup`. */
  readonly flag: string;
  readonly value: FlagValue;
  /** Where it stands in the configuration. */
  readonly path: KeyPath;
  /** Whether it says how files are read, and not only what is computed of them. */
  readonly isReading: boolean;
}

type Declared = string | number | boolean | readonly string[] | undefined;

const asFlag = (value: Exclude<Declared, undefined>): FlagValue =>
  typeof value === 'number' ? String(value) : value;

/** Every key of a configuration that stands for a flag, in the order of its form. */
export const settingPlaces: readonly Omit<DeclaredSetting, 'value'>[] = [
  ...ofFigures.map((flag) => ({ flag, path: [flag], isReading: false })),
  ...selections.map((flag) => ({ flag, path: ['indicators', flag], isReading: false })),
  ...reading.map((flag) => ({ flag, path: [flag], isReading: true })),
];

/** The settings of a configuration that stand for flags. */
export const settingsIn = (configuration: ReadConfiguration): DeclaredSetting[] =>
  settingPlaces.flatMap((place) => {
    const [key, inner] = place.path as [keyof ReadConfiguration, string?];
    const held = configuration[key] as unknown;
    const value = (
      inner === undefined ? held : (held as Record<string, unknown> | undefined)?.[inner]
    ) as Declared;
    return value === undefined ? [] : [{ ...place, value: asFlag(value) }];
  });

/** Refuses settings that their flags would refuse, at the place where they stand. */
export const assertSettings = (configuration: ReadConfiguration): void => {
  for (const { flag, value, path } of settingsIn(configuration)) {
    const what = faultOfSetting(flag, value, configuration.own);
    if (what !== null) throw configuration.refusal({ path, what });
  }
};

const together = [selections, ['strict', 'maxRejects']] as const;

/** The flags that one says something about with another: who says one of them says all, and the weaker voice none. */
export const saidWith = (flag: string): readonly string[] =>
  together.find((flags) => (flags as readonly string[]).includes(flag)) ?? [flag];
