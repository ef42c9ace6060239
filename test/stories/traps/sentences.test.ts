import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { run } from '../../support/cli.ts';
import { refusalOf } from './shown.ts';

const { file, refusal } = makeBench();

const header = 'order_id,customer_id,email,ordered_at,amount,status,note\n';
const order = (
  id: string,
  more: Partial<Record<'customer' | 'day' | 'amount' | 'status' | 'note', string>> = {},
) =>
  `SECRET-${id},SECRETbob,bob.secret@example.com,${more.day ?? '2021-01-05'},${more.amount ?? '31415.92'},${more.status ?? 'paid'},${more.note ?? 'Secret Street 5'}\n`.replace(
    'SECRETbob',
    more.customer ?? 'SECRETbob',
  );

/** What stands in the files and may not stand in a message. */
const secret = /secret|bob|example|31415|27182|2021-01-05|street/i;

const csv = (...rows: string[]): string => header + order('1') + rows.join('');
const json = {
  order_id: 'SECRET-1',
  email: 'bob.secret@example.com',
  ordered_at: '2021-01-05',
  amount: 31415.92,
};
const object = JSON.stringify(json);

/** A fault, the file that has it, and the flags it is read with. */
type Faulty = readonly [string, string, string | Uint8Array, (readonly string[])?];

const files: readonly Faulty[] = [
  ['a stray quote', 'o.csv', csv(order('2', { note: 'Secret "Street' }))],
  ['text behind a quote', 'o.csv', csv(order('2', { note: '"Secret" Street' }))],
  ['an open quote', 'o.csv', csv(order('2', { note: '"Secret' }))],
  ['a NUL', 'o.csv', csv(order('2', { note: 'Secret\0Street' }))],
  ['too few fields', 'o.csv', csv('SECRET-2,bob,27182\n')],
  ['too many fields', 'o.csv', csv(order('2', { note: 'Secret,Street,5' }))],
  ['a bare carriage return', 'o.csv', csv(order('2', { note: 'Secret\rStreet' }))],
  ['other line ends', 'o.csv', csv(order('2').replace('\n', '\r\n'))],
  ['a record too long', 'o.csv', csv(order('2', { note: 'Secret '.repeat(200_000) }))],
  ['no last line end', 'o.csv', csv(order('2').trimEnd())],
  [
    'a mixed encoding',
    'o.csv',
    Buffer.concat([
      Buffer.from(csv(order('2', { note: 'é' }))),
      Buffer.from(order('3', { note: 'Secr\u00e9t' }), 'latin1'),
    ]),
  ],
  [
    'another encoding than declared',
    'o.csv',
    Buffer.from(csv(order('2', { note: 'Secr\u00e9t' })), 'latin1'),
    ['--encoding', 'utf-8'],
  ],
  ['an unreadable date', 'o.csv', csv(order('2', { day: 'bob 5' }))],
  ['unclear dates', 'o.csv', header + order('1', { day: '03/04/2021' }), ['--period', 'all']],
  [
    'contradictory dates',
    'o.csv',
    csv(order('2', { day: '25/04/2021' }), order('3', { day: '04/25/2021' })).replace(order('1'), ''),
  ],
  [
    'mixed offsets',
    'o.csv',
    csv(order('2', { day: '2021-01-05 10:00:00' }), order('3', { day: '2021-01-05 10:00:00Z' })),
  ],
  ['an unreadable amount', 'o.csv', csv(order('2', { amount: 'bob 27182' }))],
  ['an unclear amount', 'o.csv', header + order('1', { amount: '"27,182"' })],
  [
    'an amount too large',
    'o.csv',
    csv(...Array.from({ length: 3 }, (_, row) => order(`${row + 2}`, { amount: '99999999999999.99' }))),
  ],
  ['an id with other content', 'o.csv', csv(order('1', { amount: '27182' })), ['--grain', 'orders']],
  ['two customers in an order', 'o.csv', csv(order('1', { customer: 'SECRETeve' })), ['--grain', 'lines']],
  ['values for a header', 'o.csv', order('1')],
  ['a column that is not there', 'o.csv', csv(), ['--map', 'orders.amount=Total']],
  ['a cut gzip', 'o.csv.gz', gzipSync(csv(order('2'))).subarray(0, -9)],
  ['cut JSON', 'o.json', `[${object},${object.slice(0, -9)}`],
  ['JSON with a name twice', 'o.json', `[{"bob.secret":"27182","bob.secret":"31415"}]`],
  ['JSON with half a character', 'o.json', `[{"ordered_at":"2021-01-05","amount":1,"note":"secret\\ud800"}]`],
  ['JSON with a word', 'o.json', `[{"ordered_at":secret}]`],
  ['JSON lines that break', 'o.ndjson', `${object}\n${object.slice(0, 40)}\n${object}\n`],
  ['JSON by the names of customers', 'o.json', '{"bob.secret@example.com":{"amount":31415}}'],
];

describe('M22 a file that is refused', () => {
  it('M22 is quoted by the engine alone, customer and all', async () => {
    const path = file('o.csv', csv(order('2', { amount: 'oops' })));
    const columns =
      "columns = {a: 'VARCHAR', b: 'VARCHAR', c: 'VARCHAR', d: 'DATE', e: 'DECIMAL(18,2)', f: 'VARCHAR', g: 'VARCHAR'}";
    expect(
      await refusal(`SELECT sum(e) FROM read_csv('${path}', auto_detect = false, header = true, ${columns})`),
    ).toMatch(secret);
  });

  const cases = files.map(([fault, name, content, flags = []]) => ({ fault, name, content, flags }));

  it.each(cases)('M22 is not quoted: $fault', async ({ name, content, flags }) => {
    const sentence = refusalOf(await run(['kpi', file(name, content), '--verbose', ...flags]));
    expect(sentence).toContain(name);
    expect(sentence.replace('"Total"', '').replaceAll(/its columns are: order_id[^.]*/g, '')).not.toMatch(
      secret,
    );
  });
});

it('M22 rows that are left out are counted, and not quoted', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => order(`${row + 2}`));
  const bad = [order('a', { amount: 'bob 27182' }), order('b', { day: 'secret' }), rows[0]!];
  const path = file('o.csv', csv(...rows, ...bad));
  for (const format of ['table', 'json', 'csv', 'markdown']) {
    const ended = await run(['kpi', path, '--period', 'all', '--verbose', '--format', format]);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toMatch(/o\.csv: 2 /);
    expect(ended.stderr.replaceAll('2021-01-05', '')).not.toMatch(secret);
    expect(ended.stdout).not.toMatch(/secret|bob|example|street/i);
  }
});
