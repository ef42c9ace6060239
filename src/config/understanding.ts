import { dirname, relative, resolve, sep } from 'node:path';
import type { InspectedFile, Inspection } from '../inspection/schema.ts';
import type { DeclaredConfiguration } from './schema.ts';

type DeclaredSource = NonNullable<DeclaredConfiguration['sources']>[number];

/** What was declared for the inspection and is no part of its answer. */
export interface AlsoDeclared {
  readonly profile: readonly string[];
  readonly currency?: string | undefined;
  readonly exclude: readonly string[];
  readonly onlyWhere: readonly string[];
  readonly scale: readonly string[];
  /** As it was written; null where it was not. */
  readonly maxRejects: string | null;
  readonly countStatus?: string | undefined;
  readonly allowUnterminated: boolean;
}

const fromFolder = (path: string, target: string): string =>
  relative(dirname(resolve(target)), resolve(path)).replaceAll(sep, '/');

const mapOf = ({ profile, fields }: InspectedFile): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ field, column, by }) => (profile === null || by === 'map' ? [[field, column]] : [])),
  );

const notationOf = ({ dates }: InspectedFile): string | null => {
  const notations = new Set(dates.map(({ notation }) => notation));
  return notations.size === 1 ? [...notations][0]! : null;
};

const written = ({ encoding, delimiter }: InspectedFile): Partial<DeclaredSource> => {
  const name = encoding?.name.split(',')[0];
  if (delimiter === null || name === undefined) return {};
  return {
    delimiter: delimiter as NonNullable<DeclaredSource['delimiter']>,
    encoding: name as NonNullable<DeclaredSource['encoding']>,
  };
};

const sourceOf = (
  file: InspectedFile,
  path: string,
  grain: 'orders' | 'lines' | undefined,
  also: AlsoDeclared,
): DeclaredSource => {
  const map = mapOf(file);
  const notation = notationOf(file);
  const isOrders = file.role === 'orders';
  const none = also.profile.some((ids) => ids.split(',').includes('none')) ? 'none' : undefined;
  const profile = file.profile?.id ?? none;
  return {
    role: file.role,
    path,
    ...(profile === undefined ? {} : { profile }),
    ...(Object.keys(map).length === 0 ? {} : { map }),
    ...written(file),
    ...(file.decimal === null ? {} : { decimal: file.decimal }),
    ...(notation === null ? {} : { dateFormat: notation }),
    ...(isOrders && file.profile === null && grain !== undefined ? { grain } : {}),
    ...(isOrders && also.countStatus !== undefined ? { countStatus: also.countStatus.split(',') } : {}),
    ...(also.allowUnterminated ? { allowUnterminated: true } : {}),
  };
};

/**
 * The understanding of an inspection as a configuration that stands at `target`: read with it, the files give the figures
 * they gave with the inspection's flags. `paths` are those of the files, in their order.
 */
export const understanding = (
  { files, orders, timezone }: Inspection,
  paths: readonly string[],
  target: string,
  also: AlsoDeclared,
): DeclaredConfiguration => ({
  sources: files.map((file, index) => sourceOf(file, fromFolder(paths[index]!, target), orders?.grain, also)),
  timezone,
  ...(also.currency === undefined ? {} : { currency: also.currency }),
  ...(also.exclude.length === 0 ? {} : { exclude: [...also.exclude] }),
  ...(also.onlyWhere.length === 0 ? {} : { onlyWhere: [...also.onlyWhere] }),
  ...(also.scale.length === 0 ? {} : { scale: [...also.scale] }),
  ...(also.maxRejects === null ? {} : { maxRejects: also.maxRejects }),
  profiles: [],
});
