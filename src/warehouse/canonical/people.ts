import { fault } from '../../errors.ts';
import { fields } from '../../sources/fields.ts';
import type { Engine } from '../engine.ts';
import { fatesOf } from '../load/fate.ts';
import { emailKeyMark, isEmailKey } from '../load/field.ts';

/** Which key the orders name customers by; the other files follow it where they can. */
export type KeyKind = 'id' | 'email';

const duplicate = fatesOf(fields.customers).of('duplicate');

const customerLevel = [
  'attribute',
  'segment',
  'country',
  'tier',
  'enrolled_at',
  'points_earned',
  'points_redeemed',
  'referred_by',
];

const countCustomers = async (engine: Engine, having: string): Promise<number> => {
  const [row] = await engine.rows(
    `SELECT count(*) AS n FROM (SELECT customer FROM raw_customers WHERE fate = 0 GROUP BY customer HAVING ${having})`,
  );
  return Number(row!.n);
};

/** Gives the exact repeats of a row, all but the first, the fate of duplicates. */
const markCopies = async (engine: Engine, compared: string): Promise<void> => {
  const [most] = await engine.rows(
    `SELECT max(rows) AS rows FROM (SELECT count(*) AS rows FROM raw_customers WHERE fate = 0 GROUP BY ${compared})`,
  );
  if (Number(most!.rows) <= 1) return;
  await engine.execute(
    `UPDATE raw_customers SET fate = ${duplicate} WHERE rowid IN (
       SELECT row FROM (SELECT rowid AS row, row_number() OVER (PARTITION BY ${compared} ORDER BY rowid) AS copy
       FROM raw_customers WHERE fate = 0) WHERE copy > 1)`,
  );
};

/**
 * Makes `customers` (one row per customer key), `contracts` (customer, started_at, ended_at) and `leavers` (customer,
 * ended_at, end_reason) from the raw customers. Exact repeats get the fate `duplicate`; a customer on several rows
 * that differ in more than their contract is refused.
 */
export const settleCustomers = async (
  engine: Engine,
  file: string,
  columns: readonly string[],
): Promise<void> => {
  const kept = customerLevel.filter((column) => columns.includes(column));
  if ((await countCustomers(engine, 'count(*) > 1')) > 0) {
    await markCopies(engine, columns.filter((column) => column !== 'file' && column !== 'fate').join(', '));
    const state = `struct_pack(${kept.map((column) => `${column} := ${column}`).join(', ')})`;
    const conflicts = await countCustomers(engine, `count(DISTINCT ${state}) > 1`);
    if (conflicts > 0) throw fault('conflicting_customer', [file, String(conflicts)]);
  }
  await engine.execute(
    `CREATE TEMP TABLE customers AS SELECT customer, ${kept.map((column) => `min(${column}) AS ${column}`).join(', ')}
     FROM raw_customers WHERE fate = 0 GROUP BY customer`,
  );
  await engine.execute(
    `CREATE TEMP VIEW contracts AS SELECT DISTINCT customer, started_at, ended_at FROM raw_customers
     WHERE fate = 0 AND started_at IS NOT NULL`,
  );
  await engine.execute(
    `CREATE TEMP VIEW leavers AS SELECT DISTINCT customer, ended_at, end_reason FROM raw_customers
     WHERE fate = 0 AND ended_at IS NOT NULL AND end_reason IS NOT NULL`,
  );
};

/** Names the customers of a raw table, or of some of its files, by the e-mail of their own row, where it has one. */
export const preferEmails = (
  engine: Engine,
  table: string,
  files: readonly number[] | null = null,
): Promise<void> =>
  engine.execute(
    `UPDATE ${table} SET customer = ${emailKeyMark} || email
     WHERE email IS NOT NULL${files === null ? '' : ` AND file IN (${files.join(', ')})`}`,
  );

/** People whose e-mails must be found before a file's own ids are taken for another system's. */
const enoughPeople = 10;

/**
 * Whether the ids of a file are another system's: its e-mails find ten customers of the orders or more, and five times
 * as many as its ids. An id that the orders know finds nobody on a row whose e-mail is, in the orders, that of other customers alone:
 * the ids of two systems are often the same small numbers.
 */
export const idsAreForeign = async (engine: Engine, table: string, file: number): Promise<boolean> => {
  const given = `FROM ${table} WHERE fate = 0 AND file = ${file}`;
  const [people] = await engine.rows(`SELECT count(DISTINCT email) AS n ${given}`);
  if (Number(people!.n) < enoughPeople) return false;
  const known = (columns: string, needed: string): string =>
    `(SELECT DISTINCT ${columns} FROM raw_orders WHERE fate = 0 AND ${needed} IS NOT NULL)`;
  const [row] = await engine.rows(
    `SELECT count(DISTINCT people.customer) FILTER (ids.customer IS NOT NULL AND (emails.email IS NULL OR pairs.email IS NOT NULL)) AS by_id,
       count(DISTINCT people.email) FILTER (emails.email IS NOT NULL) AS by_email
     FROM (SELECT DISTINCT customer, email ${given}) AS people
     LEFT JOIN ${known('customer', 'customer')} AS ids ON ids.customer = people.customer
     LEFT JOIN ${known('email', 'email')} AS emails ON emails.email = people.email
     LEFT JOIN ${known('customer, email', 'email')} AS pairs ON pairs.customer = people.customer AND pairs.email = people.email`,
  );
  const byEmail = Number(row!.by_email);
  return byEmail >= enoughPeople && byEmail >= 5 * Number(row!.by_id);
};

/**
 * Brings the customers of some files of a raw table to the orders' kind of key, through the files that have both id and
 * e-mail. An e-mail that belongs to several ids, or an id to several e-mails, is left as it is.
 */
export const followKeys = async (
  engine: Engine,
  table: string,
  files: readonly number[],
  kind: KeyKind,
  pairs: readonly string[],
): Promise<void> => {
  if (pairs.length === 0 || files.length === 0) return;
  const isOther = `file IN (${files.join(', ')}) AND ${kind === 'id' ? '' : 'NOT '}(${isEmailKey('customer')})`;
  const [others] = await engine.rows(`SELECT count(*) AS n FROM ${table} WHERE fate = 0 AND ${isOther}`);
  if (Number(others!.n) === 0) return;
  const all = pairs
    .map(
      (source) =>
        `SELECT customer, email FROM ${source} WHERE fate = 0 AND email IS NOT NULL AND customer IS NOT NULL AND NOT (${isEmailKey('customer')})`,
    )
    .join(' UNION ALL ');
  const [from, to] =
    kind === 'id' ? [`${emailKeyMark} || email`, 'customer'] : ['customer', `${emailKeyMark} || email`];
  await engine.execute(
    `UPDATE ${table} SET customer = pair.wanted FROM (
       SELECT given, min(wanted) AS wanted FROM (SELECT ${from} AS given, ${to} AS wanted FROM (${all})) GROUP BY given HAVING min(wanted) = max(wanted)
     ) AS pair WHERE ${table}.customer = pair.given AND ${table}.file IN (${files.join(', ')})`,
  );
};
