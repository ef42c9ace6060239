import type { z } from 'zod';
import { editDistance } from '../indicators/edit-distance.ts';
import { type KeyPath, pathText } from './document.ts';

/** A fault of a configuration: the path it stands at, and what is wrong there. */
export interface ConfigIssue {
  readonly path: KeyPath;
  readonly what: string;
}

/** The one of some names that a text may be a slip of; null where none is near. */
export const nearestName = (text: string, names: readonly string[]): string | null => {
  const plain = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');
  const [best] = names
    .map((name) => ({ name, distance: editDistance(plain(text), plain(name)) }))
    .filter(
      ({ name, distance }) =>
        distance <= Math.max(2, Math.floor(name.length / 4)) && distance < Math.min(text.length, name.length),
    )
    .toSorted((one, other) => one.distance - other.distance);
  return best?.name ?? null;
};

type Issue = z.core.$ZodIssue;

/** How far a value is from a form: a wrong kind is far, a strange key less so than a value that is not known. */
const farness = (issues: readonly Issue[]): number =>
  issues.reduce((sum, { code, path, ...issue }) => {
    if (code === 'invalid_type') return sum + (path.length === 0 ? 100 : 3);
    return sum + (code === 'unrecognized_keys' ? 3 * (issue as { keys: string[] }).keys.length : 1);
  }, 0);

const isStrange = ({ code }: Issue): boolean => code === 'unrecognized_keys';

/** The issue that tells most: a key that is not known before what is therefore missing. */
const tellingOf = (issues: readonly Issue[]): Issue => issues.find(isStrange) ?? issues[0]!;

/** The fault inside a value that fits none of several forms: that of the form it is nearest to. */
const innermost = (issue: Issue): Issue => {
  if (issue.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors.toSorted((one, other) => farness(one) - farness(other));
  if (nearest === undefined || farness(nearest) >= 100) return issue;
  const inner = innermost(tellingOf(nearest));
  return { ...inner, path: [...issue.path, ...inner.path] } as Issue;
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  tuple: 'a list',
  record: 'an object',
  object: 'an object',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

const wordsOf = (issue: Issue): string => {
  if (issue.message.startsWith('is ')) return issue.message;
  switch (issue.code) {
    case 'invalid_value':
      return `is one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_type':
      return `must be there, and be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_union': {
      const expected = issue.errors.flatMap(([first]) =>
        first?.code === 'invalid_type' ? [kinds[first.expected] ?? first.expected] : [],
      );
      return expected.length === 0
        ? 'has another form than it should'
        : `must be there, and be ${[...new Set(expected)].join(' or ')}`;
    }
    case 'too_small':
      return issue.origin === 'number' ? `is a number from ${issue.minimum} up` : 'is empty';
    case 'too_big':
      return issue.origin === 'number' ? `is a number up to ${issue.maximum}` : 'is too long';
    case 'custom':
      return `must obey: ${issue.message}`;
    case 'invalid_format':
      return 'is not written as it should be';
    default:
      return 'has another form than it should';
  }
};

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The keys that may stand at a path of what a JSON Schema describes. */
const keysAt = (schema: JsonSchema, path: KeyPath): string[] => {
  const [part, ...rest] = path;
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((one) => keysAt(one, path));
  if (part === undefined) return Object.keys(schema.properties ?? {});
  const more = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const inner = typeof part === 'number' ? schema.items : (schema.properties?.[String(part)] ?? more);
  return inner === undefined ? [] : keysAt(inner, rest);
};

/** What is wrong with a value that is no configuration, of all that is wrong the first that tells; `schema` is its form. */
export const issueOf = (issues: readonly Issue[], schema: () => object): ConfigIssue => {
  const issue = innermost(tellingOf(issues));
  if (issue.code !== 'unrecognized_keys') return { path: issue.path, what: wordsOf(issue) };
  const key = issue.keys[0]!;
  const nearest = nearestName(key, keysAt(schema() as JsonSchema, issue.path));
  return {
    path: [...issue.path, key],
    what: `is no key I know${nearest === null ? '' : ` (did you mean ${nearest}?)`}`,
  };
};

/** A fault as `bad_config` says it: `checks[2].level`, and what is wrong there. */
export const issueDetails = ({ path, what }: ConfigIssue): [key: string, what: string] => [
  pathText(path),
  what.replace(/[.]$/, ''),
];
