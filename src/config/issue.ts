import type { z } from 'zod';

const keyOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );

/** The deepest fault of a value that fits none of several forms: it tells most. */
const deepest = (issue: z.core.$ZodIssue): z.core.$ZodIssue => {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .map(deepest)
    .toSorted((one, other) => other.path.length - one.path.length)[0];
  return inner === undefined || inner.path.length === 0
    ? issue
    : ({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue);
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  record: 'an object',
  object: 'an object',
  boolean: 'true or false',
  number: 'a number',
};

/** What is wrong with a configuration: the path of the key, and what stands there in place of what. */
export const issueText = (found: z.core.$ZodIssue): readonly [key: string, what: string] => {
  const issue = deepest(found);
  const key = keyOf(issue.path) || 'the whole';
  switch (issue.code) {
    case 'unrecognized_keys':
      return [keyOf([...issue.path, issue.keys[0]!]), 'is no key I know'];
    case 'invalid_value':
      return [key, `is one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`];
    case 'invalid_type':
      return [key, `must be there, and be ${kinds[issue.expected] ?? issue.expected}`];
    case 'too_small':
      return [key, 'is empty'];
    case 'custom':
      return [key, `must obey: ${issue.message}`];
    case 'invalid_format':
      return [key, issue.message.startsWith('is ') ? issue.message : 'is not written as it should be'];
    default:
      return [key, 'has another form than it should'];
  }
};
