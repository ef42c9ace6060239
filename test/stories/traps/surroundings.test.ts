import { beforeAll, describe, expect, it } from 'vitest';
import { makeBench } from '../../engine/question.ts';
import { run } from '../../support/cli.ts';
import { loyalty } from '../binary.ts';
import { figuresSaid } from '../tiny-orders.ts';

const { connection, file, value } = makeBench();

describe('M17 the zone of the host', () => {
  const zones = ['UTC', 'Asia/Tokyo', 'Bogus/Zone'];
  const shops = {
    'times without an offset': [
      ...['2021-02-10 12:00:00', '2021-03-31 23:30:00'],
      ...['2021-04-01 00:30:00', '2021-04-30 23:59:59', '2021-05-20 12:00:00'],
    ],
    'times with an offset': [
      ...['2021-02-10T12:00:00Z', '2021-03-31T20:30:00Z', '2021-04-01T01:30:00+02:00'],
      ...['2021-04-30T20:00:00-03:00', '2021-05-20T12:00:00Z'],
    ],
  };

  it('M17 moves an order into another month for the engine alone', async () => {
    const month = `SELECT strftime(TIMESTAMPTZ '2021-03-31T20:30:00Z', '%Y-%m')`;
    expect(await value(month)).toBe('2021-03');
    await connection().run("SET TimeZone = 'Asia/Tokyo'");
    expect(await value(month)).toBe('2021-04');
    await connection().run("SET TimeZone = 'UTC'");
  });

  it.each([
    ['times without an offset', 'Asia/Tokyo', 1, 2],
    ['times with an offset', 'UTC', 2, 1],
    ['times with an offset', 'Asia/Tokyo', 0, 2],
  ] as const)(
    'M17 moves nothing: %s, declared %s: %i orders in March, %i in April',
    async (shop, declared, march, april) => {
      const path = file(
        'orders.csv',
        `ordered_at,amount\n${shops[shop].map((time) => `${time},10\n`).join('')}`,
      );
      const asked = (period: string): string[] => [
        ...['kpi', path, '--period', period, '--timezone', declared, '--as-of', '2021-12-31'],
        ...['--output', 'json=-', '--output', 'table=-'],
      ];
      const ends = await Promise.all(zones.map((TZ) => loyalty(asked('2021-03'), { env: { TZ } })));
      for (const { code, stdout, stderr } of ends) {
        expect(code, stderr).toBe(0);
        expect(stdout).toBe(ends[0]!.stdout);
      }
      const orders = async (period: string): Promise<number> => {
        const argv = ['kpi', path, '--period', period, '--timezone', declared, '--as-of', '2021-12-31'];
        return figuresSaid(await run([...argv, '--format', 'json'])).orders;
      };
      expect([await orders('2021-03'), await orders('2021-04')]).toEqual([march, april]);
    },
  );
});

describe('M18 sums of many amounts', () => {
  const count = 250_000;
  let path: string;
  let cents = 0n;
  const customers = new Set<number>();

  beforeAll(() => {
    let state = 12_345;
    const lines = ['customer_id,ordered_at,amount\n'];
    for (let row = 0; row < count; row++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const amount = state % 10_000_019;
      const customer = (state >>> 5) % 40_000;
      cents += BigInt(amount);
      customers.add(customer);
      const day = String((row % 28) + 1).padStart(2, '0');
      lines.push(`K${customer},2021-01-${day},${(amount / 100).toFixed(2)}\n`);
    }
    path = file('many.csv', lines.join(''));
  });

  it('M18 depend on their order for the engine alone, where they are no decimals', async () => {
    await connection().run('SET threads = 1');
    const total = (order: string): string =>
      `SELECT sum(amount ORDER BY ${order})::VARCHAR FROM read_csv('${path}', columns = {customer_id: 'VARCHAR', ordered_at: 'DATE', amount: 'DOUBLE'}, header = true)`;
    expect(await value(total('amount'))).not.toBe(await value(total('amount DESC')));
  });

  it('M18 are exact, and every run gives the same bytes with any number of threads', {
    timeout: 120_000,
  }, async () => {
    const said: string[] = [];
    for (const threads of ['1', '2', '3', '8', '2', '8']) {
      const ended = await run(['kpi', path, '--period', '2021-01', '--format', 'json', '--threads', threads]);
      expect(ended.code, ended.stderr).toBe(0);
      said.push(ended.stdout);
    }
    expect(new Set(said).size).toBe(1);
    const { figures } = JSON.parse(said[0]!);
    const { exact } = figures.find(({ id }: { id: string }) => id === 'revenue');
    expect(BigInt(Number(exact.replace('.', '')) / 10 ** (exact.split('.')[1]!.length - 2))).toBe(cents);
    expect(figures.find(({ id }: { id: string }) => id === 'orders').value).toBe(count);
    expect(figures.find(({ id }: { id: string }) => id === 'active_customers').value).toBe(customers.size);
  });
});
