import { chmodSync, cpSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type Ended, loyalty, root } from './binary.ts';
import { scratch } from './scratch.ts';

const { folder, path, write, make } = scratch();
const temporary = make('temporary');
const isRoot = process.getuid?.() === 0;

for (const name of ['orders.csv', 'customers.csv', 'surveys.csv', 'content.csv'])
  cpSync(`${root}fixtures/small/${name}`, path(name));
symlinkSync('orders.csv', path('link.csv'));
linkSync(path('orders.csv'), path('hard.csv'));
write('empty.csv', '');
write('no-amount.csv', 'order_id,ordered_at,Somme\n1,2021-01-01,2\n');
write('two-dates.csv', 'order_id,Order Date,Purchase Date,amount\n1,2021-01-01,2021-01-02,2\n');
write('no-header.csv', '1,jeanne@example.com,2021-01-01,20\n2,paul@example.com,2021-01-01,20\n');
write('line\nbreak\u001b[31m.csv', 'order_id\n');
make('locked');
mkdirSync(path('folder.json'));

const before = readFileSync(path('orders.csv'));

const run = (...argv: string[]): Promise<Ended> =>
  loyalty(argv, { cwd: folder, env: { TMPDIR: temporary }, input: '' });

/** The sentence of a run that must fail with this code, saying nothing else and leaving nothing behind. */
const sentence = async (code: number, ...argv: string[]): Promise<string> => {
  const ended = await run(...argv);
  expect(ended.code, ended.stderr).toBe(code);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).toMatch(/^loyalty: [^\n]+\n$/);
  return ended.stderr.slice('loyalty: '.length, -1);
};

afterEach(() => {
  expect(readdirSync(temporary)).toEqual([]);
  expect(readFileSync(path('orders.csv'))).toEqual(before);
});

