/** A name of an object, at its place among the objects of a record. */
export interface Entry {
  /** The dotted name. */
  readonly name: string;
  /** The bytes of its own name as last written, with the closing quote. */
  spelling: Uint8Array;
  /** The record it was last met in. */
  record: number;
  /** Whether it has ever had a value other than null or an object. */
  valued: boolean;
  /** The column of its values, -1 while it has none. */
  column: number;
  /** The names of the objects it has had as values. */
  branch: Branch | null;
  /** Which name followed it last time. */
  next: Entry | null;
}

/** The names of the objects at one place of the records. */
export interface Branch {
  readonly prefix: string;
  readonly entries: Map<string, Entry>;
  /** Which name came first last time. */
  first: Entry | null;
}

/** All names met so far and the columns made of them. */
export interface Columns {
  readonly root: Branch;
  /** Every entry in the order of its first appearance. */
  readonly appeared: Entry[];
  /** Whether the names no longer fit the columns as laid out. */
  stale: boolean;
  names: readonly string[];
}

const branchOf = (prefix: string): Branch => ({ prefix, entries: new Map(), first: null });

export const createColumns = (): Columns => ({ root: branchOf(''), appeared: [], stale: true, names: [] });

/** The entry of a name, made when it is new; its column is settled by the next `layOut`. */
export const entryOf = (columns: Columns, branch: Branch, name: string, spelling: Uint8Array): Entry => {
  const known = branch.entries.get(name);
  if (known !== undefined) {
    known.spelling = spelling;
    return known;
  }
  const entry: Entry = {
    name: branch.prefix + name,
    spelling,
    record: 0,
    valued: false,
    column: -1,
    branch: null,
    next: null,
  };
  branch.entries.set(name, entry);
  columns.appeared.push(entry);
  return entry;
};

/** Notes that an entry has a value of its own. */
export const giveValue = (columns: Columns, entry: Entry): void => {
  entry.valued = true;
  if (entry.column < 0) columns.stale = true;
};

/** Notes that an entry is null: it has a column unless it is known to stand for an object. */
export const giveNull = (columns: Columns, entry: Entry): void => {
  if (entry.column < 0 && entry.branch === null) columns.stale = true;
};

/** The branch below an entry, made when it is new: a column that held only nulls so far is given up. */
export const branchBelow = (columns: Columns, entry: Entry): Branch => {
  if (entry.branch === null) {
    entry.branch = branchOf(`${entry.name}.`);
    if (entry.column >= 0 && !entry.valued) columns.stale = true;
  }
  return entry.branch;
};

/** Settles the columns: one for each dotted name that has values, or nothing but nulls, in order of appearance. */
export const layOut = (columns: Columns): void => {
  const indexes = new Map<string, number>();
  for (const entry of columns.appeared) {
    entry.column = -1;
    if (!entry.valued && entry.branch !== null) continue;
    if (!indexes.has(entry.name)) indexes.set(entry.name, indexes.size);
    entry.column = indexes.get(entry.name)!;
  }
  columns.names = [...indexes.keys()];
  columns.stale = false;
};
