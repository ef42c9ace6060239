import {
  type Document,
  type KeyPath,
  type Position,
  positionsBy,
  positionsOf,
  Unreadable,
} from '../document.ts';

const deepest = 64;

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in its texts.
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const blank = /[ \t\r\n]*/y;

/** Walks over a JSON text and notes where each key and entry stands; the first thing that is no JSON is thrown. */
const walk = (text: string): ReadonlyMap<string, Position> => {
  const positions = new Map<string, Position>();
  const positionAt = positionsOf(text);
  let at = 0;
  const refuse = (what: string): never => {
    throw new Unreadable(what, positionAt(at));
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const next = (): string | undefined => {
    take(blank);
    return text[at];
  };
  const note = (path: KeyPath): void => void positions.set(JSON.stringify(path), positionAt(at));
  const items = (end: string, item: () => void): void => {
    at += 1;
    if (next() === end) {
      at += 1;
      return;
    }
    for (;;) {
      next();
      item();
      const sign = next();
      if (sign !== end && sign !== ',') refuse(`a comma or ${end} should stand here`);
      at += 1;
      if (sign === end) return;
    }
  };
  const object = (path: KeyPath): void => {
    const seen = new Set<string>();
    items('}', () => {
      const start = at;
      const key = take(quoted) ?? refuse('a key in quotes should stand here');
      const name = JSON.parse(key) as string;
      const inner = [...path, name];
      positions.set(JSON.stringify(inner), positionAt(start));
      if (seen.has(name)) {
        at = start;
        refuse(`the key ${name} is there twice`);
      }
      seen.add(name);
      if (next() !== ':') refuse('a colon should stand here');
      at += 1;
      value(inner);
    });
  };
  const list = (path: KeyPath): void => {
    let index = 0;
    items(']', () => {
      const inner = [...path, index++];
      note(inner);
      value(inner);
    });
  };
  const value = (path: KeyPath): void => {
    if (path.length > deepest) refuse('it is nested too deep');
    const sign = next();
    if (sign === '{') object(path);
    else if (sign === '[') list(path);
    else if (take(quoted) === null && take(literal) === null)
      refuse(sign === undefined ? 'it ends too early' : 'no value begins here');
  };
  next();
  note([]);
  value([]);
  if (next() !== undefined) refuse('something follows the end');
  return positions;
};

/** Reads JSON (RFC 8259), its keys each once; anything else is `Unreadable`. */
export const readJson = (text: string): Document => {
  const positions = walk(text);
  return { value: JSON.parse(text), positionOf: (path) => positionsBy(positions, path) };
};
