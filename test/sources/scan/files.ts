import fc from 'fast-check';

/** A file to scan, with the header at `start`. */
export interface GeneratedFile {
  readonly content: Buffer;
  readonly start: number;
  readonly startLine: number;
  readonly delimiter: ',' | ';' | '\t' | '|';
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const E_ACUTE = '\xc3\xa9';
const EURO = '\xe2\x82\xac';
const FACE = '\xf0\x9f\x98\x80';

/** Runs of plain text whose ends fall near the ends of blocks and chunks. */
const run = fc
  .tuple(
    fc.constantFrom(64, 128, 192, 256, 320),
    fc.integer({ min: -2, max: 2 }),
    fc.constantFrom('x', '"', '\n', E_ACUTE),
  )
  .map(([length, off, text]) => 'x'.repeat(off + 2) + text.repeat((length - 2) / text.length));

const token = fc.oneof(
  { arbitrary: fc.constantFrom(',', '"', '\n', '\r\n'), weight: 8 },
  { arbitrary: fc.constantFrom('""', 'a', '1', ';', ',""', '"a"', '\n\n'), weight: 4 },
  {
    arbitrary: fc.constantFrom(
      '\r',
      '\0',
      E_ACUTE,
      EURO,
      FACE,
      '\xe9',
      '\xc3',
      '\xe2\x82',
      '\xed\xa0\x80',
      ' ',
    ),
    weight: 2,
  },
  { arbitrary: run, weight: 1 },
);

const placed = (text: fc.Arbitrary<string>): fc.Arbitrary<GeneratedFile> =>
  fc
    .tuple(
      text,
      fc.constantFrom('', '', '\xef\xbb\xbf', 'title\n', 'a "b\0\n\n'),
      fc.constantFrom(',', ',', ';', '\t', '|'),
    )
    .map(([body, before, delimiter]) => ({
      content: latin1(before + body.replaceAll(/[,;]/g, (sign) => (sign === ',' ? delimiter : ','))),
      start: before.length,
      startLine: before.split('\n').length,
      delimiter: delimiter as GeneratedFile['delimiter'],
    }));

/** Byte strings made of nasty tokens: nearly all are faulty, most of them early. */
export const nastyFile = placed(fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join('')));

const plainField = fc.oneof(
  fc.constantFrom('', 'a', '12.5', E_ACUTE, EURO, 'a b', ';'),
  run.map((text) => text.replaceAll(/["\n]/g, 'y')),
);
const quotedField = fc
  .array(
    fc.oneof(
      fc.constantFrom('""', ',', '\n', '\r\n', '\r', 'a', FACE, ';'),
      run.map((text) => text.replaceAll('"', '""')),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => `"${parts.join('')}"`);
const field = fc.oneof({ arbitrary: plainField, weight: 3 }, { arbitrary: quotedField, weight: 1 });

/** Sound files of one to six columns, without line breaks in an empty first line, ending in a line end unless told. */
export const soundText = (fields: fc.Arbitrary<string> = field): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('\n', '\r\n')).chain(([columns, lineEnd]) => {
    const record = fc.array(fields, { minLength: columns, maxLength: columns }).map((row) => row.join(','));
    const line = fc.oneof({ arbitrary: record, weight: 9 }, { arbitrary: fc.constant(''), weight: 1 });
    return fc
      .tuple(record, fc.array(line, { maxLength: 30 }))
      .map(([header, lines]) => [header, ...lines, ''].join(lineEnd));
  });

/** Files that are sound but for none, one or two small damages, anywhere. */
export const damagedFile = placed(
  fc
    .tuple(
      soundText(),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 2 }), token), {
        maxLength: 2,
      }),
    )
    .map(([text, damages]) =>
      damages.reduce((damaged, [where, cut, put]) => {
        const at = Math.floor(where * damaged.length);
        return damaged.slice(0, at) + (cut === 2 ? '' : put) + damaged.slice(at + cut);
      }, text),
    ),
);

export const soundFile = placed(soundText());
