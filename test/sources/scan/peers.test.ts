import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanFile } from '../../../src/sources/scan/pass.ts';
import { ensureBuilt } from './built.ts';
import { damagedFile, type GeneratedFile, soundFile } from './files.ts';
import { makeScratch, type Scratch } from './scratch.ts';

let scratch: Scratch;
let engine: DuckDBConnection;
beforeAll(async () => {
  await ensureBuilt();
  scratch = makeScratch();
  engine = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(() => {
  engine.closeSync();
  scratch.remove();
});

const duckdbRows = async (columns: number, delimiter: string): Promise<(string | null)[][]> => {
  const types = Array.from({ length: columns }, (_, column) => `'c${column}':'VARCHAR'`).join(',');
  const read = await engine.runAndReadAll(
    `select * from read_csv($path, auto_detect=false, header=true, columns={${types}}, delim='${delimiter}',
     quote='"', escape='"', strict_mode=true)`,
    { path: scratch.path },
  );
  return read.getRows() as (string | null)[][];
};

const csvParseRows = (bytes: Buffer, columns: number, delimiter: string, lineEnd: string): string[][] =>
  parse(bytes, {
    delimiter,
    record_delimiter: lineEnd,
    skip_empty_lines: columns > 1,
    from: 2,
  });

describe('what the scan passes, others read with as many records', () => {
  const compare = async (file: GeneratedFile): Promise<boolean> => {
    const bytes = file.content.subarray(file.start);
    const found = scanFile(scratch.holding(bytes, { delimiter: file.delimiter }), { chunkBytes: 64 });
    if (found.fault !== null || !found.terminated || found.utf8 !== 'valid') return false;
    if (found.lineEnd === null) return false;
    const emptyHeader = found.columns === 1 && /^\r?\n/.test(bytes.toString('latin1'));
    const parsed = csvParseRows(bytes, found.columns, file.delimiter, found.lineEnd);
    expect(parsed).toHaveLength(found.records);
    if (/\r\n|\r|\n/.exec(bytes.toString('latin1'))?.[0] !== found.lineEnd) return false;
    const rows = await duckdbRows(found.columns, file.delimiter);
    expect(rows).toHaveLength(found.records);
    if (!emptyHeader) expect(rows.map((row) => row.map((value) => value ?? ''))).toEqual(parsed);
    return true;
  };

  it.each([
    ['sound files', soundFile, 1000, 500],
    ['damaged files that are still sound', damagedFile, 600, 60],
  ] as const)(
    '%s',
    async (_, files, numRuns, least) => {
      let compared = 0;
      const property = fc.asyncProperty(files, async (file) => {
        if (await compare(file)) compared++;
      });
      await fc.assert(property, { numRuns });
      expect(compared).toBeGreaterThan(least);
    },
    120_000,
  );
});

describe('an empty line', () => {
  it.each([
    ['a\n1\n\n2\n', 3],
    ['a\n1\n""\n2\n', 3],
    ['a\n\n\n', 2],
    ['a\r\n\r\n1\r\n', 2],
    ['\n1\n', 1],
    ['\n\n1\n', 2],
  ])('is a record in a file of one column: %j', async (text, records) => {
    const found = scanFile(scratch.holding(Buffer.from(text)));
    expect(found).toMatchObject({ columns: 1, records, blankLines: 0, fault: null });
    expect(await duckdbRows(1, ',')).toHaveLength(records);
  });

  it.each([
    ['a,b\n1,2\n\n3,4\n', 2, 1],
    ['a,b\n\n\n1,2\n\n', 1, 3],
    ['a,b\r\n\r\n1,2\r\n', 1, 1],
    ['a,b\n\n', 0, 1],
  ])('is no record in a file of several: %j', async (text, records, blankLines) => {
    const found = scanFile(scratch.holding(Buffer.from(text)));
    expect(found).toMatchObject({ columns: 2, records, blankLines, fault: null });
    expect(await duckdbRows(2, ',')).toHaveLength(records);
  });
});

describe('a header with another line end inside quotes than behind it', () => {
  it.each(['a,"b\r\n"\n1,2\n3,4\n', 'a,"b\n"\r\n1,2\r\n3,4\r\n'])(
    'is read wrong by DuckDB alone: %j',
    async (text) => {
      const found = scanFile(scratch.holding(Buffer.from(text)));
      expect(found).toMatchObject({ columns: 2, records: 2, fault: null });
      expect(await duckdbRows(2, ',')).toHaveLength(0);
    },
  );
});
