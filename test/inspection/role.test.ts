import { expect, test } from 'vitest';
import { expectedOf, filesOf, folders } from '../support/profile-fixtures.ts';
import { inspected } from './inspected.ts';

const asOf = ['--as-of', '2022-01-01'];

test.each([
  ['order_id,customer_id,ordered_at,amount', 'orders'],
  ['date,total', 'orders'],
  ['customer_id,date,type,amount', 'orders'],
  ['date,type,montant', 'spend'],
  ['date,category,amount', 'spend'],
  ['order,date,category,amount', 'orders'],
  ['spent_on,kind,amount', 'spend'],
  ['customer_id,date,event', 'content'],
  ['customer_id,date,score', 'surveys'],
  ['email,score,comment', 'surveys'],
  ['customer_id,email,created_at,country', 'customers'],
  ['customer_id', 'customers'],
  ['order_id,customer_id,date,amount,note', 'orders'],
  ['order_id,customer_id,ordered_at', 'orders'],
])('a file with the columns %s is one of %s', async (header, role) => {
  const { found } = await inspected(['-', ...asOf], `${header}\n`);
  expect(found.files[0]).toMatchObject({ role, roleBy: { kind: 'columns' } });
});

test('a header that says nothing is taken for orders, as kpi takes it', async () => {
  const { code, found } = await inspected(['-', ...asOf], 'x,y\n1,2\n');
  expect(code).toBe(3);
  expect(found.files[0]).toMatchObject({ role: 'orders', roleBy: { kind: 'assumed' } });
});

test('a column that is mapped by hand tells the kind too', async () => {
  const { found } = await inspected(['-', '--map', 'surveys.score=Answer', ...asOf], 'Answer\n9\n');
  expect(found.files[0]).toMatchObject({
    role: 'surveys',
    fields: [{ field: 'score', column: 'Answer', by: 'map' }],
  });
});

test('a flag tells the kind of its file', async () => {
  const { found } = await inspected(['--spend', 'fixtures/small/spend.csv', ...asOf]);
  expect(found.files[0]).toMatchObject({ role: 'spend', roleBy: { kind: 'flag' } });
});

test.each(folders)('%s is known by its profile, without a flag for its kind', async (folder) => {
  const { profile, role } = expectedOf(folder);
  const file = filesOf(folder).find((one) => one.role === role)!;
  const { found } = await inspected([file.path]);
  expect(found.files[0]).toMatchObject({ role, roleBy: { kind: 'profile', details: [profile] } });
  expect(found.files[0]!.profile).toMatchObject({ id: profile, by: 'header' });
});
