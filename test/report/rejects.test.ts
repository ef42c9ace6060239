import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { spreadsheetText } from '../../src/render/escape.ts';
import { run } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'loyalty-rejects-'));
afterAll(() => rmSync(folder, { recursive: true }));

const list = join(folder, 'rejects.csv');
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

type Row = Readonly<Record<string, string>>;

/** The rejects a run lists; the run must end with the code. */
const rejectsOf = async (argv: readonly string[], exit = 0): Promise<Row[]> => {
  const { code, stderr } = await run(['kpi', '--as-of=2022-12-31', '--rejects', list, ...argv]);
  expect({ code, stderr: code === exit ? '' : stderr }).toEqual({ code: exit, stderr: '' });
  return parse(readFileSync(list), { columns: true });
};

const brief = (rows: readonly Row[]): string[] =>
  rows.map(({ path, record, line, column, code }) => `${path} ${record} ${line} ${column} ${code}`);

const all = '--max-rejects=100%';

describe('rejected rows are listed', () => {
  it('file after file, the orders first, each with its own numbers', async () => {
    const one = write(
      'one.csv',
      'order_id,customer_id,ordered_at,amount\n1,A,2021-01-01,x\n2,B,2021-01-02,5\n',
    );
    const two = write('two.csv', 'amount;date;order_id\n\n5;2021-01-03;3\n;2021-01-03;4\n1;2021-01-03;\n');
    const people = write(
      'people.csv',
      'email,created_at,enrolled_at\n\u0020,2021-01-01,\na@x.example,,soon\n',
    );
    const spend = write('spend.csv', 'date,type,cost\n2021-01-01,parties,5\n2021,acquisition,5\n');
    const rejects = await rejectsOf([one, two, '--customers', people, '--spend', spend, all]);
    expect(brief(rejects)).toEqual([
      'one.csv 1 2 amount bad_amount',
      'two.csv 2 4 amount bad_amount',
      'two.csv 3 5 order_id no_order_id',
      'people.csv 1 2 email no_customer',
      'people.csv 2 3 enrolled_at bad_enrolled_at',
      'spend.csv 1 2 type unknown_kind',
      'spend.csv 2 3 date bad_spent_on',
    ]);
  });

  it('with the score that is off its scale, the first of several', async () => {
    const answers = write(
      'answers.csv',
      'customer_id,answered_at,effort,csat,nps\nA,2021-01-01,8,9,11\nB,2021-01-01,8,3,9\nC,2021-01-01,7,0,\nD,2021-01-01,7,5,0\nE,2021-01-01,7,ok,12\n',
    );
    expect(brief(await rejectsOf(['--surveys', answers, '--scale', 'nps=0-10', all]))).toEqual([
      'answers.csv 1 2 nps score_out_of_range',
      'answers.csv 2 3 effort score_out_of_range',
      'answers.csv 3 4 csat score_out_of_range',
      'answers.csv 5 6 nps score_out_of_range',
    ]);
  });

  it('with both columns where a customer may be named by either', async () => {
    const opens = write(
      'opens.csv',
      'date,kind,id,customer_id,mail\n2021-01-01,open,7,,\n2021-01-01,open,8,A,\n',
    );
    const rejects = await rejectsOf(['--content', opens, '--map', 'content.email=mail', all]);
    expect(brief(rejects)).toEqual(['opens.csv 1 2 customer_id|mail no_customer']);
  });

  it('with an arithmetic of columns as it is written', async () => {
    const lines = write(
      'lines.csv',
      'order_id,date,Qty (sold),Price,Off\n1,2021-01-01,2,x,0\n2,2021-01-01,2,3,0\n',
    );
    for (const [written, told] of [
      ['[Qty (sold)]*(Price-Off)', 'Qty (sold) * (Price - Off)'],
      ['Price-([Qty (sold)]-Off)-2*Off', 'Price - (Qty (sold) - Off) - 2 * Off'],
      ['(Price+Off)+1', 'Price + Off + 1'],
    ])
      expect(brief(await rejectsOf([lines, '--map', `orders.amount=${written}`, all]))).toEqual([
        `lines.csv 1 2 ${told} bad_amount`,
      ]);
  });

  it('by the line of a JSON file on which the record begins', async () => {
    const records = [
      { order_id: '1', ordered_at: '2021-01-01', amount: 'x' },
      { order_id: '2', ordered_at: '2021-01-02', amount: '5' },
      { order_id: '3', ordered_at: 'never', amount: '5' },
    ];
    const array = write('array.json', JSON.stringify(records, null, 2));
    const rejects = await rejectsOf([array, '--show-values', all]);
    expect(brief(rejects)).toEqual([
      'array.json 1 2 amount bad_amount',
      'array.json 3 12 ordered_at bad_ordered_at',
    ]);
    expect(rejects.map(({ original }) => JSON.parse(original!))).toEqual([records[0], records[2]]);
    const lines = write(
      'lines.ndjson.gz',
      gzipSync(records.map((record) => JSON.stringify(record)).join('\n\n')),
    );
    expect(brief(await rejectsOf([lines, all]))).toEqual([
      'lines.ndjson.gz 1 1 amount bad_amount',
      'lines.ndjson.gz 3 5 ordered_at bad_ordered_at',
    ]);
  });
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', '\n', '\r\n', ',', ';', '=', ' '),
  maxLength: 5,
});
const faults = {
  no_order_id: ['order_id', fc.constantFrom('', ' ')],
  bad_ordered_at: ['ordered_at', fc.constantFrom('', 'soon', '2021-02-30', '05/01/2021', '"')],
  bad_amount: ['amount', fc.constantFrom('', 'x', '1.2.3', '1.00001', '5 EUR 5', '\n')],
  bad_quantity: ['quantity', fc.constantFrom('two', '1-2', '"2"')],
} as const;
type Code = keyof typeof faults;
const codes = Object.keys(faults) as Code[];

