import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonRecords } from '../../../src/sources/records/json.ts';
import type { Kind } from '../../../src/sources/staging/json/sniff.ts';
import { placesOf } from './given.ts';

const read = (text: string, kind: Kind, wanted: readonly number[], size = 7) => {
  const bytes = Buffer.from(text, 'utf8');
  return placesOf(bytes, jsonRecords(kind), wanted, size).map(({ line, start, end }) => ({
    line,
    text: bytes.toString('utf8', start, end),
  }));
};

describe('a record of JSON is found', () => {
  it('in an array, on the line of its brace', () => {
    expect(read('[\n  {"a": [1,\n {"b": "}]"}]},\n\n  {"a": "\\"{\\\\"}\n]\n', 'array', [1, 2])).toEqual([
      { line: 2, text: '{"a": [1,\n {"b": "}]"}]}' },
      { line: 5, text: '{"a": "\\"{\\\\"}' },
    ]);
  });

  it('on a line of its own, behind a byte order mark and empty lines', () => {
    expect(read('\ufeff{"a":1}\r\n\r\n{"a":{}}\n', 'ndjson', [1, 2])).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 3, text: '{"a":{}}' },
    ]);
  });
});

it('every record of any JSON is where it was written', () => {
  const drawn = fc.record({
    records: fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { minKeys: 1 }), {
      minLength: 1,
      maxLength: 8,
    }),
    indent: fc.constantFrom(0, 2),
    size: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(drawn, ({ records, indent, size }) => {
      for (const kind of ['array', 'ndjson'] as const) {
        let text = kind === 'array' ? '[' : '';
        const expected = records.map((record, index) => {
          if (index > 0) text += kind === 'array' ? ',\n' : '\n';
          const written = JSON.stringify(record, null, kind === 'array' ? indent : 0);
          const line = text.split('\n').length;
          text += written;
          return { line, text: written };
        });
        text += kind === 'array' ? ']' : '\n';
        expect(
          read(
            text,
            kind,
            records.map((_, index) => index + 1),
            size,
          ),
        ).toEqual(expected);
      }
    }),
  );
});
