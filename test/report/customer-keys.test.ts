import { expect, it } from 'vitest';
import { reportOn } from '../indicators/small-shop.ts';
import { figure } from '../support/cli.ts';

const january = ['--period=2021-01', '--as-of=2021-03-01', '--data-through=2021-02-28', '--compare=none'];

const sheet = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

/** A by id twice, a@x.example by e-mail alone twice, B by id twice, once with an e-mail that C has too. */
const orders = sheet(
  'order_id,customer_id,email,ordered_at,amount',
  '1,A,a@x.example,2021-01-10,10',
  '2,A,,2021-01-12,10',
  '3,,a@x.example,2021-01-14,10',
  '4,, A@X.EXAMPLE,2021-01-15,10',
  '5,B,shared@x.example,2021-01-10,10',
  '6,B,,2021-01-11,10',
  '7,C,shared@x.example,2021-01-11,10',
);

const readers = async (content: string): Promise<(number | null)[]> => {
  const { numerator, denominator } = figure(
    await reportOn({ orders, content }, january),
    'content_consumption_rate',
  );
  return [numerator, denominator];
};

it('in the orders an id and an e-mail are two customers, also where a row has both', async () => {
  const report = await reportOn({ orders }, january);
  expect(figure(report, 'active_customers').value).toBe(4);
  expect(figure(report, 'repeat_customer_rate').numerator).toBe(3);
});

it('a file without ids is read by the ids the orders give its e-mails, where they give one', async () => {
  const read = (email: string) => sheet('email,occurred_at,kind', `${email},2021-01-20,open`);
  // Loyal are A, B and a@x.example. The one who read is A, not the customer known by that e-mail alone.
  expect(await readers(read('A@x.example '))).toEqual([1, 3]);
  expect(await readers(read('shared@x.example'))).toEqual([0, 3]);
  expect(await readers(read('nobody@x.example'))).toEqual([0, 3]);
});

it('a file with ids is read as it stands: a row without one is known by its e-mail', async () => {
  const header = 'customer_id,email,occurred_at,kind';
  expect(await readers(sheet(header, ',a@x.example,2021-01-20,open'))).toEqual([1, 3]);
  expect(
    await readers(sheet(header, ',a@x.example,2021-01-20,open', 'A,a@x.example,2021-01-21,open')),
  ).toEqual([2, 3]);
});

it('of a person with an id and an e-mail the last answer counts, whichever of the two the file names', async () => {
  const surveys = sheet(
    'email,answered_at,score',
    'a@x.example,2021-01-10,3',
    ' A@x.example,2021-01-20,10',
    'b@y.example,2021-01-10,8',
  );
  const score = figure(await reportOn({ orders, surveys }, january), 'net_promoter_score');
  expect([score.numerator, score.denominator]).toEqual([1, 2]);
});
