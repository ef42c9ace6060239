import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../src/sources/records/csv.ts';
import type { RecordPlace } from '../../../src/sources/records/places.ts';
import { placesOf } from './given.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** The lines and texts of the records of a CSV whose header has so many columns. */
const read = (text: string, columns: number, wanted: readonly number[], size = 7) => {
  const bytes = bytesOf(text);
  const places = placesOf(bytes, csvRecords(0, 1, columns), wanted, size);
  return places.map(({ line, start, end }: RecordPlace) => ({
    line,
    text: bytes.toString('utf8', start, end),
  }));
};

describe('a record is found', () => {
  it('on the line it begins on, quoted line ends and blank lines counted', () => {
    const text = 'id,name\n1,"a\nb\n\nc"\n\n\n2,d\n3,"e\n"';
    expect(read(text, 2, [1, 2, 3])).toEqual([
      { line: 2, text: '1,"a\nb\n\nc"' },
      { line: 8, text: '2,d' },
      { line: 9, text: '3,"e\n"' },
    ]);
  });

  it('without its CRLF', () => {
    expect(read('id,name\r\n1,"a\r\n""b"""\r\n\r\n2,c\r\n', 2, [1, 2])).toEqual([
      { line: 2, text: '1,"a\r\n""b"""' },
      { line: 5, text: '2,c' },
    ]);
  });

  it('below a header of several lines', () => {
    expect(read('"id\nof it",name\n1,a\n', 2, [1])).toEqual([{ line: 3, text: '1,a' }]);
  });

  it('also where it is an empty line, in a file of one column', () => {
    expect(read('score\n\n7\n', 1, [1, 2])).toEqual([
      { line: 2, text: '' },
      { line: 3, text: '7' },
    ]);
  });

  it('among others that are not asked for', () => {
    expect(read('a,b\n1,2\n3,4\n5,6\n', 2, [3])).toEqual([{ line: 4, text: '5,6' }]);
  });

  it('from where the header begins', () => {
    const bytes = bytesOf('Report\n\na,b\n1,2\n');
    const splitter = csvRecords(8, 3, 2);
    const [place] = placesOf(bytes, splitter, [1], 5, 8);
    expect(place).toEqual({ line: 4, start: 12, end: 15 });
  });
});

it('every record of any text is where it was written, however the text is cut into pieces', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\n', '\r\n', ',', ' '), maxLength: 6 });
  const record = fc.record({ cells: fc.tuple(cell, cell), blanks: fc.nat(2) });
  const drawn = fc.record({
    records: fc.array(record, { minLength: 1, maxLength: 12 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    closed: fc.boolean(),
    size: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(drawn, ({ records, lineEnd, closed, size }) => {
      let text = `a,b${lineEnd}`;
      const expected: { line: number; text: string }[] = [];
      records.forEach(({ cells, blanks }, index) => {
        text += lineEnd.repeat(blanks);
        const written = cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        expected.push({ line: text.split('\n').length, text: written });
        text += written;
        if (closed || index < records.length - 1) text += lineEnd;
      });
      const wanted = expected.map((_, index) => index + 1);
      expect(read(text, 2, wanted, size)).toEqual(expected);
      const last = wanted.length;
      expect(read(text, 2, [last], size)).toEqual([expected[last - 1]]);
    }),
  );
});