const order = fc.record({
  note: cell,
  faulty: fc.subarray(codes).chain((broken) => fc.constant(broken)),
  isFaulty: fc.boolean(),
  bad: fc.record(Object.fromEntries(codes.map((code) => [faults[code][0], faults[code][1]]))),
  blanks: fc.constantFrom(0, 0, 0, 1, 2),
});

const drawn = fc.record({
  orders: fc.array(order, { minLength: 1, maxLength: 30 }),
  columns: fc.shuffledSubarray(['order_id', 'ordered_at', 'amount', 'quantity', 'note'], { minLength: 5 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  delimiter: fc.constantFrom(',', ';'),
  heading: fc.constantFrom('note', '"no\nte"', '"no\r\nte"'),
  above: fc.nat(2),
  form: fc.constantFrom('plain', 'marked', 'gzip', 'utf-16le', 'windows-1252'),
  quoteAll: fc.boolean(),
});

const bytesIn = (form: string, text: string): Buffer => {
  if (form === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (form === 'windows-1252') return Buffer.from(text, 'latin1');
  if (form === 'gzip') return gzipSync(text);
  return Buffer.from(form === 'marked' ? `\ufeff${text}` : text);
};

it('names exactly the lines, columns and codes of the cells that were spoilt', {
  timeout: 120_000,
}, async () => {
  let faulty = 0;
  await fc.assert(
    fc.asyncProperty(
      drawn,
      async ({ orders, columns, lineEnd, delimiter, heading, above, form, quoteAll }) => {
        const quoted = (value: string): string =>
          quoteAll || /["\n\r,;]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const header = columns.map((name) => (name === 'note' ? heading : name)).join(delimiter);
        let text = `${lineEnd.repeat(above)}${header}${lineEnd}`;
        const expected: Row[] = [];
        orders.forEach(({ note, faulty, isFaulty, bad, blanks }, index) => {
          const broken = isFaulty ? faulty : [];
          const sound: Row = {
            order_id: `o${index}`,
            ordered_at: '2021-01-05',
            amount: '9.50',
            quantity: '2',
            note,
          };
          const spoilt = Object.fromEntries(
            broken.map((code) => [faults[code][0], (bad as Row)[faults[code][0]]!]),
          );
          const original = columns
            .map((name) => quoted(({ ...sound, ...spoilt } as Row)[name]!))
            .join(delimiter);
          text += lineEnd.repeat(blanks);
          const [code] = broken;
          if (code !== undefined)
            expected.push({
              path: 'drawn.csv',
              record: String(index + 1),
              line: String(text.split('\n').length),
              column: faults[code][0],
              code,
              original: spreadsheetText(original),
            });
          text += original + lineEnd;
        });
        faulty += expected.length;
        const encoding = ['utf-16le', 'windows-1252'].includes(form) ? form : 'utf-8';
        const flags = [
          `--encoding=${encoding}`,
          `--delimiter=${delimiter}`,
          '--decimal=.',
          '--date-format=yyyy-mm-dd',
        ];
        const path = write('drawn.csv', bytesIn(form, text));
        const asked = [path, ...flags, '--grain=orders', '--only=orders', '--show-values', all];
        expect(await rejectsOf(asked)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
  expect(faulty).toBeGreaterThan(60);
});
