import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/report/schema.ts';
import { type Delimiter, type Dialect, delimiters, readDialect } from '../../src/sources/dialect.ts';
import { fields, needed } from '../../src/sources/fields.ts';
import type { MapRule } from '../../src/sources/mapping.ts';
import { profiles } from '../../src/sources/profiles/index.ts';
import type { Profile } from '../../src/sources/profiles/profile.ts';
import { codeOf, faultOf } from '../support/faults.ts';

const read = (
  text: string,
  {
    role = 'orders',
    declared = null,
    complete = true,
    start = 0,
    profiles = [],
    rules = [],
  }: {
    role?: Role;
    declared?: Delimiter | null;
    complete?: boolean;
    start?: number;
    profiles?: readonly Profile[];
    rules?: readonly MapRule[];
  } = {},
): Dialect =>
  readDialect(
    'f.csv',
    Buffer.from(text),
    complete,
    start,
    { fields: fields[role], needed: needed[role], rules, profiles },
    declared,
  );

const header = ['order_id', 'customer_id', 'ordered_at', 'amount'];

describe('the delimiter', () => {
  it.each(delimiters)('%j is told by the names of the header', (delimiter) => {
    const {
      delimiter: found,
      header: names,
      sample,
    } = read(`${header.join(delimiter)}\n${['1', 'c1', '2021-01-05', '12.50'].join(delimiter)}\n`);
    expect(found).toBe(delimiter);
    expect(names).toEqual(header);
    expect(sample).toEqual([['1', 'c1', '2021-01-05', '12.50']]);
  });

  it('is the one under which most names are known, not the one that cuts most', () => {
    expect(read('Date;Montant, TTC;Client, nom, prénom, ville\n').delimiter).toBe(';');
    expect(read('date,total,note;a;b;c;d;e;f\n').delimiter).toBe(',');
  });

  it('is the one that cuts most where no name is known', () => {
    expect(read('aaa|bbb|ccc\n1|2|3\n').delimiter).toBe('|');
  });

  it('is refused where two do equally well', () => {
    const fault = faultOf(() => read('aaa;bbb,ccc\n'));
    expect(fault.code).toBe('ambiguous_delimiter');
    expect(fault.message).toContain('--delimiter');
    expect(read('aaa;bbb,ccc\n', { declared: ';' }).header).toEqual(['aaa', 'bbb,ccc']);
  });

  it('of a single column is of no account', () => {
    expect(read('score\n9\n', { role: 'surveys' })).toMatchObject({
      delimiter: ',',
      header: ['score'],
      sample: [['9']],
    });
    expect(read('customer_id\n', { role: 'customers' }).header).toEqual(['customer_id']);
  });

  it('is what was declared, even against the names', () => {
    expect(read('date,total\n', { declared: ';' })).toMatchObject({ delimiter: ';', header: ['date,total'] });
    expect(read('sep=,\ndate;total\n', { declared: ';' }).header).toEqual(['date', 'total']);
  });
});

describe('what stands before the header', () => {
  it.each<[string, string, Pick<Dialect, 'delimiter' | 'start' | 'startLine'>]>([
    ['nothing', 'date,total\n1,2\n', { delimiter: ',', start: 0, startLine: 1 }],
    ['sep=;', 'sep=;\ndate;total\n1;2\n', { delimiter: ';', start: 6, startLine: 2 }],
    ['sep=; with CRLF', 'sep=;\r\ndate;total\r\n1;2\r\n', { delimiter: ';', start: 7, startLine: 2 }],
    ['sep= and a tab', 'sep=\t\ndate\ttotal\n1\t2\n', { delimiter: '\t', start: 6, startLine: 2 }],
    [
      'a sign that is no delimiter of ours',
      'sep=:\ndate;total\n1;2\n',
      { delimiter: ';', start: 6, startLine: 2 },
    ],
    ['blank lines', '\n\ndate,total\n1,2\n', { delimiter: ',', start: 2, startLine: 3 }],
    ['blank lines with CRLF', '\r\n\r\ndate,total\r\n1,2\r\n', { delimiter: ',', start: 4, startLine: 3 }],
    ['sep=; and a blank line', 'sep=;\n\ndate;total\n1;2\n', { delimiter: ';', start: 7, startLine: 3 }],
  ])('%s', (_, text, expected) => {
    const dialect = read(text);
    expect(dialect).toMatchObject(expected);
    expect(dialect.header).toEqual(['date', 'total']);
    expect(dialect.sample).toEqual([['1', '2']]);
  });

  it('counts from the mark of byte order on', () => {
    expect(read('\ufeffsep=;\ndate;total\n', { start: 3 })).toMatchObject({
      start: 9,
      startLine: 2,
      header: ['date', 'total'],
    });
  });
});

