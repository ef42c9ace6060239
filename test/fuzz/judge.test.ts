import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fault } from '../../src/errors.ts';
import { clearFiles } from '../laws/ask.ts';
import { dayOf } from '../oracle/day.ts';
import { type Case, casesOf } from './cases.ts';
import { type FirstReader, makeFirstReader } from './first-reading.ts';
import { judgeFigures, judgeReading } from './judge.ts';
import { ordersTold } from './meaning.ts';
import { readAgain, Unsound } from './second-reading.ts';
import { smaller } from './smaller.ts';

let reader: FirstReader;
beforeAll(() => {
  reader = makeFirstReader();
});
afterAll(async () => {
  await reader.close();
  clearFiles();
});

/** A sound export of orders, as it is. */
const sound = (): Case => {
  const caseAt = casesOf('csv', 5);
  for (let number = 1; ; number++) {
    const one = caseAt(number);
    const rows = one.base.shop.orders?.length ?? 0;
    if (one.base.role === 'orders' && rows > 8 && one.done.join() === 'as it is') return one;
  }
};

test('what is read rightly passes', async () => {
  const one = sound();
  expect(await judgeReading(one, reader)).toEqual({ outcome: 'same', code: null, fault: null });
  expect(await judgeFigures(one)).toEqual({ outcome: 'figures', code: null, fault: null });
});

test('a reader that loses a row, changes a cell or takes what is broken is found out', async () => {
  const one = sound();
  const bent = (bend: (cells: string[][]) => string[][]): FirstReader => ({
    ...reader,
    read: async (bytes, role) => {
      const { header, records } = await reader.read(bytes, role);
      return { header, records: bend(records.map((cells) => [...cells])) };
    },
  });
  const faultOf = async (of: Case, by: FirstReader) => (await judgeReading(of, by)).fault;
  expect(
    await faultOf(
      one,
      bent((records) => records.slice(1)),
    ),
  ).toContain('is read');
  expect(
    await faultOf(
      one,
      bent((records) => records.slice(0, -1)),
    ),
  ).toMatch(/\d+ records, not/);
  expect(
    await faultOf(
      one,
      bent(([first, ...rest]) => [first!.toReversed(), ...rest]),
    ),
  ).toContain('record 2');
  const cut = { ...one, same: false, bytes: one.bytes.subarray(0, -3) };
  const credulous = { ...reader, read: async () => reader.read(one.bytes, 'orders') };
  expect(await faultOf(cut, credulous)).toContain('accepted, though');
});

test('crashes, refusals without need and names in messages are found out', async () => {
  const one = sound();
  const throwing = (error: Error): FirstReader => ({ ...reader, read: () => Promise.reject(error) });
  const faultOf = async (of: Case, error: Error) => (await judgeReading(of, throwing(error))).fault;
  expect(await faultOf(one, new TypeError('x'))).toContain('crashed');
  expect(await faultOf(one, fault('unterminated_file', ['f']))).toContain('though it says the same');
  const changed = { ...one, same: false };
  expect(await faultOf(changed, fault('unterminated_file', ['f']))).toBeNull();
  expect(await faultOf(changed, fault('unterminated_file', ['zq9c1']))).toContain('a customer is named');
  expect(await faultOf(changed, fault('bad_flag', ['f', 'x']))).toContain('exit 2');
});

test('figures of another shop are found out', async () => {
  const one = sound();
  const fewer = { ...one.base, shop: { ...one.base.shop, orders: one.base.shop.orders!.slice(1) } };
  const question = { ...one.base.question, period: [dayOf('2022-11-01'), dayOf('2025-03-01')] as const };
  const asked = { ...fewer, question, flags: { ...fewer.flags, period: '2022-11-01..2025-02-28' } };
  expect((await judgeFigures({ ...one, base: asked })).fault).not.toBeNull();
});

const header = 'order_id,customer_id,ordered_at,amount,status,remark\n';
const asOf = dayOf('2024-06-30');
const told = (rows: string) => ordersTold(readAgain(Buffer.from(header + rows), 'orders'), asOf);

test('the second reading of orders, by hand', () => {
  const rows = [
    'o1,a,2024-01-01,10,paid,x', // a copy of it follows
    'o1,a,2024-01-01,10,paid,x',
    'o2,a,2024-07-01,20,paid,x', // after as-of
    'o3,b,2024-01-02,1O,paid,x', // no amount
    'o4,b,2024-01-02,5,voided,x', // does not count
    ',b,2024-01-02,5,paid,x', // no id
  ];
  const { records, accepted, rejected, duplicates, late, idle } = told(`${rows.join('\n')}\n`);
  expect([records, accepted, rejected, duplicates, late, idle]).toEqual([6, 1, 2, 1, 1, 1]);
  expect(() => told('o1,a,2024-01-01,10,paid,x\no1,a,2024-01-01,10,paid,y\n')).toThrow(Unsound);
  expect(() => told('o1,a,2024-01-01,10,teleported,x\n')).toThrow(Unsound);
});

test('the second reading takes only what is whole', () => {
  const rows = `${header}o1,a,2024-01-01,10,paid,x\n`;
  const readBytes = (bytes: Buffer | string) => readAgain(Buffer.from(bytes as string), 'orders').records;
  const wanted = [['o1', 'a', '2024-01-01', '10', 'paid', 'x']];
  expect(readBytes(rows)).toEqual(wanted);
  expect(readBytes(`Shop\n\n${rows}`)).toEqual(wanted);
  expect(readBytes(gzipSync(rows))).toEqual(wanted);
  expect(readBytes(rows.replaceAll(',', ';'))).toEqual(wanted);
  for (const bad of [
    rows.slice(0, -1),
    `${rows}o2\n`,
    rows.replace('paid', 'pa"id'),
    rows.replace('paid', '"paid'),
  ])
    expect(() => readBytes(bad), bad).toThrow(Unsound);
  expect(() => readBytes(gzipSync(rows).subarray(0, -4))).toThrow(Unsound);
  expect(() => readBytes(Buffer.concat([gzipSync(rows), Buffer.from('x')]))).toThrow(Unsound);
  expect(readBytes(Buffer.concat([gzipSync(rows.slice(0, 9)), gzipSync(rows.slice(9))]))).toEqual(wanted);
});

test('a faulty file is made smaller for as long as it is faulty', async () => {
  const one = sound();
  const judge = async ({ bytes }: Case) => ({
    outcome: 'fault',
    code: null,
    fault: bytes.includes('o3,') ? 'something is wrong' : null,
  });
  const { bytes } = await smaller(
    { ...one, bytes: Buffer.from(`${header}o1,a\no2,b\no3,c\n`) },
    'something is wrong',
    judge,
  );
  expect(bytes.toString()).toBe('o3,');
});

test('of two lines that may be the header, one with a single known name below the first is none', async () => {
  const bytes = Buffer.from(' \n,EFFORT\n,,MAIL,,SCORE,,\n,,,,,,\n');
  const header = ['', '', 'MAIL', '', 'SCORE', '', ''];
  const expected = { header, records: [header.map(() => '')] };
  expect(readAgain(bytes, 'surveys')).toEqual(expected);
  expect(await reader.read(bytes, 'surveys')).toEqual(expected);
});
