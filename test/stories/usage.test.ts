import { describe, expect, it } from 'vitest';
import { faultyRuns } from './faulty-runs.ts';

const { folder, sentence } = faultyRuns();
const usage = (...argv: string[]): Promise<string> => sentence(2, 'kpi', ...argv);

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
    expect(await usage('orders.csv', '--only', 'xyzzyxyzzyxyzzy')).toMatchInlineSnapshot(
      `"There is no indicator "xyzzyxyzzyxyzzy". \`loyalty list\` shows them all."`,
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
      `"--delimiter is one of ",", ";", tab, "|"."`,
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
