import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columns, roles, type Shop, type ShopRole } from '../oracle/shop.ts';
import { csvText, csvTexts, jsonText, ndjsonText } from '../oracle/shop-text.ts';
import type { ShopFile, ShopFiles } from './harness.ts';
import { expectSameAnswer, reconciliationsOf } from './reading.ts';
import { shuffled } from './transformations.ts';
import { everyTrial, idle, patience, reportOf, type Trial } from './trials.ts';

const written = (shop: Shop, write: (role: ShopRole) => ShopFile | readonly ShopFile[]): ShopFiles =>
  Object.fromEntries(roles.filter((role) => shop[role] !== null).map((role) => [role, write(role)]));

const expectUnmoved = async (trial: Trial, files: ShopFiles): Promise<undefined> => {
  expectSameAnswer(await reportOf(trial, files), await reportOf(trial));
  return undefined;
};

const places = fc.array(fc.nat(9999), { minLength: 120, maxLength: 120, size: 'max' });

test('the order of the rows does not matter', patience, () =>
  everyTrial(async (trial, drawn) => expectUnmoved(trial, csvTexts(shuffled(trial.shop, drawn))), places),
);

test('the order of the columns does not matter', patience, () =>
  everyTrial(async ({ shop, question }, drawn) => {
    const permuted = (names: readonly string[]) =>
      names
        .map((name, at) => ({ name, place: drawn[at] ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ name }) => name);
    const files = written(shop, (role) => csvText(shop, role, { columns: permuted(columns[role]) }));
    return expectUnmoved({ shop, question }, files);
  }, places),
);

test('orders in several files are the orders in one', patience, () =>
  everyTrial(
    async (trial, pieces) => {
      const rows = trial.shop.orders ?? [];
      const size = Math.ceil(rows.length / pieces);
      const part = (at: number): Shop => ({
        ...trial.shop,
        orders: rows.slice(at * size, (at + 1) * size),
      });
      const orders = Array.from({ length: pieces }, (_, at) => csvText(part(at), 'orders'));
      const split = await reportOf(trial, { ...csvTexts(trial.shop), orders });
      expectSameAnswer(split, await reportOf(trial));
      const records = reconciliationsOf(split, 'orders').map((file) => file.records);
      expect(records.reduce((a, b) => a + b, 0)).toBe(rows.length);
      return undefined;
    },
    fc.integer({ min: 2, max: 4 }),
  ),
);

test('quotes around every field do not matter', patience, () =>
  everyTrial(
    async (trial) => expectUnmoved(trial, csvTexts(trial.shop, { quoteAll: true })),
    fc.constant(null),
  ),
);

test('line ends of Windows do not matter', patience, () =>
  everyTrial(
    async (trial) => expectUnmoved(trial, csvTexts(trial.shop, { lineEnd: '\r\n' })),
    fc.constant(null),
  ),
);

const asOther =
  (name: string, write: (shop: Shop, role: ShopRole) => string) =>
  async (trial: Trial): Promise<typeof idle | undefined> => {
    if (roles.every((role) => (trial.shop[role] ?? []).length === 0)) return idle;
    const files = written(trial.shop, (role) =>
      (trial.shop[role] ?? []).length === 0
        ? csvText(trial.shop, role)
        : { name: `${role}.${name}`, bytes: write(trial.shop, role) },
    );
    return expectUnmoved(trial, files);
  };

test('JSON lines say what CSV says', patience, () =>
  everyTrial(asOther('ndjson', ndjsonText), fc.constant(null)),
);

test('a JSON array says what CSV says', patience, () =>
  everyTrial(asOther('json', jsonText), fc.constant(null)),
);

test('compressed files say what plain ones say', patience, () =>
  everyTrial(
    async (trial) =>
      expectUnmoved(
        trial,
        written(trial.shop, (role) => ({
          name: `${role}.csv.gz`,
          bytes: gzipSync(csvText(trial.shop, role)),
        })),
      ),
    fc.constant(null),
  ),
);
