/** Where something stands in a text, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The keys and indices that lead to a value. */
export type KeyPath = readonly PropertyKey[];

/** A configuration as it was read, before anybody knows whether it is one. */
export interface Document {
  readonly value: unknown;
  /** Where a key or an entry stands; of one that is not there, where the nearest does that should hold it. */
  readonly positionOf: (path: KeyPath) => Position | null;
}

/** What keeps a text from being a document of its format. */
export class Unreadable extends Error {
  readonly position: Position | null;

  constructor(what: string, position: Position | null) {
    super(what);
    this.name = 'Unreadable';
    this.position = position;
  }
}

/** Tells line and column of offsets into a text; while the offsets rise, it goes through the text once. */
export const positionsOf = (text: string): ((offset: number) => Position) => {
  const endFrom = (start: number): number => {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  };
  let [line, start, end] = [1, 0, endFrom(0)];
  return (offset) => {
    if (offset < start) [line, start, end] = [1, 0, endFrom(0)];
    while (end < offset && end < text.length) [line, start, end] = [line + 1, end + 1, endFrom(end + 1)];
    return { line, column: offset - start + 1 };
  };
};

/** A path as it is written: `checks[2].level`; the empty one is the whole. */
export const pathText = (path: KeyPath): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  ) || 'the whole';

/** Looks positions up by path, the nearest ancestor's where the path itself has none. */
export const positionsBy = (positions: ReadonlyMap<string, Position>, path: KeyPath): Position | null => {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = positions.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return null;
};
