import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { flattenJson, type Kind, type Source } from '../../../../src/sources/staging/index.ts';
import { doneWith, faultOf, outcomeOf } from '../given.ts';

vi.setConfig({ testTimeout: 60_000 });

const as =
  (kind: Kind) =>
  (source: Source, target: string): ReturnType<typeof flattenJson> =>
    flattenJson(source, kind, target);

const read = (csv: Buffer): string[][] =>
  parse(csv, { record_delimiter: '\n', relax_column_count: false }) as string[][];

type Json = null | boolean | string | number | Json[] | { [name: string]: Json };

/** The fields with something in them, by a second, simpler way: over what JSON.parse made of the record. */
const fieldsOf = (record: Json, arrayText: (value: Json) => string, prefix = ''): [string, string][] =>
  Object.entries(record as Record<string, Json>).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === '') return [];
    if (Array.isArray(value)) return [[prefix + name, arrayText(value)]];
    if (typeof value === 'object') return fieldsOf(value, arrayText, `${prefix}${name}.`);
    return [[prefix + name, String(value)]];
  });

const hasName = (record: Json): boolean =>
  Object.values(record as Record<string, Json>).some(
    (value) => typeof value !== 'object' || value === null || Array.isArray(value) || hasName(value),
  );

const letter = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(..."abcxyz012 .;'") },
  { weight: 2, arbitrary: fc.constantFrom(...',"\n\r\\/\t') },
  { weight: 2, arbitrary: fc.constantFrom('é', '€', '😀', '\u2028', '\ufeff') },
);
const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
const name = fc.oneof(
  fc.constantFrom(
    'id',
    'e-mail',
    'Montant, TTC',
    'say "x"',
    '__proto__',
    'constructor',
    'toString',
    'idée',
    'two\nlines',
  ),
  fc.array(fc.constantFrom(...'abé"\\'), { minLength: 1, maxLength: 3 }).map((letters) => letters.join('')),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const deep: fc.Arbitrary<Json> = fc.letrec<{ value: Json; object: Json; array: Json }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('object'), tie('array')),
  object: fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: false }),
  array: fc.array(tie('value'), { maxLength: 3 }),
})).value;
const records = fc.array(fc.dictionary(name, deep, { maxKeys: 5 }), { minLength: 1, maxLength: 8 });

const inAscii = (json: string): string =>
  json.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Three ways to spell the same value, and how arrays come out of each: as spelled, less the blanks. */
const spellings = [
  { spell: (value: Json) => JSON.stringify(value), arrayText: (value: Json) => JSON.stringify(value) },
  {
    spell: (value: Json) => JSON.stringify(value, null, '\t '),
    arrayText: (value: Json) => JSON.stringify(value),
  },
  {
    spell: (value: Json) => inAscii(JSON.stringify(value)),
    arrayText: (value: Json) => inAscii(JSON.stringify(value)),
  },
];

const fileOf = (kind: Kind, parts: readonly string[]): string =>
  kind === 'array'
    ? `[${parts.join(' ,\n')}]`
    : `${parts.map((part) => part.replaceAll('\n', ' ')).join('\n')}\n`;

const objectsOf = (header: readonly string[], rows: readonly string[][]): Map<string, string>[] =>
  rows.map((row) => new Map(header.map((column, place) => [column, row[place]!])));

