import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kpiOptions } from '../../../src/cli/options.ts';
import { requestOf } from '../../../src/cli/request.ts';
import { grains } from '../../../src/indicators/define.ts';
import { type ColumnType, documented } from '../../../src/indicators/own/columns.ts';
import { type Facts, makeFacts } from '../../../src/report/facts.ts';
import { extentsOf, frameOf } from '../../../src/report/frame.ts';
import { type Gathered, gather } from '../../../src/report/gather.ts';
import { rowRulesOf } from '../../../src/report/rules.ts';
import { settle } from '../../../src/report/settle.ts';
import { makeWorkspace } from '../../../src/sources/workspace.ts';
import { fixture } from '../../fixtures/generated.ts';

/** Columns of the facts that are no figures: where a row belongs, whose it is, and what every order is restricted by. */
const unnamed: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer'],
  order: ['in_period', 'in_year'],
};

const fits: Readonly<Record<ColumnType, RegExp>> = {
  flag: /^BOOLEAN$/,
  text: /^VARCHAR$/,
  count: /^(INTEGER|BIGINT)$/,
  days: /^(INTEGER|BIGINT)$/,
  money: /^DECIMAL\(\d+,4\)$/,
  number: /^(TINYINT|SMALLINT|INTEGER|BIGINT|DECIMAL\(\d+,\d+\))$/,
};

const workspace = makeWorkspace();
let gathered: Gathered;
let facts: Facts;

beforeAll(async () => {
  const others = Object.fromEntries(
    ['customers', 'surveys', 'content', 'spend'].map((role) => [role, [fixture(`small/${role}.csv`)]]),
  );
  const options = kpiOptions.parse({ ...others, period: '2021-Q2', asOf: '2022-01-01' });
  const request = requestOf([fixture('small/orders.csv')], options, new Date(0));
  const surroundings = {
    stdin: Readable.from([]),
    signal: new AbortController().signal,
    version: '',
    describe: () => '',
    onProgress: () => undefined,
    rejects: null,
  };
  gathered = await gather(request, rowRulesOf(request), surroundings, workspace, () => undefined);
  const { orders } = await settle(gathered, request);
  const { overall, span } = await extentsOf(gathered);
  facts = await makeFacts(gathered, request, frameOf(request, overall, span).facts, orders);
});

afterAll(async () => {
  await gathered.engine.close();
  workspace.remove();
});

describe('the documented columns', () => {
  it.each(grains)('of %s are those of its facts, each of its type', async (grain) => {
    const described = await gathered.engine.rows(`DESCRIBE ${facts.get(grain)!.get(0)!}`);
    const real = new Map(described.map((row) => [String(row.column_name), String(row.column_type)]));
    for (const name of ['period', 'segment', ...(unnamed[grain] ?? [])]) {
      expect(real.has(name), name).toBe(true);
      real.delete(name);
    }
    const { columns } = documented[grain];
    expect(Object.keys(columns).sort()).toEqual([...real.keys()].sort());
    for (const [name, { type, meaning }] of Object.entries(columns)) {
      expect(real.get(name), name).toMatch(fits[type]);
      expect(meaning.length, name).toBeGreaterThan(8);
    }
  });
});
