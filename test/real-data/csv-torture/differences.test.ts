import { describe, expect, it } from 'vitest';
import { differenceFromPeer } from './differences.ts';

const bytes = Buffer.from('\nid, name\n1,"a ""b"""\n\n2,\n');
const read = {
  encoding: 'utf-8',
  delimiter: ',',
  start: 1,
  header: ['id', 'name'],
  records: [
    ['1', 'a "b"'],
    ['2', ''],
  ],
};

describe('the comparison with csv-parse', () => {
  it('finds nothing where every cell is the same', () => {
    expect(differenceFromPeer(bytes, read)).toBeNull();
  });

  it.each<[string, Partial<typeof read>, RegExp]>([
    ['a cell', { records: [read.records[0]!, ['2', ' ']] }, /^record 3: /],
    ['a name', { header: ['id', 'Name'] }, /^record 1: /],
    ['a record', { records: [read.records[0]!] }, /^2 records where csv-parse has 3/],
    ['the order', { records: read.records.toReversed() }, /^record 2: /],
    ['the delimiter', { delimiter: ';' }, /csv-parse/],
    ['a line passed over', { start: 10, header: ['1', 'a "b"'] }, /^passed over: /],
  ])('finds another reading of %s', (_, other, said) => {
    expect(differenceFromPeer(bytes, { ...read, ...other })).toMatch(said);
  });

  it('finds what csv-parse refuses', () => {
    expect(differenceFromPeer(Buffer.from('a,b\n1\n'), { ...read, start: 0 })).toMatch(/^csv-parse refuses/);
  });
});
