import { parse, TomlDate, TomlError } from 'smol-toml';
import { type Document, type Position, positionsBy, Unreadable } from '../document.ts';

const deepest = 64;

/** Days and times as they were written, since a configuration has texts for them. */
const plain = (value: unknown, depth = 0): unknown => {
  if (depth > deepest) throw new Unreadable('it is nested too deep', null);
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((inner) => plain(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, depth + 1)]));
};

const name = String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)`;
const names = String.raw`${name}(?:\s*\.\s*${name})*`;
const head = new RegExp(String.raw`^(\s*)(\[\[?)\s*(${names})\s*\]`);
const assignment = new RegExp(String.raw`^(\s*)(${names})\s*=`);

const partsOf = (dotted: string): string[] =>
  [...dotted.matchAll(new RegExp(name, 'g'))].map(([part]) => part.replace(/^(["'])(.*)\1$/, '$2'));

/** The positions of tables and keys by the lines they begin; what stands inside a value is where its key is. */
const positionsIn = (text: string): ReadonlyMap<string, Position> => {
  const positions = new Map<string, Position>([['[]', { line: 1, column: 1 }]]);
  const lengths = new Map<string, number>();
  let table: (string | number)[] = [];
  const note = (path: readonly (string | number)[], position: Position): void => {
    path.forEach((_, index) => {
      const key = JSON.stringify(path.slice(0, index + 1));
      if (!positions.has(key)) positions.set(key, position);
    });
  };
  const within = (parts: readonly string[]): (string | number)[] => {
    const path: (string | number)[] = [];
    for (const part of parts) {
      path.push(part);
      const length = lengths.get(JSON.stringify(path));
      if (length !== undefined) path.push(length - 1);
    }
    return path;
  };
  text.split('\n').forEach((content, index) => {
    const header = head.exec(content);
    const key = header === null ? assignment.exec(content) : null;
    const indent = (header ?? key)?.[1]?.length ?? 0;
    const position = { line: index + 1, column: 1 + indent };
    if (header !== null) {
      const parts = partsOf(header[3]!);
      if (header[2] === '[[') {
        const list = JSON.stringify([...within(parts.slice(0, -1)), parts.at(-1)!]);
        lengths.set(list, (lengths.get(list) ?? 0) + 1);
      }
      table = within(parts);
      note(table, position);
    } else if (key !== null) note([...table, ...partsOf(key[2]!)], position);
  });
  return positions;
};

/** Reads TOML 1.0; anything else is `Unreadable`. */
export const readToml = (text: string): Document => {
  try {
    const value = plain(parse(text));
    return { value, positionOf: (path) => positionsBy(positionsIn(text), path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message
      .split('\n')[0]!
      .replace(/^Invalid TOML document: /, '')
      .replace(/[.:]$/, '');
    throw new Unreadable(what, { line: error.line, column: error.column });
  }
};
