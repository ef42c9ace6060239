import { describe, expect, it } from 'vitest';
import { flattenJson, type Kind, type Source } from '../../../../src/sources/staging/index.ts';
import { doneWith, faultOf } from '../given.ts';

const as =
  (kind: Kind) =>
  (source: Source, target: string): ReturnType<typeof flattenJson> =>
    flattenJson(source, kind, target);

/** Well-formed: the JSON text of one value and the CSV field it becomes. */
const values: [string, string][] = [
  ['0', '0'],
  ['-0', '-0'],
  ['-1', '-1'],
  ['12.30', '12.30'],
  ['12345678901234567890', '12345678901234567890'],
  ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ['1e3', '1e3'],
  ['1E+3', '1E+3'],
  ['1.5e-10', '1.5e-10'],
  ['0e0', '0e0'],
  ['1e400', '1e400'],
  ['true', 'true'],
  ['false', 'false'],
  ['null', ''],
  ['""', ''],
  ['" "', ' '],
  ['"a,b"', '"a,b"'],
  ['"a;b"', 'a;b'],
  ['"say \\"hi\\""', '"say ""hi"""'],
  ['"\\\\"', '\\'],
  ['"\\/ \\b\\f\\t"', '/ \b\f\t'],
  ['"one\\ntwo"', '"one\ntwo"'],
  ['"one\\r\\ntwo"', '"one\r\ntwo"'],
  ['"\\u00e9\\u20AC"', 'é€'],
  ['"\\ud83d\\ude00"', '😀'],
  ['"\\uD834\\uDD1E"', '𝄞'],
  ['"\\udbff\\udfff"', '\u{10ffff}'],
  ['"é€😀"', 'é€😀'],
  ['"\\u002c"', '","'],
  ['"\u007f"', '\u007f'],
  ['"\u2028"', '\u2028'],
  ['"\\u0001"', '\u0001'],
  ['[]', '[]'],
  ['[ 1 , 12.30 , "a" , null ]', '"[1,12.30,""a"",null]"'],
  ['[{"sku": "x", "n": [1, {}]}]', '"[{""sku"":""x"",""n"":[1,{}]}]"'],
  ['["\\u00e9\\n"]', '"[""\\u00e9\\n""]"'],
  ['[1]', '[1]'],
];

/** Ill-formed values: refused as damaged. */
const malformed: string[] = [
  '',
  '01',
  '-',
  '-01',
  '+1',
  '1.',
  '.5',
  '1.e3',
  '1e',
  '1e+',
  '1.2.3',
  '0x1F',
  '1_000',
  '1 000',
  'NaN',
  'Infinity',
  '-Infinity',
  'nul',
  'nulll',
  'True',
  'FALSE',
  'undefined',
  "'a'",
  'a',
  '"a',
  '"a"b"',
  '"\\x41"',
  '"\\a"',
  '"\\u12"',
  '"\\u12G4"',
  '"\\U0041"',
  '"\t"',
  '"a\nb"',
  '"a\u0000b"',
  '"\u001f"',
  '[1,]',
  '[,1]',
  '[1 2]',
  '[1}',
  '[',
  '{"b":1,}',
  '{,}',
  '{"b"}',
  '{"b":}',
  '{"b" 1}',
  '{b:1}',
  "{'b':1}",
  '{1:1}',
  '{"b":1 "c":2}',
  '{"b"::1}',
  '[{"b":1,}]',
  '[{b:1}]',
  '[{"b" 1}]',
  '/* */ 1',
  '1 // one',
  '#1',
  '\v1',
  '\u00a01',
  '\ufeff1',
];

/** Well-formed, or nearly, but nothing an export holds: refused as such. */
const unwanted: string[] = [
  '"\\ud800"',
  '"\\udc00"',
  '"\\ud800\\ud800"',
  '"\\ud800x"',
  '"\\ud800\\n"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '["\\u0000"]',
  '["\\ud800"]',
  '{"b":1,"b":2}',
  '{"b":1,"\\u0062":2}',
  '{"b":{"c":1},"b":{"d":1}}',
  '{"b":null,"b":null}',
  '[{"b":1,"b":2}]',
  '[{"b":1,"\\u0062":2}]',
  '{"__proto__":1,"__proto__":2}',
  '{"b\\u0000":1}',
  '{"b\\ud800":1}',
];

describe.each(['array', 'ndjson'] as const)('a value in %s', (kind) => {
  const wrap = (value: string): string => (kind === 'array' ? `[{"a":${value}}]` : `{"a":${value}}\n`);

  it.each(values)('%s becomes %j', async (value, field) => {
    const { written, result } = await doneWith(wrap(value), as(kind));
    expect(written.toString('utf8')).toBe(`a\n${field === '' ? '""' : field}\n`);
    expect(result).toMatchObject({ columns: ['a'], records: 1, bytes: written.length });
  });

  it.each(malformed)('%j is damaged', async (value) => {
    const fault = await faultOf(wrap(value), as(kind));
    expect(fault.code).toBe('json_damaged');
    expect(fault.place?.line).toBeGreaterThan(0);
    expect(fault.place?.column).toBeGreaterThan(0);
  });

  it.each(unwanted)('%j is refused', async (value) => {
    const fault = await faultOf(wrap(value), as(kind));
    expect(fault.code).toBe('json_refused');
    expect(fault.place?.line).toBe(1);
  });

  it('takes no more than JSON.parse does', () => {
    for (const value of malformed) expect(() => JSON.parse(wrap(value))).toThrow(SyntaxError);
    for (const [value] of values) expect(() => JSON.parse(wrap(value))).not.toThrow();
  });
});