describe('the header', () => {
  it('may be quoted, with delimiters and line ends inside', () => {
    expect(read('"date","total, net","a ""b""","two\nlines"\n1,2,3,4\n')).toMatchObject({
      header: ['date', 'total, net', 'a "b"', 'two\nlines'],
      sample: [['1', '2', '3', '4']],
    });
  });

  it('is trimmed and composed', () => {
    expect(read(' date , Cre\u0301e\u0301 le ,total\n').header).toEqual(['date', 'Créé le', 'total']);
  });

  it('is needed', () => {
    expect(codeOf(() => read('\n\n'))).toBe('empty_file');
    expect(codeOf(() => read(',,,\n'))).toBe('empty_file');
    expect(codeOf(() => read('sep=;\n'))).toBe('empty_file');
  });
});

describe('the sample', () => {
  it('leaves out a record that is cut, blank lines, and records of another width', () => {
    const head = 'date,total\n1,2\n\n3,4\n5\n6,7,8\n9,1';
    expect(read(head, { complete: false }).sample).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read(head).sample).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['9', '1'],
    ]);
  });

  it('is a sample: not all of a large file', () => {
    const { sample } = read(`date,total\n${'1,2\n'.repeat(20_000)}`);
    expect(sample.length).toBeGreaterThanOrEqual(100);
    expect(sample.length).toBeLessThanOrEqual(2_000);
  });

  it('survives what is broken further down: the scan will say where', () => {
    expect(read('date,total\n1,2\n3,"open\n5,6\n').header).toEqual(['date', 'total']);
    expect(read('date,total\n1,a"b\n').sample).toEqual([['1', 'a"b']]);
  });
});

describe('header records below the names', () => {
  const named = (id: string): readonly Profile[] => profiles().filter((profile) => profile.id === id);
  const surveys = (id: string, ...records: string[]): Dialect =>
    read(`${records.join('\n')}\n`, { role: 'surveys', profiles: named(id) });

  const qualtrics = 'StartDate,RecordedDate,ResponseId,Finished,Q1';
  const titles = 'Start Date,Recorded Date,Response ID,Finished,"How likely, on\n10?"';
  const imported =
    '"{""ImportId"":""s""}","{""ImportId"":""a""}","{""ImportId"":""b""}","{""ImportId"":""c""}","{""ImportId"":""d""}"';
  const answers = ['2021-01-05,2021-01-05,R_1,True,9', '2021-01-06,2021-01-06,R_2,True,10'];

  it('are passed over where the export wrote them', () => {
    const {
      titles: found,
      sample,
      startLine,
    } = surveys('qualtrics', qualtrics, titles, imported, ...answers);
    expect(found).toHaveLength(2);
    expect(sample).toEqual(answers.map((row) => row.split(',')));
    expect(startLine).toBe(4);
  });

  it.each([[[]], [answers.slice(0, 1)], [answers], [[...answers, ...answers]]])(
    'are none where answers stand in their place: %#',
    (rows) => {
      const dialect = surveys('qualtrics', qualtrics, ...rows);
      expect(dialect).toMatchObject({ titles: [], startLine: 1, skip: 0 });
      expect(dialect.sample).toEqual(rows.map((row) => row.split(',')));
    },
  );

  it('may be all there is', () => {
    expect(surveys('qualtrics', qualtrics, titles, imported)).toMatchObject({ sample: [], skip: 2 });
  });

  const monkey = 'Respondent ID,Collector ID,Date Created,Date Modified,Recommend us?';
  const answer = '1,9,01/31/2021 02:15:08 PM,01/31/2021 02:15:08 PM,0';

  it('name no respondent and no day in a SurveyMonkey export', () => {
    expect(surveys('surveymonkey', monkey, ',,,,Response', answer)).toMatchObject({
      titles: [['', '', '', '', 'Response']],
      sample: [answer.split(',')],
    });
    expect(surveys('surveymonkey', monkey, answer, answer)).toMatchObject({
      titles: [],
      sample: [answer.split(','), answer.split(',')],
    });
    expect(surveys('surveymonkey', monkey)).toMatchObject({ titles: [], sample: [] });
  });

  it('of a profile that does not say how they look are taken as it says', () => {
    const { lastHeaderRow: _, ...own } = named('surveymonkey')[0]!;
    expect(
      read(`${monkey}\n${answer}\n${answer}\n`, { role: 'surveys', profiles: [own] }).sample,
    ).toHaveLength(1);
    expect(read(`${monkey}\n`, { role: 'surveys', profiles: [own] }).sample).toEqual([]);
  });
});

