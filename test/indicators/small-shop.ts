import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report, Role } from '../../src/report/schema.ts';
import { reportOf } from '../support/cli.ts';

/** The exports of a shop as CSV text, by role. */
export type Exports = Readonly<Partial<Record<Role, string>>>;

const roles = ['orders', 'customers', 'surveys', 'content', 'spend'] as const;

const dateOf: Partial<Record<Role, string>> = {
  orders: 'ordered_at',
  surveys: 'answered_at',
  content: 'occurred_at',
  spend: 'spent_on',
};

/** Writes the exports into a folder of their own while `use` runs with the arguments that name them. */
export const withFiles = async <T>(
  exports: Exports,
  use: (files: readonly string[]) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'loyalty-shop-'));
  try {
    const files = Object.entries(exports).flatMap(([role, text]) => {
      const path = join(folder, `${role}.csv`);
      writeFileSync(path, text);
      return role === 'orders' ? [path] : [`--${role}`, path];
    });
    return await use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The report of `kpi` over the exports with these flags. */
export const reportOn = (exports: Exports, flags: readonly string[]): Promise<Report> =>
  withFiles(exports, (files) => reportOf([...files, ...flags]));

const changed = (
  exports: Exports,
  change: (role: Role, header: string, rows: string[]) => string[],
): Exports =>
  Object.fromEntries(
    Object.entries(exports).map(([role, text]) => {
      const [header, ...rows] = text.trimEnd().split('\n') as [string, ...string[]];
      return [role, [header, ...change(role as Role, header, rows)].map((line) => `${line}\n`).join('')];
    }),
  );

/** The shop of fixtures/small. */
export const smallShop: Exports = Object.fromEntries(
  roles.map((role) => [role, readFileSync(`fixtures/small/${role}.csv`, 'utf8')]),
);

/** The same files without a row. */
export const emptyShop: Exports = changed(smallShop, () => []);

/** The small shop without the orders, answers, reads and spending after a day. */
export const smallShopUntil = (day: string): Exports =>
  changed(smallShop, (role, header, rows) => {
    const at = header.split(',').indexOf(dateOf[role] ?? '');
    return at === -1 ? rows : rows.filter((row) => row.split(',')[at]!.slice(0, 10) <= day);
  });

/** The small shop with rows of every kind on a later day: old and new customers, guests, refunds, contracts. */
export const smallShopWithRowsOn = (day: string): Exports => {
  const later: Readonly<Record<Role, readonly string[]>> = {
    orders: [
      `9001,C01,amelie@example.com,${day} 00:00:00,500.00,0.00,EUR,paid,web,0.00,9,voyage`,
      `9002,C06,farid@example.com,${day} 00:00:01,12.00,12.00,EUR,refunded,web,0.00,1,cuisine`,
      `9003,C99,zoe@example.com,${day} 10:00:00,33.00,0.00,EUR,paid,marché,5.00,1,maison`,
      `9004,,,${day} 11:00:00,44.00,0.00,EUR,paid,boutique,0.00,4,jardin`,
      `9005,C02,bruno@example.com,${day} 12:00:00,-25.00,0.00,EUR,paid,web,0.00,1,maison`,
      `9006,C03,chloe@example.com,${day} 13:00:00,10.00,0.00,EUR,cancelled,web,0.00,1,maison`,
    ],
    customers: [
      `C20,thomas@example.com,2020-02-10,${day},,,BE,,,,,`,
      `C98,yann@example.com,${day},${day},${day},prix,FR,or,${day},,,C01`,
    ],
    surveys: [`R91,C01,${day},0,1,7,`, `R92,C11,${day},10,5,1,`, `R93,,${day},7,3,,`, `R94,C12,${day},,,,`],
    content: [`C01,${day},open`, `C10,${day},click`, `C99,${day},visit`],
    spend: [`${day},acquisition,999.00`, `${day},retention,888.00`],
  };
  return changed(smallShop, (role, _, rows) => [...rows, ...later[role]]);
};