describe.each(['array', 'ndjson'] as const)('flattenJson of %s', (kind) => {
  it('writes what csv-parse reads back as the values of the records', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(...spellings), async (given, { spell, arrayText }) => {
        const file = fileOf(
          kind,
          given.map((record) => spell(record as Json)),
        );
        const outcome = await outcomeOf(file, as(kind));
        if (outcome.kind === 'fault') {
          expect(outcome.fault.code).toBe('json_refused');
          expect(given.some((record) => hasName(record as Json))).toBe(false);
          return;
        }
        accepted++;
        const [header, ...rows] = read(outcome.written);
        expect(header).toEqual(outcome.result.columns);
        expect(new Set(header).size).toBe(header!.length);
        expect(outcome.result).toMatchObject({ records: given.length, bytes: outcome.written.length });
        const found = objectsOf(header!, rows).map(
          (row) => new Map([...row].filter(([, value]) => value !== '')),
        );
        expect(found).toEqual(
          given.map((record) => new Map(fieldsOf(JSON.parse(spell(record as Json)), arrayText))),
        );
      }),
      { numRuns: 250 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('leaves no trace in prototypes', async () => {
    await doneWith(
      fileOf(kind, ['{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}}}']),
      as(kind),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('puts columns in the order their names first appear', async () => {
    const parts = ['{"b":1,"a":{"y":1}}', '{"c":1,"a":{"x":1,"y":2},"b":2}'];
    const { written, result } = await doneWith(fileOf(kind, parts), as(kind));
    expect(result.columns).toEqual(['b', 'a.y', 'c', 'a.x']);
    expect(written.toString()).toBe('b,a.y,c,a.x\n1,1,,\n2,2,1,1\n');
  });

  it('gives a name that is null or an object no column of its own, but one that is never an object', async () => {
    const parts = ['{"customer":null,"note":null}', '{"customer":{"id":1}}', '{"customer":null,"empty":{}}'];
    const { written } = await doneWith(fileOf(kind, parts), as(kind));
    expect(written.toString()).toBe('note,customer.id\n,\n,1\n,\n');
  });

  it('keeps both when a name has values and objects', async () => {
    const parts = ['{"a":{"b":1}}', '{"a":2}', '{"a.b":3}'];
    const { written } = await doneWith(fileOf(kind, parts), as(kind));
    expect(written.toString()).toBe('a,a.b\n,1\n2,\n,3\n');
  });

  it('goes back when names appear, or turn out to be objects, far behind', async () => {
    const parts = Array.from(
      { length: 60_000 },
      (_, row) => `{"id":${row},"buyer":null,"mail":"c${row}@example.com"}`,
    );
    parts[50_000] = '{"id":50000,"late":{"at":"x,y"},"buyer":{"name":"é"}}';
    parts[55_000] = '{"later":[1],"id":55000}';
    const bytes = Buffer.from(fileOf(kind, parts));
    expect(bytes.length).toBeGreaterThan(2_000_000);
    const seen: number[] = [];
    const { written, result } = await doneWith(bytes, (source, target) =>
      flattenJson(source, kind, target, { onProgress: (done) => seen.push(done) }),
    );
    expect(result.columns).toEqual(['id', 'mail', 'late.at', 'buyer.name', 'later']);
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const rows = read(written);
    expect(rows.length).toBe(60_001);
    expect(rows[1]).toEqual(['0', 'c0@example.com', '', '', '']);
    expect(rows[50_001]).toEqual(['50000', '', 'x,y', 'é', '']);
    expect(rows[55_001]).toEqual(['55000', '', '', '', '[1]']);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('reads records wherever the blocks of the reading cut them', async () => {
    const record = '{"a":"é\\ud83d\\ude00","b":[-1.5e+2,"\\n"],"c":true}';
    for (let shift = kind === 'array' ? 0 : 1; shift < record.length; shift += 2) {
      const filler = `{"a":"${'x'.repeat(1024 * 1024 - 20 - shift)}"}`;
      const { written } = await doneWith(fileOf(kind, [filler, record, record]), as(kind));
      const row = 'é😀,"[-1.5e+2,""\\n""]",true\n';
      const tail = written.subarray(-2 * Buffer.byteLength(row)).toString();
      expect([shift, tail]).toEqual([shift, row + row]);
    }
  });

  it('reads records of many sizes, one of nearly 4 MiB, and refuses longer ones', async () => {
    const sizes = [10, 70_000, 1_500_000, 4_000_000, 3];
    const { written } = await doneWith(
      fileOf(
        kind,
        sizes.map((size) => `{"a":"${'y'.repeat(size)}"}`),
      ),
      as(kind),
    );
    expect(
      read(written)
        .slice(1)
        .map(([value]) => value!.length),
    ).toEqual(sizes);
    const endless = fileOf(kind, [`{"a":"${'y'.repeat(12_000_000)}"}`]);
    expect((await faultOf(endless, as(kind))).code).toBe('json_refused');
  });

  it('passes over any stretch of blanks between records', async () => {
    const blanks = (kind === 'array' ? ' ' : '\n').repeat(9_000_000);
    const joint = kind === 'array' ? `,${blanks}` : blanks;
    const file =
      kind === 'array'
        ? `[${blanks}{"a":1}${joint}{"a":2}${blanks}]${blanks}`
        : `${blanks}{"a":1}${joint}{"a":2}`;
    expect((await doneWith(file, as(kind))).written.toString()).toBe('a\n1\n2\n');
  });

  it('takes a thousand names and refuses keys that are data', async () => {
    const record = (count: number): string =>
      `{${Array.from({ length: count }, (_, index) => `"k${index}":${index}`).join(',')}}`;
    expect((await doneWith(fileOf(kind, [record(1000)]), as(kind))).result.columns.length).toBe(1000);
    expect((await faultOf(fileOf(kind, [record(1001)]), as(kind))).code).toBe('json_refused');
    const growing = Array.from({ length: 2000 }, (_, index) => `{"k${index}":1}`);
    expect((await faultOf(fileOf(kind, growing), as(kind))).code).toBe('json_refused');
    const long = fileOf(kind, [`{"${'k'.repeat(1025)}":1}`]);
    expect((await faultOf(long, as(kind))).code).toBe('json_refused');
  });

  it('takes a file cut at any byte for damaged, or for the whole records before the cut', async () => {
    const parts = [
      '{"id":"A1","total":12.30,"who":{"mail":"é@x.fr"}}',
      '{"id":"\\u00e9","lines":[{"n":1}],"ok":true}',
      '{"id":3}',
    ];
    const bytes = Buffer.from(kind === 'array' ? `[${parts.join(',\n')}]` : parts.join('\n'));
    const whole = new Set<number>();
    if (kind === 'ndjson') {
      for (let count = 1, end = 0; count <= parts.length; count++, end++) {
        end += Buffer.byteLength(parts[count - 1]!);
        whole.add(end).add(end + 1);
      }
    }
    for (let length = 0; length < bytes.length; length++) {
      const outcome = await outcomeOf(bytes.subarray(0, length), as(kind));
      expect([length, outcome.kind]).toEqual([length, whole.has(length) ? 'done' : 'fault']);
      if (outcome.kind === 'fault') {
        expect(outcome.fault.code).toBe('json_damaged');
        const before = bytes.subarray(0, length).toString('utf8').split('\n');
        expect(outcome.fault.place?.line).toBe(before.length);
      } else {
        const complete = [...whole].filter((end) => end <= length).length;
        expect(outcome.result.records).toBe(Math.ceil(complete / 2));
        expect(read(outcome.written).length).toBe(1 + outcome.result.records);
      }
    }
  });

  it('never takes a damaged file for other records than JSON.parse does', async () => {
    const parts = ['{"id":"A1","n":-1.5e3,"w":{"m":"é"}}', '{"id":"\\u00e9","l":[{"n":1},null],"ok":true}'];
    const bytes = Buffer.from(fileOf(kind, parts));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('"\\{}[],:0 \n'))),
        async (at, byte) => {
          const damaged = Buffer.from(bytes);
          damaged[at] = byte;
          const outcome = await outcomeOf(damaged, as(kind));
          if (outcome.kind === 'fault') return;
          const json = damaged.toString('utf8');
          const parsed = (
            kind === 'array'
              ? JSON.parse(json)
              : json
                  .trim()
                  .split(/\n+/)
                  .map((line) => JSON.parse(line))
          ) as Json[];
          const [header, ...rows] = read(outcome.written);
          expect(rows.length).toBe(parsed.length);
          const found = objectsOf(header!, rows);
          for (const [index, record] of parsed.entries()) {
            for (const [field, value] of fieldsOf(record, JSON.stringify)) {
              const written = found[index]!.get(field);
              expect(written === value || Number(written) === Number(value)).toBe(true);
            }
          }
          compared++;
        },
      ),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

it('writes the same rows for an array and for lines', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const parts = given.map((record) => JSON.stringify(record));
      const [array, lines] = [
        await outcomeOf(fileOf('array', parts), as('array')),
        await outcomeOf(fileOf('ndjson', parts), as('ndjson')),
      ];
      expect(array.kind).toBe(lines.kind);
      if (array.kind === 'done' && lines.kind === 'done')
        expect(array.written.equals(lines.written)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
