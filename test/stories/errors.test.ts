import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loyalty } from './binary.ts';
import { faultyRuns } from './faulty-runs.ts';

const { folder, path, write, sentence } = faultyRuns();
const isRoot = process.getuid?.() === 0;
const input = (...argv: string[]): Promise<string> => sentence(3, 'kpi', ...argv);
const output = (...argv: string[]): Promise<string> => sentence(5, 'kpi', 'orders.csv', ...argv);

write('empty.csv', '');
write('no-amount.csv', 'order_id,ordered_at,Somme\n1,2021-01-01,2\n');
write('two-dates.csv', 'order_id,Order Date,Purchase Date,amount\n1,2021-01-01,2021-01-02,2\n');
write('no-header.csv', '1,jeanne@example.com,2021-01-01,20\n2,paul@example.com,2021-01-01,20\n');
write('line\nbreak\u001b[31m.csv', 'order_id\n');
mkdirSync(path('locked'));
mkdirSync(path('folder.json'));

describe('an input that is refused, exit 3', () => {
  it('is missing', async () => {
    expect(await input('nowhere.csv')).toMatchInlineSnapshot(
      `"There is no file nowhere.csv; check the path and the folder you run in."`,
    );
  });

  it('is a folder', async () => {
    expect(await input('locked')).toMatchInlineSnapshot(
      `"locked is a folder; give a regular file, or - to read standard input."`,
    );
  });

  it('is a device', async () => {
    expect(await input('/dev/zero')).toMatchInlineSnapshot(
      `"zero is a device or pipe; give a regular file, or - to read standard input."`,
    );
  });

  it.skipIf(isRoot)('may not be read (skipped as root, who may)', async () => {
    chmodSync(write('secret.csv', 'a\n'), 0o000);
    expect(await input('secret.csv')).toMatchInlineSnapshot(
      `"secret.csv cannot be read (EACCES); check its permissions."`,
    );
  });

  it('has 0 bytes', async () => {
    expect(await input('empty.csv')).toMatchInlineSnapshot(
      `"empty.csv is empty: it holds nothing, not even a header; export it again."`,
    );
  });

  it('is an empty standard input', async () => {
    expect(await input('-')).toMatchInlineSnapshot(
      `"- is empty: it holds nothing, not even a header; export it again."`,
    );
  });

  it('is an address', async () => {
    expect(await input('https://example.com/orders.csv')).toMatchInlineSnapshot(
      `"https://example.com/orders.csv is an address, not a file; download it first and give the local path."`,
    );
  });

  it('is given twice, under its name, a link or another name', async () => {
    expect(await input('orders.csv', './orders.csv')).toMatchInlineSnapshot(
      `"./orders.csv and orders.csv are the same file; give it once, or its rows would count twice."`,
    );
    expect(await input('orders.csv', 'link.csv')).toMatchInlineSnapshot(
      `"link.csv and orders.csv are the same file; give it once, or its rows would count twice."`,
    );
    expect(await input('orders.csv', 'hard.csv')).toMatchInlineSnapshot(
      `"hard.csv and orders.csv are the same file; give it once, or its rows would count twice."`,
    );
    expect(await input('orders.csv', '--customers', 'orders.csv')).toMatchInlineSnapshot(
      `"orders.csv and orders.csv are the same file; give it once, or its rows would count twice."`,
    );
  });

  it('lacks a needed column', async () => {
    expect(await input('no-amount.csv')).toMatchInlineSnapshot(
      `"no-amount.csv has no column I know as amount; its columns are: order_id, ordered_at, Somme. Name it with --map orders.amount=COLUMN."`,
    );
    expect(await input('orders.csv', '--surveys', 'content.csv')).toMatchInlineSnapshot(
      `"content.csv has no column I know as score or satisfaction or effort; its columns are: customer_id, occurred_at, kind. Name it with --map surveys.score=COLUMN."`,
    );
  });

  it('has no header: the customers in its first line are not shown', async () => {
    expect(await input('no-header.csv')).toMatchInlineSnapshot(
      `"no-header.csv begins with values where the names of its columns should stand; put a line with the names first, or export it again with its header."`,
    );
  });

  it('has two columns for one field', async () => {
    expect(await input('two-dates.csv')).toMatchInlineSnapshot(
      `"two-dates.csv has several columns that may be orders.ordered_at: Order Date, Purchase Date; settle it with --map orders.ordered_at=COLUMN."`,
    );
  });

  it('lacks the column of --map, --exclude or --by', async () => {
    expect(await input('orders.csv', '--map', 'orders.amount=Total')).toMatchInlineSnapshot(
      `"orders.csv has no column "Total"; its columns are: order_id, customer_id, email, ordered_at, amount, refunded, currency, status, channel, discount, quantity, category."`,
    );
    expect(await input('orders.csv', '--exclude', 'orders.shop=1')).toMatchInlineSnapshot(
      `"orders.csv has no column "shop"; its columns are: order_id, customer_id, email, ordered_at, amount, refunded, currency, status, channel, discount, quantity, category."`,
    );
    expect(await input('orders.csv', '--by', 'shop')).toMatchInlineSnapshot(
      `"orders.csv has no column "shop"; its columns are: order_id, customer_id, email, ordered_at, amount, refunded, currency, status, channel, discount, quantity, category."`,
    );
    expect(
      await input('orders.csv', '--customers', 'customers.csv', '--by', 'customer.shop'),
    ).toMatchInlineSnapshot(
      `"customers.csv has no column "shop"; its columns are: customer_id, email, created_at, started_at, ended_at, end_reason, country, tier, enrolled_at, points_earned, points_redeemed, referred_by."`,
    );
  });

  it('has a name that would break the line or colour it', async () => {
    expect(await input('line\nbreak\u001b[31m.csv')).toMatchInlineSnapshot(
      `"line\\nbreak\\x1b[31m.csv has no column I know as ordered_at; its columns are: order_id. Name it with --map orders.ordered_at=COLUMN."`,
    );
  });
});

describe('an output that cannot be written, exit 5', () => {
  it('lies in a folder that is missing', async () => {
    expect(await output('-o', 'nowhere/a.json')).toMatchInlineSnapshot(
      `"nowhere/a.json could not be written (its folder does not exist); nothing was changed there, so write to another place or make room."`,
    );
  });

  it('is a folder', async () => {
    expect(await output('-o', 'folder.json')).toMatchInlineSnapshot(
      `"folder.json could not be written (it is a folder); nothing was changed there, so write to another place or make room."`,
    );
  });

  it('lies under a file', async () => {
    expect(await output('-o', 'customers.csv/a.json')).toMatchInlineSnapshot(
      `"customers.csv/a.json could not be written (ENOTDIR); nothing was changed there, so write to another place or make room."`,
    );
  });

  it.skipIf(isRoot)('lies in a folder where one may not write (skipped as root, who may)', async () => {
    chmodSync(path('locked'), 0o555);
    expect(await output('-q', '-o', 'locked/a.json')).toMatchInlineSnapshot(
      `"locked/a.json could not be written (EACCES); nothing was changed there, so write to another place or make room."`,
    );
  });

  it('needs a temporary folder that is missing', async () => {
    const ended = await loyalty(['kpi', 'orders.csv'], { cwd: folder, env: { TMPDIR: '/nowhere' } });
    expect(ended).toMatchInlineSnapshot(`
      {
        "code": 5,
        "stderr": "loyalty: The temporary folder /nowhere cannot be used (ENOENT); make room there, or name another one in TMPDIR.
      ",
        "stdout": "",
      }
    `);
  });
});