const input = (...argv: string[]): Promise<string> => sentence(3, 'kpi', ...argv);
const usage = (...argv: string[]): Promise<string> => sentence(2, 'kpi', ...argv);
const output = (...argv: string[]): Promise<string> => sentence(5, 'kpi', 'orders.csv', ...argv);

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
      `"empty.csv is empty (0 bytes), not even a header; export it again."`,
    );
  });

  it('is an empty standard input', async () => {
    expect(await input('-')).toMatchInlineSnapshot(
      `"- is empty (0 bytes), not even a header; export it again."`,
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

describe('a command that cannot be followed, exit 2', () => {
  it('has an unknown flag or command, with the one that was meant', async () => {
    expect(await usage('orders.csv', '--perod', '2021')).toMatchInlineSnapshot(
      `"unknown option '--perod' (did you mean --period?); see loyalty kpi --help."`,
    );
    expect(await sentence(2, 'kip', 'orders.csv')).toMatchInlineSnapshot(
      `"unknown command 'kip' (did you mean kpi?); see loyalty --help."`,
    );
    expect(await usage('orders.csv', '--period')).toMatchInlineSnapshot(
      `"option '-p, --period <period>' argument missing; see loyalty kpi --help."`,
    );
  });

  it('names no file', async () => {
    expect(await usage()).toMatchInlineSnapshot(
      `"No file is given; name an orders file, or at least one of --customers, --surveys, --content and --spend."`,
    );
  });

  it('names an unknown period', async () => {
    expect(await usage('orders.csv', '--period', '2021-Q5')).toMatchInlineSnapshot(
      `"The period "2021-Q5" is not one I know: quarters run from 1 to 4; write it like 2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, ytd or all."`,
    );
    expect(await usage('orders.csv', '--period', 'yesteryear')).toMatchInlineSnapshot(
      `"The period "yesteryear" is not one I know; write it like 2021, 2021-H1, 2021-Q1, 2021-03, 2021-W12, 2021-03-15, 2021-01-15..2021-02-14, FY2021-Q1, last-month, ytd or all."`,
    );
  });

  it('names an unknown figure or group, with the one that was meant', async () => {
    expect(await usage('orders.csv', '--only', 'retention_rat')).toMatchInlineSnapshot(
      `"There is no indicator "retention_rat"; did you mean retention_rate? \`loyalty list\` shows them all."`,
    );
    expect(await sentence(2, 'explain', 'taux_de_fidelisation')).toMatchInlineSnapshot(
      `"There is no indicator "taux_de_fidelisation"; did you mean retention_rate? \`loyalty list\` shows them all."`,
    );
    expect(await usage('orders.csv', '--group', 'npss')).toMatchInlineSnapshot(
      `"There is no group "npss"; the groups are: retention, repurchase, value, costs, nps, satisfaction, content, programme."`,
    );
  });

  it('leaves no figure', async () => {
    expect(await usage('orders.csv', '--only', '')).toMatchInlineSnapshot(`"--only names nothing."`);
    expect(await usage('orders.csv', '--only', 'orders', '--except', 'orders')).toMatchInlineSnapshot(
      `"--except leaves no figure to print."`,
    );
  });

  it('names an unknown format', async () => {
    expect(await usage('orders.csv', '--format', 'nonsense')).toMatchInlineSnapshot(
      `"There is no format "nonsense"; the formats are: table, json, csv, markdown."`,
    );
    expect(await usage('orders.csv', '-o', 'xml=a.xml')).toMatchInlineSnapshot(
      `"There is no format "xml"; the formats are: table, json, csv, markdown."`,
    );
  });

  it('would overwrite an input, under its name, another or a link', async () => {
    for (const name of ['orders.csv', './orders.csv', `${folder}/orders.csv`, 'link.csv', 'hard.csv'])
      expect(await usage('orders.csv', '-o', name)).toBe(
        `${name} is one of the inputs and would be overwritten; write to another file.`,
      );
    expect(await usage('link.csv', '-o', 'json=orders.csv')).toMatchInlineSnapshot(
      `"orders.csv is one of the inputs and would be overwritten; write to another file."`,
    );
  });

  it('names one output twice', async () => {
    expect(await usage('orders.csv', '-o', 'a.json', '-o', 'csv=./a.json')).toMatchInlineSnapshot(
      `"./a.json is named as an output twice; give each output its own file."`,
    );
  });

  it('has a base shorter than the period', async () => {
    expect(await usage('orders.csv', '--period', '2021', '--base', 'active:3m')).toMatchInlineSnapshot(
      `"--base active:3m is shorter than the period; take a longer one."`,
    );
  });

  it('asks for contracts without customers', async () => {
    expect(await usage('orders.csv', '--base', 'contract')).toMatchInlineSnapshot(
      `"--base contract needs --customers with the start and end of each contract."`,
    );
  });

  it('reads standard input twice', async () => {
    expect(await usage('-', '--customers', '-')).toMatchInlineSnapshot(
      `"Standard input (-) can be only one of the files."`,
    );
  });

  it('gives a flag what it does not take', async () => {
    expect(await usage('orders.csv', '--threads', '0')).toMatchInlineSnapshot(
      `"--threads is a whole number from 1 to 1024."`,
    );
    expect(await usage('orders.csv', '--delimiter', 'x')).toMatchInlineSnapshot(
      `"--delimiter is one of ,, ;, tab, |."`,
    );
    expect(await usage('orders.csv', '--timezone', 'Mars/Base')).toMatchInlineSnapshot(
      `"The time zone "Mars/Base" is not one I know; give an IANA name such as Europe/Paris or UTC."`,
    );
    expect(await usage('orders.csv', '--as-of', 'yesterday')).toMatchInlineSnapshot(
      `"--as-of is a day such as 2021-12-31."`,
    );
    expect(await usage('orders.csv', '--map', 'orders.amont=Total')).toMatchInlineSnapshot(
      `"There is no field orders.amont; the fields of that role are: order_id, customer_id, email, ordered_at, amount, refunded, refund_of, currency, status, channel, discount, quantity, category."`,
    );
    expect(await usage('orders.csv', '--by', 'customer.country')).toMatchInlineSnapshot(
      `"--by customer.country needs --customers."`,
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
