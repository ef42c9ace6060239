import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { makeBench } from './question.ts';

/**
 * What the pinned engine does with the calls the program makes, and with those it must avoid. Each was measured before
 * it was relied upon; an upgrade that changes one of them has to change the program with it, not this test alone.
 */
const { connection, file, over, refusal, rows, value } = makeBench();

const strict = (columns: number): string =>
  `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', comment = '', strict_mode = true, null_padding = false, ignore_errors = false, columns = {${Array.from({ length: columns }, (_, index) => `c${index}: 'VARCHAR'`).join(', ')}}`;
const read = (path: string, columns: number): string => `read_csv('${path}', ${strict(columns)})`;

it('is the version the facts were measured on', () => {
  expect(version()).toBe('v1.5.5');
});

describe('casts are lax, so a pattern decides before each of them', () => {
  it.each([
    ['1.005', 'try_cast(v AS DECIMAL(18,2))', '1.01'],
    ['1.00005', 'try_cast(v AS DECIMAL(18,4))', '1.0001'],
    ['1_000', 'try_cast(v AS DECIMAL(18,2))', '1000.00'],
    ['1e3', 'try_cast(v AS DECIMAL(18,2))', '1000.00'],
    [' 1.5 ', 'try_cast(v AS DECIMAL(18,2))', '1.50'],
    ['9.6', 'try_cast(v AS INTEGER)', 10],
    ['0x10', 'try_cast(v AS INTEGER)', 16],
    ['2024-01-05 garbage', 'try_cast(v AS DATE)', '2024-01-05'],
    ['infinity', 'isfinite(try_cast(v AS DATE))', false],
    ['epoch', 'try_cast(v AS DATE)', '1970-01-01'],
    ['01/02/20', 'try_cast(v AS DATE)', '0001-02-20'],
    ['2024-01-05T00:30:00+02:00', 'try_cast(v AS TIMESTAMP)', '2024-01-05 00:30:00'],
    ['2024-01-05 24:00:00', 'try_cast(v AS TIMESTAMP)', '2024-01-06 00:00:00'],
    ['2021-03-31 23:30:00 -0400', 'try_cast(v AS TIMESTAMPTZ)', null],
    ['epoch', "try_strptime(v, '%d/%m/%Y')", '1900-01-01 00:00:00'],
  ])('%s: %s is %s', async (text, expression, answer) => {
    expect(await over(text, expression)).toBe(answer);
  });

  it.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-04-31'])(
    'but a day that does not exist is NULL: %s',
    async (text) => {
      expect(await over(text, 'try_cast(v AS DATE)')).toBeNull();
    },
  );
});

describe('numbers', () => {
  it('adds decimals exactly, and to 38 digits', async () => {
    expect(await value('SELECT sum(x) FROM (SELECT 0.1::DECIMAL(18,4) AS x FROM range(3))')).toBe('0.3000');
    expect(await value('SELECT typeof(sum(x)) FROM (SELECT 1::DECIMAL(18,4) AS x)')).toBe('DECIMAL(38,4)');
    expect(await value('SELECT sum(99999999999999.9999::DECIMAL(18,4)) FROM range(1000000)')).toBe(
      '99999999999999999900.0000',
    );
  });

  it('refuses to overflow 38 digits, and never wraps', async () => {
    const most = '9'.repeat(38);
    expect(
      await refusal(`SELECT sum(x) FROM (VALUES (${most}::DECIMAL(38,0)), (${most}::DECIMAL(38,0))) AS t(x)`),
    ).toMatch(/Out of Range|[Oo]verflow/);
  });

  it('leaves the decimals in an average and a quotient, which the program therefore never asks for', async () => {
    expect(await value('SELECT typeof(avg(x)) FROM (SELECT 1::DECIMAL(18,4) AS x)')).toBe('DOUBLE');
    expect(await value('SELECT typeof(1::DECIMAL(18,4) / 3)')).toBe('DOUBLE');
    expect(await value('SELECT isinf(1::DOUBLE / 0)')).toBe(true);
  });

  it('keeps the scale of a decimal in a median, cutting what does not fit', async () => {
    const median = (scale: number): string =>
      `SELECT quantile_cont(x, 0.5) FROM (VALUES (1.00::DECIMAL(18,${scale})), (1.01::DECIMAL(18,${scale}))) AS t(x)`;
    expect(await value(median(2))).toBe('1.00');
    expect(await value(median(4))).toBe('1.0050');
  });

  it('squares in HUGEINT what BIGINT cannot hold', async () => {
    expect(await value('SELECT (1000000000000::HUGEINT * 1000000000000::HUGEINT)')).toBe(
      '1000000000000000000000000',
    );
    expect(await value('SELECT typeof(sum(1::BIGINT))')).toBe('HUGEINT');
    expect(await value('SELECT typeof(sum(1::HUGEINT))')).toBe('HUGEINT');
    expect(await refusal('SELECT 1000000000000::BIGINT * 1000000000000::BIGINT')).toMatch(/Overflow/);
  });

  it('rounds halves away from zero in decimals', async () => {
    expect(await value('SELECT 2.5::DECIMAL(18,4)::DECIMAL(18,0)')).toBe('3');
    expect(await value('SELECT (-2.5)::DECIMAL(18,4)::DECIMAL(18,0)')).toBe('-3');
  });

  it('hands DECIMAL, BIGINT and HUGEINT over as text, INTEGER and booleans as themselves, days in ISO form', async () => {
    const [row] = await rows(
      "SELECT 12345678901234567.89::DECIMAL(38,2) AS d, 9007199254740993::BIGINT AS b, 1::HUGEINT AS h, 7::INTEGER AS i, true AS t, DATE '2021-03-31' AS day, NULL AS n",
    );
    expect(row).toEqual({
      d: '12345678901234567.89',
      b: '9007199254740993',
      h: '1',
      i: 7,
      t: true,
      day: '2021-03-31',
      n: null,
    });
  });
});

