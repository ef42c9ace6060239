import { describe, expect, it } from 'vitest';
import { settingPlaces } from '../../src/cli/declared-settings.ts';
import { configuration } from '../../src/config/schema.ts';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write, path } = scratch();

/** Values for every key that stands for a flag: some of each are taken, some refused. */
const values: Readonly<Record<string, readonly (string | number | boolean | string[])[]>> = {
  period: ['2021-Q1', 2021, 'last-month', '', '2021-Q9', 'last-moon', 2021.5, 1e21],
  compare: ['year', 'none', 'yesterday', ''],
  base: ['ever', 'active:12m', 'active:0x', 'active:', 'sometimes'],
  by: ['channel'],
  fiscalStart: ['04-01', '02-30', '4-1', '04-29'],
  dataThrough: ['2021-12-31', '2021-02-30', 'soon'],
  answers: ['all', 'best'],
  lifespan: ['3y', '0y', '3', 'long'],
  margin: ['30%', 0.3, '101%', -0.1, 1.5, 1e-9],
  loyalOrders: [2, 0, 1.5, -1, 1_000_001],
  contentMin: [2, 0, 1.5],
  minGroup: [7, 0, 2.5, 1e9],
  csvDialect: ['excel-fr', 'excel'],
  only: [['orders'], ['ordres'], ['']],
  except: [['orders'], ['ordres']],
  group: [['nps'], ['names']],
  timezone: ['Europe/Paris', 'Mars/Base', ''],
  currency: ['EUR', 'euro', ''],
  exclude: [['orders.order_id=C*'], ['nonsense'], ['orders.nothing=1']],
  onlyWhere: [['orders.channel=web'], ['channel']],
  scale: [['nps=0-10'], ['nps'], ['nps=ten']],
  maxRejects: ['1%', 0.02, '200%', -1, 'many'],
  strict: [true],
  lang: ['fr', 'de'],
  threads: [2, 0, 2000],
  memory: ['512MB', 'much', '1'],
};

const asFlags = (flag: string, value: string | number | boolean | string[]): string[] => {
  const name = `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (value === true) return [name];
  return [value].flat().flatMap((one) => [`${name}=${one}`]);
};

const nested = (keys: readonly PropertyKey[], value: unknown): unknown =>
  keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

/** All files that any flag could need; none of them is there, so that what is not refused ends with 3. */
const files = [
  path('gone.csv'),
  ...['customers', 'surveys', 'content', 'spend'].flatMap((role) => [`--${role}`, path(`${role}.csv`)]),
];

describe('every key that stands for a flag', () => {
  it('is tried, and is a key of the form', () => {
    expect(settingPlaces.map(({ flag }) => flag).sort()).toEqual(Object.keys(values).sort());
    const keys = Object.keys(configuration.shape);
    for (const { path: at } of settingPlaces) expect(keys).toContain(at[0]);
  });

  let number = 0;
  const cases = settingPlaces.flatMap(({ flag, path: at }) =>
    values[flag]!.map((value) => ({ flag, at, value })),
  );
  it.each(cases)(
    '$at $value: the file takes what the flag takes, and no more',
    async ({ flag, at, value }) => {
      const file = write(`setting-${number++}.json`, JSON.stringify(nested(at, value)));
      const byFlag = await run(['kpi', ...files, ...asFlags(flag, value)]);
      const byFile = await run(['kpi', ...files, '--config', file]);
      expect([2, 3]).toContain(byFlag.code);
      expect({ code: byFile.code, stderr: byFile.stderr }).toMatchObject({ code: byFlag.code });
      if (byFile.code === 2) {
        expect(byFile.stderr).toMatch(
          new RegExp(`^loyalty: setting-\\d+\\.json:1:\\d+ bad_config: ${at.join('\\.')}`),
        );
        expect(byFile.stderr.trim().split('\n')).toHaveLength(1);
      }
    },
  );
});
