/** What is wrong with a text of JSON, as this reader sees it. */
export class NotJson extends Error {}

interface Cursor {
  readonly text: string;
  at: number;
}

const blank = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

const taken = (cursor: Cursor, pattern: RegExp): string | null => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found === null) return null;
  cursor.at += found[0].length;
  return found[0];
};

const pass = (cursor: Cursor, sign: string): boolean => {
  taken(cursor, blank);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
};

const must = (passed: boolean, wanted: string): void => {
  if (!passed) throw new NotJson(`${wanted} is missing`);
};

/** A member of a record by its dotted name; arrays as JSON without blanks, numbers as they are written. */
export type Members = Map<string, string | null>;

/** The text of any value as it stands, blanks left out and strings unescaped as far as they need not be. */
const compact = (cursor: Cursor): string => {
  if (pass(cursor, '[')) {
    const items: string[] = [];
    while (!pass(cursor, ']')) {
      if (items.length > 0) must(pass(cursor, ','), 'a comma');
      items.push(compact(cursor));
    }
    return `[${items.join(',')}]`;
  }
  if (pass(cursor, '{')) {
    const items: string[] = [];
    const names = new Set<string>();
    while (!pass(cursor, '}')) {
      if (items.length > 0) must(pass(cursor, ','), 'a comma');
      taken(cursor, blank);
      const name = taken(cursor, string);
      must(name !== null && !names.has(JSON.parse(name)), 'a new name');
      names.add(JSON.parse(name!));
      must(pass(cursor, ':'), 'a colon');
      items.push(`${name}:${compact(cursor)}`);
    }
    return `{${items.join(',')}}`;
  }
  const plain = taken(cursor, string) ?? taken(cursor, word) ?? taken(cursor, number);
  must(plain !== null, 'a value');
  return plain!;
};

const textOf = (written: string): string => {
  const text = JSON.parse(written) as string;
  must(!/\p{Surrogate}|\0/u.test(text), 'a text of whole characters');
  return text;
};

const readObject = (cursor: Cursor, prefix: string, into: Members): void => {
  must(pass(cursor, '{'), 'an object');
  const names = new Set<string>();
  while (!pass(cursor, '}')) {
    if (names.size > 0) must(pass(cursor, ','), 'a comma');
    taken(cursor, blank);
    const written = taken(cursor, string);
    must(written !== null, 'a name');
    const name = textOf(written!);
    must(!names.has(name), 'a name of its own');
    names.add(name);
    must(pass(cursor, ':'), 'a colon');
    taken(cursor, blank);
    const key = prefix + name;
    if (cursor.text[cursor.at] === '{') {
      readObject(cursor, `${key}.`, into);
      continue;
    }
    must(!into.has(key) || into.get(key) === null, 'one value a column');
    const isArray = cursor.text[cursor.at] === '[';
    const value = isArray ? compact(cursor) : (taken(cursor, string) ?? compact(cursor));
    into.set(key, value === 'null' ? null : value.startsWith('"') ? textOf(value) : value);
  }
};

/** The records of a JSON array, or of one object a line, read by plain recursion; throws `NotJson`. */
export const readJson = (text: string): Members[] => {
  const cursor = { text, at: 0 };
  const records: Members[] = [];
  const read = (of: Cursor): void => {
    const members: Members = new Map();
    readObject(of, '', members);
    records.push(members);
  };
  if (pass(cursor, '[')) {
    while (!pass(cursor, ']')) {
      if (records.length > 0) must(pass(cursor, ','), 'a comma');
      read(cursor);
    }
    taken(cursor, blank);
    must(cursor.at === text.length, 'the end');
    return records;
  }
  for (const line of text.split('\n')) {
    const one = { text: line, at: 0 };
    while (taken(one, blank) !== null && one.at < line.length) read(one);
  }
  return records;
};
