import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, EngineError, openEngine } from '../../src/warehouse/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-lockdown-'));
const inside = join(folder, 'run');
const allowed = join(folder, 'allowed.csv');
const secret = join(folder, 'secret.csv');
const beside = join(folder, 'run-beside.csv');
const opened = join(folder, 'opened.csv');
const columns = "auto_detect = false, header = true, columns = {a: 'VARCHAR'}";

let engine: Engine;
let descriptor = -1;

beforeAll(async () => {
  mkdirSync(inside);
  for (const path of [allowed, secret, beside, opened, join(inside, 'staged.csv')])
    writeFileSync(path, 'a\n1\n');
  descriptor = openSync(opened, 'r');
  engine = await openEngine({
    folder: inside,
    paths: [allowed, `/proc/self/fd/${descriptor}`],
    threads: 2,
    memory: '96MB',
  });
});

afterAll(async () => {
  await engine.close();
  closeSync(descriptor);
  rmSync(folder, { recursive: true, force: true });
});

const refusal = async (sql: string): Promise<string> => {
  const answer = await engine.rows(sql).catch((error: unknown) => error);
  if (!(answer instanceof EngineError)) throw new Error(`taken without a word: ${sql}`);
  return answer.type;
};

describe('the engine of a run', () => {
  it('reads the files of the run and what is staged in its folder', async () => {
    for (const path of [allowed, join(inside, 'staged.csv')])
      expect(await engine.rows(`SELECT a FROM read_csv('${path}', ${columns})`)).toEqual([{ a: '1' }]);
  });

  it.skipIf(process.platform !== 'linux')('reads a file that stands open by its descriptor', async () => {
    expect(await engine.rows(`SELECT a FROM read_csv('/proc/self/fd/${descriptor}', ${columns})`)).toEqual([
      { a: '1' },
    ]);
  });

  it.each([
    ['another file', () => `SELECT * FROM read_csv('${secret}', ${columns})`],
    ['a file whose name begins like its folder', () => `SELECT * FROM read_csv('${beside}', ${columns})`],
    ['a way out of its folder', () => `SELECT * FROM read_csv('${inside}/../secret.csv', ${columns})`],
    ['another descriptor', () => `SELECT * FROM read_csv('/proc/self/fd/${descriptor + 50}', ${columns})`],
    ['a file as text', () => `SELECT * FROM read_text('${secret}')`],
    ['a list of files', () => `SELECT * FROM read_text('${folder}/*.csv')`],
    ['the names in a folder', () => `SELECT * FROM glob('${folder}/*')`],
    ['a table by path', () => `SELECT * FROM '${secret}'`],
    ['an address', () => "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')"],
    ['a database', () => `ATTACH '${join(folder, 'other.db')}' AS other`],
    ['writing a file', () => `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`],
    ['exporting', () => `EXPORT DATABASE '${join(folder, 'dump')}'`],
    ['installing an extension', () => 'INSTALL httpfs'],
    ['loading an extension', () => 'LOAD httpfs'],
    ['opening the door again', () => 'SET enable_external_access = true'],
    ['listing another path', () => `SET allowed_paths = ['${secret}']`],
    ['another folder to spill into', () => `SET temp_directory = '${folder}'`],
    ['another time zone', () => "SET TimeZone = 'Asia/Tokyo'"],
    ['putting a setting back', () => 'RESET memory_limit'],
  ])('refuses %s', async (_, sql) => {
    expect(['Permission', 'IO', 'Invalid Input', 'Catalog', 'Binder', 'HTTP']).toContain(
      await refusal(sql()),
    );
  });

  it('refuses what is forbidden as forbidden, not for another reason', async () => {
    for (const sql of [
      `SELECT * FROM read_csv('${secret}', ${columns})`,
      `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`,
      `ATTACH '${join(folder, 'other.db')}' AS other`,
    ])
      expect(await refusal(sql)).toBe('Permission');
    expect(readdirSync(folder).sort()).toEqual([
      'allowed.csv',
      'opened.csv',
      'run',
      'run-beside.csv',
      'secret.csv',
    ]);
  });

  it('computes its days in UTC and keeps the order of what it reads', async () => {
    expect(
      await engine.rows(
        "SELECT current_setting('TimeZone') AS zone, current_setting('preserve_insertion_order') AS ordered",
      ),
    ).toEqual([{ zone: 'UTC', ordered: true }]);
  });

  it('keeps its own words, which may quote a row, out of the message', async () => {
    const error = await engine.rows("SELECT 'bob@example.com'::INTEGER").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).type).toBe('Conversion');
    expect((error as EngineError).message).not.toContain('bob');
  });

  it('binds texts as values, whatever they say', async () => {
    const text = "'; DROP TABLE x; --";
    expect(await engine.rows('SELECT $1 AS said', [text])).toEqual([{ said: text }]);
  });

  it('spills into its own folder, and leaves no trace of itself elsewhere', async () => {
    await engine.execute(
      'CREATE TEMP TABLE large AS SELECT range AS a, hash(range)::VARCHAR || hash(range + 1)::VARCHAR AS b FROM range(3000000)',
    );
    const [row] = await engine.rows(
      'SELECT count(*) AS n, (SELECT count(*) FROM duckdb_temporary_files()) AS spilled FROM large',
    );
    expect(row!.n).toBe('3000000');
    expect(Number(row!.spilled)).toBeGreaterThan(0);
    expect(readdirSync(inside).filter((name) => name.startsWith('duckdb_temp')).length).toBeGreaterThan(0);
    expect(existsSync(join(process.cwd(), '.tmp'))).toBe(false);
    expect(existsSync(join(homedir(), '.duckdb'))).toBe(false);
  });

  it('can be closed while it computes, twice, and at once', async () => {
    const other = await openEngine({ folder: inside, paths: [], threads: 1, memory: null });
    const running = other
      .rows('SELECT sum(a.range * b.range) AS s FROM range(10000000) AS a, range(1000000) AS b')
      .catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    await other.close();
    await other.close();
    other.interrupt();
    expect((await running) as EngineError).toMatchObject({ type: 'INTERRUPT' });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