describe('a whole file', () => {
  it.each<[Kind, string, string]>([
    ['array', '[]', ''],
    ['array', ' [ ] \n', ''],
    ['array', '\ufeff[{"a":1}]', 'a\n1\n'],
    ['array', '\r\n[\r\n\t{ "a" : 1 }\r\n,\r\n{"a":2}\r\n]\r\n', 'a\n1\n2\n'],
    ['array', '[{"a":1},{}]', 'a\n1\n""\n'],
    ['array', '[{},{"a":1,"b":2}]', 'a,b\n,\n1,2\n'],
    ['ndjson', '{"a":1}', 'a\n1\n'],
    ['ndjson', '\ufeff{"a":1}\n', 'a\n1\n'],
    ['ndjson', '\n\n{"a":1}\n \n\t\n{"a":2}\n\n', 'a\n1\n2\n'],
    ['ndjson', '{"a":1}\r\n{"a":2}\r\n', 'a\n1\n2\n'],
    ['ndjson', ' { "a" : 1 } \n', 'a\n1\n'],
  ])('as %s: %j', async (kind, text, csv) => {
    expect((await doneWith(text, as(kind))).written.toString('utf8')).toBe(csv);
  });

  it.each<[Kind, string, string, number, number]>([
    ['array', '[{"a":1}', 'json_damaged', 1, 9],
    ['array', '[{"a":1},]', 'json_damaged', 1, 10],
    ['array', '[,{"a":1}]', 'json_damaged', 1, 2],
    ['array', '[{"a":1} {"a":1}]', 'json_damaged', 1, 10],
    ['array', '[{"a":1}]\n[]', 'json_damaged', 2, 1],
    ['array', '[{"a":1}],', 'json_damaged', 1, 10],
    ['array', '[{"a":1}]]', 'json_damaged', 1, 10],
    ['array', '[]\0', 'json_damaged', 1, 3],
    ['array', '{"a":1}', 'json_damaged', 1, 1],
    ['array', '[\n{"é":"é",\n"é":1}]', 'json_refused', 3, 1],
    ['array', '[{"é":"é","é":1}]', 'json_refused', 1, 11],
    ['array', '[1]', 'json_refused', 1, 2],
    ['array', '[[{"a":1}]]', 'json_refused', 1, 2],
    ['array', '[{"a":1},null]', 'json_refused', 1, 10],
    ['array', '[{"a":1},"x"]', 'json_refused', 1, 10],
    ['array', '[{}]', 'json_refused', 1, 1],
    ['array', '[{"a.b":1,"a":{"b":2}}]', 'json_refused', 1, 20],
    ['ndjson', '', 'json_damaged', 1, 1],
    ['ndjson', '\n \n', 'json_damaged', 3, 1],
    ['ndjson', '{"a":1}{"a":1}', 'json_damaged', 1, 8],
    ['ndjson', '{"a":1} {"a":1}', 'json_damaged', 1, 9],
    ['ndjson', '{"a":1},\n{"a":1}', 'json_damaged', 1, 8],
    ['ndjson', '{"a":1}\r{"a":1}', 'json_damaged', 1, 9],
    ['ndjson', '{"a":1}\n{"a":\n{"a":1}\n', 'json_damaged', 2, 6],
    ['ndjson', '{\n"a":1}\n', 'json_damaged', 1, 2],
    ['ndjson', '{"a":1}\n[1]\n', 'json_refused', 2, 1],
    ['ndjson', '{"a":1}\n12\n', 'json_refused', 2, 1],
    ['ndjson', '{}\n{}\n', 'json_refused', 1, 1],
  ])('as %s: %j is %s at %i:%i', async (kind, text, code, line, column) => {
    const fault = await faultOf(text, as(kind));
    expect(fault.code).toBe(code);
    expect(fault.exit).toBe(3);
    expect(fault.place).toEqual({ file: 'given.dat', line, column });
  });

  it('refuses bytes that are not UTF-8, where they stand', async () => {
    for (const wrong of [[0xe9], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]]) {
      const text = Buffer.concat([Buffer.from('{"a":1}\n{"a":"é'), Buffer.from(wrong), Buffer.from('"}\n')]);
      const fault = await faultOf(text, as('ndjson'));
      expect(fault.code).toBe('json_damaged');
      expect(fault.place).toMatchObject({ line: 2, column: 8 });
    }
  });

  it('says nothing of what is in it', async () => {
    const fault = await faultOf('[{"mail":"bob@example.com","mail":"x"}]', as('array'));
    expect(fault.message).not.toContain('bob');
  });
});

describe('depth', () => {
  const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const arrays = (depth: number): string => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

  it('follows 32 containers and no more', async () => {
    expect((await doneWith(objects(32), as('ndjson'))).result.columns).toEqual([
      Array(32).fill('a').join('.'),
    ]);
    expect((await doneWith(arrays(32), as('ndjson'))).written.toString()).toBe(
      `a\n${'['.repeat(31)}${']'.repeat(31)}\n`,
    );
    expect((await faultOf(objects(33), as('ndjson'))).code).toBe('json_refused');
    expect((await faultOf(arrays(33), as('ndjson'))).code).toBe('json_refused');
  });

  it.each<[Kind, string]>([
    ['ndjson', '{"a":'],
    ['array', '[{"a":'],
    ['array', '['],
    ['array', '[{"a":[{"b":'],
    ['ndjson', '{"a":['],
  ])('refuses a million in %s of %j within a second', async (kind, opening) => {
    const text = opening.repeat(1_000_000);
    const start = performance.now();
    expect((await faultOf(text, as(kind))).code).toBe('json_refused');
    expect((await faultOf(`[{"a":${'['.repeat(1_000_000)}`, as('array'))).code).toBe('json_refused');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
