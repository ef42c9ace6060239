import type { Entry } from './columns.ts';
import { refused, type Text } from './text.ts';

/** More different names than this in one file are keys of the shop's data, not fields. */
export const MAX_NAMES = 1000;

/** How a value is to be written: it lies in the scratch; it needs quotes; quotes within it need doubling. */
export const IN_SCRATCH = 1;
export const QUOTED = 2;
export const DOUBLED = 4;

/** Where the values of one record lie, by column; a column whose `records` is not `record` is empty. */
export interface Slots {
  /** Counts the attempts to read a record; no two have the same. */
  record: number;
  readonly records: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly styles: Uint8Array;
}

export const createSlots = (): Slots => ({
  record: 0,
  records: new Float64Array(MAX_NAMES),
  starts: new Int32Array(MAX_NAMES),
  ends: new Int32Array(MAX_NAMES),
  styles: new Uint8Array(MAX_NAMES),
});

/** Puts a value into the column of its entry, if it has one yet; two values for one column are refused. */
export const putValue = (
  text: Text,
  slots: Slots,
  { column }: Entry,
  start: number,
  end: number,
  style: number,
): void => {
  if (column < 0) return;
  if (slots.records[column] === slots.record) {
    throw refused(
      text,
      text.at - 1,
      'two fields of a record have the same dotted name; rename one and export again',
    );
  }
  slots.records[column] = slots.record;
  slots.starts[column] = start;
  slots.ends[column] = end;
  slots.styles[column] = style;
};
