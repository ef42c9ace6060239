/** The steps from a content to a part of it. */
export type Path = readonly (string | number)[];

/** A copy of a content in which one thing is wrong, and what that is. */
export interface Spoiled {
  readonly what: string;
  readonly content: unknown;
}

type Branch = Record<string | number, unknown>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

const named = (path: Path): string => path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.');

/** Every part of a content, itself first; what lies in a dictionary is no part. */
const partsOf = (value: unknown, dictionaries: readonly string[], path: Path = []): [Path, unknown][] => {
  const isDictionary = dictionaries.includes(String(path.at(-1)));
  if (!isBranch(value) || isDictionary) return [[path, value]];
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [[path, value], ...steps.flatMap((step) => partsOf(value[step], dictionaries, [...path, step]))];
};

/** The keys of a content, each by the path to it. */
export const keysOf = (content: unknown, dictionaries: readonly string[]): Set<string> =>
  new Set(
    partsOf(content, dictionaries).flatMap(([path]) =>
      typeof path.at(-1) === 'string' ? [named(path)] : [],
    ),
  );

/** A value of another type, which is none a schema of ours allows in place of it. */
const swapped = (value: unknown): unknown => {
  if (Array.isArray(value)) return {};
  return isBranch(value) || value === null ? [[]] : typeof value === 'string' ? 7 : String(value);
};

const changed = (content: unknown, path: Path, change: (parent: Branch, step: string | number) => void) => {
  const copy = structuredClone({ content });
  const steps = ['content', ...path];
  const parent = steps.slice(0, -1).reduce<Branch>((at, step) => at[step] as Branch, copy);
  change(parent, steps.at(-1)!);
  return copy.content;
};

/**
 * A content spoiled in every place, once in each way: a value of another type, a key gone, a key too many. The keys named
 * as dictionaries hold what they like.
 */
export const spoil = (content: unknown, dictionaries: readonly string[]): Spoiled[] =>
  partsOf(content, dictionaries).flatMap(([path, value]) => {
    const at = named(path) || 'all of it';
    const swap = changed(content, path, (parent, step) => {
      parent[step] = swapped(value);
    });
    const found = [{ what: `${at} of another type`, content: swap }];
    if (typeof path.at(-1) === 'string') {
      const gone = changed(content, path, (parent, step) => {
        delete parent[step];
      });
      found.push({ what: `${at} gone`, content: gone });
    }
    if (isBranch(value) && !Array.isArray(value) && !dictionaries.includes(String(path.at(-1)))) {
      const more = changed(content, path, (parent, step) => {
        parent[step] = { ...value, stray: null };
      });
      found.push({ what: `a stray key in ${at}`, content: more });
    }
    return found;
  });
