import { gzipSync } from 'node:zlib';
import { type Base, basesOf, type Table, tableOf } from './bases.ts';
import { type Chance, chanceOf } from './chance.ts';
import { damages } from './damage.ts';
import { edits } from './edits.ts';
import { retellings } from './retellings.ts';
import { valuesEdited } from './value-edits.ts';
import { csvOf, jsonOf, usual } from './written.ts';

/** The kinds of cases: damaged CSV, JSON and gzip, and sound orders with unusual values. */
export const kinds = ['csv', 'json', 'gzip', 'values'] as const;
export type Kind = (typeof kinds)[number];

/** One file that was made out of a sound export. */
export interface Case {
  readonly number: number;
  readonly base: Base;
  readonly bytes: Buffer;
  /** What was done to it. */
  readonly done: readonly string[];
  /** Whether it still says the same. */
  readonly same: boolean;
}

const drawn = <T>(of: Readonly<Record<string, T>>, chance: Chance): readonly [string, T] => {
  const name = chance.pick(Object.keys(of));
  return [name, of[name]!];
};

interface Made {
  readonly bytes: Buffer;
  readonly done: readonly string[];
  readonly same: boolean;
}

const edited = (table: Table, chance: Chance): { table: Table; done: string[] } => {
  const done: string[] = [];
  let result = table;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const [name, edit] = drawn(edits, chance);
    result = edit(result, chance);
    done.push(name);
  }
  return { table: result, done };
};

const damaged = (bytes: Buffer, chance: Chance, most: number): Made => {
  const done: string[] = [];
  let result = bytes;
  for (let left = 1 + chance.below(most); left > 0; left--) {
    const [name, damage] = drawn(damages, chance);
    result = damage(result, chance);
    done.push(name);
  }
  return { bytes: result, done, same: result.equals(bytes) };
};

const csvCase = (table: Table, chance: Chance): Made => {
  const way = chance.below(10);
  if (way < 2) {
    const [name, retell] = drawn(retellings, chance);
    return { bytes: retell(table, chance), done: [name], same: true };
  }
  if (way < 6) {
    const made = edited(table, chance);
    const lineEnd = chance.oneIn(4) ? '\r\n' : '\n';
    const manner = { ...usual, lineEnd, quoteAll: chance.oneIn(4) };
    return { bytes: Buffer.from(csvOf(made.table, manner)), done: made.done, same: false };
  }
  const [name, retell] = drawn(retellings, chance);
  const made = damaged(retell(table, chance), chance, 3);
  return { ...made, done: [name, ...made.done] };
};

const jsonCase = (table: Table, chance: Chance): Made => {
  const lines = chance.oneIn(2);
  const numbers = chance.oneIn(2);
  const name = lines ? 'as lines of JSON' : 'as JSON';
  const write = (of: Table): Buffer => Buffer.from(jsonOf(of, lines, numbers));
  const way = chance.below(10);
  if (way < 1) return { bytes: write(table), done: [name], same: table.length > 1 };
  if (way < 4) {
    const made = edited(table, chance);
    return { bytes: write(made.table), done: [name, ...made.done], same: false };
  }
  const made = damaged(write(table), chance, 3);
  return { ...made, done: [name, ...made.done], same: made.same && table.length > 1 };
};

const gzipCase = (table: Table, chance: Chance): Made => {
  const plain = Buffer.from(csvOf(table));
  const packed = (part: Buffer): Buffer => gzipSync(part, { level: chance.pick([1, 6, 9]) });
  const way = chance.below(10);
  if (way < 1) return { bytes: packed(plain), done: ['packed'], same: true };
  if (way < 2) {
    const cut = chance.below(plain.length);
    const members = Buffer.concat([packed(plain.subarray(0, cut)), packed(plain.subarray(cut))]);
    return { bytes: members, done: ['packed in two members'], same: true };
  }
  if (way < 3) {
    const bytes = Buffer.concat([packed(plain), Buffer.from(chance.pick(['\0', 'x', '\x1f\x8b', '\n']))]);
    return { bytes, done: ['something behind its end'], same: false };
  }
  const made = damaged(packed(plain), chance, 1);
  return { ...made, done: ['packed', ...made.done] };
};

const valuesCase = (table: Table, chance: Chance): Made => {
  const { table: edited, done } = valuesEdited(table, chance);
  return { bytes: Buffer.from(csvOf(edited)), done, same: false };
};

const makers = { csv: csvCase, json: jsonCase, gzip: gzipCase, values: valuesCase } as const;

const blockCases = 1000;
const blockBases = 35;

/** Gives the case of a number: the same kind, seed and number make the same file. */
export type Cases = (number: number) => Case;

/** The cases of a seed; every thousand of them begins with exports of its own. */
export const casesOf = (kind: Kind, seed: number): Cases => {
  let block = -1;
  let bases: readonly Base[] = [];
  return (number) => {
    const wanted = Math.floor(number / blockCases);
    if (wanted !== block) {
      const drawnBases = basesOf(seed + wanted, blockBases);
      bases = kind === 'values' ? drawnBases.filter(({ role }) => role === 'orders') : drawnBases;
    }
    block = wanted;
    const chance = chanceOf(seed, number);
    const base = chance.pick(bases);
    return { number, base, ...makers[kind](tableOf(base.shop, base.role), chance) };
  };
};
