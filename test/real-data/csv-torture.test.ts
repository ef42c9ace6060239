import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../sources/scan/built.ts';
import { readCells } from '../support/reader.ts';
import { type Bundle, bundleReader } from './csv-torture/bundle.ts';
import { differenceFromPeer } from './csv-torture/differences.ts';
import { type Outcome, readInProcesses } from './csv-torture/processes.ts';
import { hasRealData, realData } from './location.ts';

const folder = `${realData}/csv-torture/duckdb`;
const spectrum = `${realData}/csv-torture/csv-spectrum`;

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

const lineOf = (file: string, outcome: Outcome): string => {
  if (outcome.kind === 'read') {
    const { records, header, delimiter, encoding } = outcome.cells;
    const shape = `${records.length} records of ${header.length}`;
    return [file, 'read', shape, `${delimiterNames[delimiter!]}, ${encoding}`].join('\t');
  }
  if (outcome.kind !== 'refused') return [file, outcome.kind].join('\t');
  const { code, line, column } = outcome;
  return [file, 'refused', code, line === null ? 'the file' : `${line}:${column}`].join('\t');
};

/** The one file of csv-spectrum that is not sound by RFC 4180: a quote stands inside a field that is not quoted. */
const unsound = 'location_coordinates';

/** Files of which no line can be named: nothing stands in them, or no text. */
const whole = new Set(['empty_file', 'foreign_container']);

describe.skipIf(!hasRealData)('999 CSV files, many broken (skipped where the real data are missing)', () => {
  const files = hasRealData ? filesIn(folder) : [];
  let bundle: Bundle;
  let outcomes: Map<string, Outcome>;
  const all = () => files.map((file) => ({ file, outcome: outcomes.get(join(folder, file))! }));

  beforeAll(async () => {
    await ensureBuilt();
    bundle = await bundleReader();
    const paths = files.map((file) => join(folder, file));
    outcomes = await readInProcesses(bundle.script, paths, { count: 2, limit: 10_000 });
  }, 300_000);
  afterAll(() => bundle?.remove());

  it('are each read or refused in words: none crashes the reader, holds it over ten seconds or breaks it', () => {
    expect(files).toHaveLength(999);
    expect(all().filter(({ outcome: { kind } }) => kind !== 'read' && kind !== 'refused')).toEqual([]);
  });

  it('are read equal to csv-parse in every cell', () => {
    const read = all().flatMap(({ file, outcome }) =>
      outcome.kind === 'read' ? [{ file, cells: outcome.cells }] : [],
    );
    const differing = read.flatMap(({ file, cells }) => {
      const difference = differenceFromPeer(readFileSync(join(folder, file)), cells);
      return difference === null ? [] : [`${file}: ${difference}`];
    });
    expect(differing).toEqual([]);
    expect(read.length).toBeGreaterThanOrEqual(240);
  });

  it('are refused in one sentence at a line and column, but for those without any', () => {
    for (const { file, outcome } of all()) {
      if (outcome.kind !== 'refused') continue;
      const { code, line, column, sentence } = outcome;
      expect(sentence).toMatch(/^[^\n]+\.$/);
      const place = `${basename(file)}:${line}:${column} ${code}: `;
      if (whole.has(code)) expect([file, line]).toEqual([file, null]);
      else expect([file, sentence.slice(0, place.length)]).toEqual([file, place]);
    }
  });

  it('end as the table says (written anew by vitest --update)', async () => {
    const head = ['file', 'outcome', 'found', 'how or where'].join('\t');
    const table = [head, ...all().map(({ file, outcome }) => lineOf(file, outcome)), ''].join('\n');
    await expect(table).toMatchFileSnapshot('csv-torture.outcomes.tsv');
  });
});

describe.skipIf(!hasRealData)('csv-spectrum (skipped where the real data are missing)', () => {
  const names = hasRealData ? filesIn(`${spectrum}/csvs`).map((file) => basename(file, '.csv')) : ['none'];

  it('is whole', () => {
    expect(names).toHaveLength(12);
  });

  it.each(names.filter((name) => name !== unsound))('%s is read by value', async (name) => {
    const { header, records } = await readCells(`${spectrum}/csvs/${name}.csv`);
    const objects = records.map((record) =>
      Object.fromEntries(header.map((column, index) => [column, record[index]])),
    );
    expect(objects).toEqual(JSON.parse(readFileSync(`${spectrum}/json/${name}.json`, 'utf8')));
  });

  it(`${unsound} is refused at its bare quote; no reading gives its JSON, which tells of another number`, async () => {
    const place = { line: 2, column: 22 };
    await expect(readCells(`${spectrum}/csvs/${unsound}.csv`)).rejects.toMatchObject({
      code: 'stray_quote',
      place,
    });
    const text = readFileSync(`${spectrum}/csvs/${unsound}.csv`, 'utf8');
    expect(text.split('\n')[place.line - 1]![place.column - 1]).toBe('"');
    const told = JSON.parse(readFileSync(`${spectrum}/json/${unsound}.json`, 'utf8')) as Record<
      string,
      string
    >;
    expect(text).not.toContain(told['Contact Phone Number']);
  });
});