describe('lines above the header', () => {
  const preambleOf = (text: string, options: Parameters<typeof read>[1] = {}): number =>
    read(text, options).preamble;

  it('are passed over, filled up to the width of the table or not', () => {
    expect(preambleOf('Report of a shop\nMarch,2021\ndate,total,note\n2021-03-01,5,x\n')).toBe(2);
    expect(preambleOf('Report of a shop,,\nMarch,2021,\ndate,total,note\n2021-03-01,5,x\n')).toBe(2);
  });

  it('are none where the first record is as wide as the table: it is a header of names nobody knows', () => {
    const people = 'ref,kind,who\nA1,prospect,Jean\nA2,client,Marie\nA3,client,Luc\n';
    expect(read(people, { role: 'customers' })).toMatchObject({
      header: ['ref', 'kind', 'who'],
      preamble: 0,
    });
    expect(preambleOf('when,worth\ndate,total\n')).toBe(0);
  });

  it('are none where the first record has every column the rules name', () => {
    const rules = [
      { role: 'orders', field: 'ordered_at', column: 'When' },
      { role: 'orders', field: 'amount', column: 'count * [unit price]' },
    ] as const;
    const text = 'when,count,unit price\nx,y,z\ndate,total,a,b\n';
    expect(preambleOf(text, { rules })).toBe(0);
    expect(preambleOf(text, { rules: [{ ...rules[0], column: 'Day' }] })).toBe(2);
  });

  it('are passed over for a header that the rules complete', () => {
    const rules = [{ role: 'orders', field: 'amount', column: 'Net worth' }] as const;
    const text = 'Report\ndate,net worth\n2021-03-01,5\n';
    expect(preambleOf(text, { rules })).toBe(1);
    expect(preambleOf(text)).toBe(0);
  });

  it('do not end at a single known name, nor at a record with values where names should stand', () => {
    expect(preambleOf('Our file\nx,client,y\n', { role: 'customers' })).toBe(0);
    expect(preambleOf('Our file\nclient,marie@example.com,email\n', { role: 'customers' })).toBe(0);
    expect(preambleOf('Our file\nclient,name,email\n', { role: 'customers' })).toBe(1);
  });
});

describe('a lone carriage return', () => {
  it('ends no line above the header, whatever stands behind it', () => {
    const text = 'order\r_id,customer_id,ordered_at,amount\n1,c,2021-01-01,5\n';
    expect(codeOf(() => read(text))).toBe('bare_carriage_return');
    expect(faultOf(() => read(`\n\n${text}`)).place).toEqual({ file: 'f.csv', line: 3, column: 6 });
  });
});

describe('a file, however it is written', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '€', ' ', ',', ';', '|', '\t', '"', '\n', '1'),
    maxLength: 6,
  });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it('gives back its cells', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...delimiters),
        fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', 'sep'),
        (delimiter, rows, end, announced) => {
          const text = [
            ...(announced === '' ? [] : [`sep=${delimiter}`]),
            header.join(delimiter),
            ...rows.map((row) => row.map(quoted).join(delimiter)),
          ].join(end);
          const dialect = read(text + end);
          expect(dialect).toMatchObject({ delimiter, header });
          expect(dialect.sample).toEqual(rows);
          expect(text.slice(dialect.start).startsWith('order_id')).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the sample of a text without quotes', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '1', ' ', '\t', "'", '\\', '#', 'é', '\u2028', '\v'),
    maxLength: 4,
  });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n');
  const line = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), lineEnd);

  it('is the one csv-parse reads', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, terminated) => {
        const body = lines.map(([cells, end]) => cells.join(',') + end).join('');
        const text = `${header.join(',')}\n${terminated ? body : body.replace(/[\r\n]+$/, '')}`;
        const records: string[][] = parse(text, {
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
          skip_empty_lines: true,
        });
        expect(read(text).sample).toEqual(records.slice(1).filter((row) => row.length === header.length));
      }),
      { numRuns: 300 },
    );
  });
});