describe('text', () => {
  it('anchors regexp_full_match, also over an alternative and a line end', async () => {
    expect(await over('12', "regexp_full_match(v, '[0-9]+')")).toBe(true);
    expect(await over('12\n', "regexp_full_match(v, '[0-9]+')")).toBe(false);
    expect(await over('ab', "regexp_full_match(v, 'a|b')")).toBe(false);
    expect(await over('x12', "regexp_matches(v, '[0-9]+')")).toBe(true);
  });

  it('counts bytes with strlen and characters with length', async () => {
    expect(await over('é€', 'strlen(v)')).toBe('5');
    expect(await over('é€', 'length(v)')).toBe('2');
  });

  it('composes with nfc_normalize and takes accents off with strip_accents, ligatures excepted', async () => {
    expect(await over('e\u0301te\u0301', 'nfc_normalize(v)')).toBe('été');
    expect(await over('\ufb01', 'nfc_normalize(v)')).toBe('\ufb01');
    expect(await over('Éléonore Ünal œuvre', 'strip_accents(v)')).toBe('Eleonore Unal œuvre');
  });

  it('lowers letters of every script and orders by code point', async () => {
    expect(await over('ÉLÉONORE', 'lower(v)')).toBe('éléonore');
    const sorted = await rows("SELECT v FROM (VALUES ('é'), ('z'), ('Z'), ('a')) AS t(v) ORDER BY v");
    expect(sorted.map(({ v }) => v)).toEqual(['Z', 'a', 'z', 'é']);
  });

  it('trims space separators alone, and not a tab, a line end or a mark of byte order, unless it is told which', async () => {
    for (const blank of ['\u0020', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000'])
      expect(await over(`${blank}x${blank}`, 'trim(v)')).toBe('x');
    for (const blank of ['\t', '\n', '\r', '\ufeff'])
      expect(await over(`x${blank}`, 'trim(v)')).toBe(`x${blank}`);
    expect(await over('\u202f\tx\u00a0', "trim(v, '\u00a0\u202f\t')")).toBe('x');
  });

  it('keeps a mark of byte order that begins a text, which its binding drops on the way out', async () => {
    expect(await over('\ufeffx', 'strlen(v)')).toBe('4');
    expect(await over('\ufeffx', 'v')).toBe('x');
    expect(await over('\ufeffx', "'=' || v")).toBe('=\ufeffx');
  });

  it('knows the character classes of RE2: \\s and [0-9] are ASCII', async () => {
    expect(await over('\u00a0', "regexp_full_match(v, '\\s')")).toBe(false);
    expect(await over('٣', "regexp_full_match(v, '\\d')")).toBe(false);
  });
});

describe('aggregates', () => {
  it('skips NULL in arg_min, both in what is chosen and in what it is chosen by', async () => {
    expect(await value("SELECT arg_min(a, b) FROM (VALUES (NULL, 1), ('x', 2)) AS t(a, b)")).toBe('x');
    expect(await value("SELECT arg_min(a, b) FROM (VALUES ('y', NULL), ('x', 2)) AS t(a, b)")).toBe('x');
  });

  it('gives the two smallest with min(x, 2), in order', async () => {
    expect(await value('SELECT min(x, 2) FROM (VALUES (3), (1), (2), (NULL)) AS t(x)')).toEqual([1, 2]);
  });

  it('sums no rows to NULL and counts them 0', async () => {
    expect(await rows('SELECT sum(x) AS s, count(x) AS n FROM (SELECT 1 AS x WHERE false)')).toEqual([
      { s: null, n: '0' },
    ]);
  });

  it('counts with count_if where a condition is true, and NULL where it is never known', async () => {
    expect(await value('SELECT count_if(x) FROM (VALUES (true), (false), (NULL), (true)) AS t(x)')).toBe('2');
    expect(await rows('SELECT count_if(x) AS n FROM (SELECT true AS x WHERE false)')).toEqual([{ n: null }]);
    expect(await rows('SELECT count_if(x) AS n FROM (SELECT NULL::BOOLEAN AS x)')).toEqual([{ n: null }]);
  });

  it('leaves NULL out of NOT IN as unknown, which counts as no', async () => {
    expect(await value("SELECT count(*) FILTER (x NOT IN ('a')) FROM (VALUES (NULL), ('b')) AS t(x)")).toBe(
      '1',
    );
  });
});

describe('time zones', () => {
  it('are compiled in, with the offsets of winter and summer', async () => {
    const local = (instant: string, zone: string): string =>
      `SELECT ((TIMESTAMP '${instant}' AT TIME ZONE 'UTC') AT TIME ZONE '${zone}')::VARCHAR`;
    expect(await value(local('2021-01-31 23:30:00', 'Europe/Paris'))).toBe('2021-02-01 00:30:00');
    expect(await value(local('2021-06-30 21:30:00', 'Europe/Paris'))).toBe('2021-06-30 23:30:00');
    expect(await value(local('2021-04-01 03:30:00', 'America/New_York'))).toBe('2021-03-31 23:30:00');
  });

  it('refuses a zone that is none', async () => {
    expect(await refusal("SELECT now() AT TIME ZONE 'Bogus/Zone'")).toMatch(/TimeZone/);
  });
});

describe('reading CSV with everything said', () => {
  it('reads an empty field, and an empty one in quotes, as NULL', async () => {
    const path = file('empty.csv', 'a,b\n1,\n2,""\n3," "\n');
    expect(await rows(`SELECT c0, c1 FROM ${read(path, 2)}`)).toEqual([
      { c0: '1', c1: null },
      { c0: '2', c1: null },
      { c0: '3', c1: ' ' },
    ]);
  });

  it('skips blank lines between records of several columns, and counts those of one column', async () => {
    const two = file('blank-two.csv', 'a,b\n1,2\n\n3,4\n\n');
    expect(await value(`SELECT count(*) FROM ${read(two, 2)}`)).toBe('2');
    const one = file('blank-one.csv', 'a\n1\n\n3\n');
    expect(await rows(`SELECT c0 FROM ${read(one, 1)}`)).toEqual([{ c0: '1' }, { c0: null }, { c0: '3' }]);
  });

  it('numbers the rows of a table in the order of the file, on several threads', async () => {
    const count = 400_000;
    const path = file('order.csv', `a\n${Array.from({ length: count }, (_, row) => row).join('\n')}\n`);
    await connection().run(
      `CREATE OR REPLACE TEMP TABLE ordered AS SELECT c0::INTEGER AS a FROM ${read(path, 1)}`,
    );
    expect(await value('SELECT count(*) FROM ordered WHERE rowid <> a')).toBe('0');
    expect(await value('SELECT count(*) FROM ordered')).toBe(String(count));
  });

  it('refuses a record of another width, a quote never closed and a stray quote', async () => {
    expect(await refusal(`SELECT * FROM ${read(file('wide.csv', 'a,b\n1,2\n1,2,3\n'), 2)}`)).toMatch(
      /Invalid Input/,
    );
    expect(await refusal(`SELECT * FROM ${read(file('short.csv', 'a,b\n1,2\n1\n'), 2)}`)).toMatch(
      /Invalid Input/,
    );
    expect(await refusal(`SELECT * FROM ${read(file('open.csv', 'a,b\n1,"2\n3,4\n'), 2)}`)).toMatch(
      /Invalid Input/,
    );
    expect(await refusal(`SELECT * FROM ${read(file('stray.csv', 'a,b\n1,"2"x\n'), 2)}`)).toMatch(
      /Invalid Input/,
    );
  });

  it('assigns columns by position, whatever the header says: the program matches names itself', async () => {
    const path = file('swapped.csv', 'b,a\n1,2\n');
    expect(
      await rows(
        `SELECT * FROM read_csv('${path}', auto_detect = false, header = true, columns = {a: 'VARCHAR', b: 'VARCHAR'})`,
      ),
    ).toEqual([{ a: '1', b: '2' }]);
  });

  it('takes the first record as the header, whatever stands in it', async () => {
    const path = file('headless.csv', '1,2\n3,4\n');
    expect(await value(`SELECT count(*) FROM ${read(path, 2)}`)).toBe('1');
  });

  it('takes a last record that is cut short without a word: the scanner has to see it', async () => {
    const path = file('cut.csv', 'a,b\n1,100\n2,1');
    expect(await rows(`SELECT * FROM ${read(path, 2)}`)).toEqual([
      { c0: '1', c1: '100' },
      { c0: '2', c1: '1' },
    ]);
  });

  it('checks nothing in a column the query does not read', async () => {
    const path = file('unread.csv', 'a,b\n1,x\n2,3\n');
    const typed = `read_csv('${path}', auto_detect = false, header = true, columns = {a: 'INTEGER', b: 'INTEGER'})`;
    expect(await value(`SELECT sum(a) FROM ${typed}`)).toBe('3');
    expect(await refusal(`SELECT sum(b) FROM ${typed}`)).toMatch(/Conversion/);
  });

  it('does not survive bytes that are not UTF-8 where fewer columns are read than stand before them', async () => {
    const path = file('latin.csv', Buffer.from('a,b\n1,Ren\xe9e\n', 'latin1'));
    const instance = await DuckDBInstance.create(':memory:');
    const own = await instance.connect();
    await expect(own.run(`SELECT c1 FROM ${read(path, 2)}`)).rejects.toThrow(/^INTERNAL Error/);
    await expect(own.run('SELECT 1')).rejects.toThrow(/^FATAL Error/);
    own.closeSync();
    instance.closeSync();
    expect(await refusal(`SELECT c0, c1 FROM ${read(path, 2)}`)).toMatch(/^Invalid Input Error/);
  });

  it('quotes the row of a customer in its message: none of it may be printed', async () => {
    const path = file('private.csv', 'a,b\n1,bob@example.com,oops\n');
    expect(await refusal(`SELECT * FROM ${read(path, 2)}`)).toContain('bob@example.com');
  });

  it('takes a hash for no comment once it is told so', async () => {
    const path = file('hash.csv', 'a,b\n#1,x\n2,#y\n');
    expect(await value(`SELECT count(*) FROM ${read(path, 2)}`)).toBe('2');
  });
});

describe('guessing, which the program never asks for', () => {
  it('is settled by one row for a whole column of dates', async () => {
    const both = 'd\n05/03/2021\n06/03/2021\n';
    const first = await value(`SELECT min(d)::VARCHAR FROM read_csv('${file('days.csv', both)}')`);
    const other = await value(
      `SELECT min(d)::VARCHAR FROM read_csv('${file('months.csv', `${both}04/13/2021\n`)}')`,
    );
    expect([first, other]).toEqual(['2021-03-05', '2021-04-13']);
  });

  it('makes one number of two long ids', async () => {
    const path = file('ids.csv', 'id\n12345678901234567890\n12345678901234567891\n');
    expect(await value(`SELECT count(DISTINCT id) FROM read_csv('${path}')`)).toBe('1');
  });

  it('reads another file than the one named, where a name looks like a pattern', async () => {
    file('a1.csv', 'a\nother\n');
    const named = file('a[1].csv', 'a\nnamed\n');
    expect(await value(`SELECT a FROM read_csv('${named}')`)).toBe('other');
  });

  it('overwrites a column by the name of a folder', async () => {
    const folder = join(file('place', ''), '..', 'amount=999');
    mkdirSync(folder);
    const path = file('amount=999/o.csv', 'id,amount\n1,5\n');
    expect(await value(`SELECT amount FROM read_csv('${path}')`)).toBe('999');
    expect(await value(`SELECT amount FROM read_csv('${path}', hive_partitioning = false)`)).toBe('5');
  });

  it('takes a hash for a comment', async () => {
    const path = file('sniffed.csv', 'a,b\n#1,x\n2,y\n#3,z\n4,w\n');
    expect(Number(await value(`SELECT count(*) FROM read_csv('${path}')`))).toBeLessThan(4);
  });
});

describe.skipIf(process.platform !== 'linux')('a file that stands open', () => {
  it('is read by its descriptor from its beginning, more than once, wherever another reader stands', async () => {
    const path = file('open.txt', 'a,b\n1,2\n3,4\n');
    const descriptor = openSync(path, 'r');
    try {
      const sql = `SELECT count(*) FROM ${read(`/proc/self/fd/${descriptor}`, 2)}`;
      readSync(descriptor, Buffer.alloc(5));
      expect([await value(sql), await value(sql)]).toEqual(['2', '2']);
    } finally {
      closeSync(descriptor);
    }
  });
});

describe('stopping', () => {
  it('rejects what runs, and leaves the connection usable and no half-made table', async () => {
    const running = connection().run(
      'CREATE TEMP TABLE endless AS SELECT sum(a.range * b.range) AS s FROM range(10000000) AS a, range(1000000) AS b',
    );
    const stopped = running.then(
      () => 'done',
      (error: Error) => error.message,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    connection().interrupt();
    expect(await stopped).toMatch(/^INTERRUPT Error/);
    expect(await value('SELECT 42')).toBe(42);
    expect(await refusal('SELECT * FROM endless')).toMatch(/Catalog Error/);
  });
});
