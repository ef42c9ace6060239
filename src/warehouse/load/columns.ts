import { fault } from '../../errors.ts';
import type { Role } from '../../report/schema.ts';
import { comparableName, type Field, fields } from '../../sources/fields.ts';
import { seenColumns } from '../../sources/header-names.ts';
import type { Source } from '../../sources/inspect.ts';
import { findColumn } from '../../sources/mapping.ts';
import { columnName } from '../sql.ts';
import { textExpression } from '../values/text.ts';
import { customerKey, fieldSql, refundsByLine } from './field.ts';
import type { Bind } from './row-test.ts';

/** A typed column of a role's raw table: its SQL type, and its expression over one file's columns. */
export interface TypedColumn {
  readonly name: string;
  readonly type: string;
  readonly sql: string;
}

/** `--by`: an attribute of the order, of the customer, or of the customer's first order. */
export interface Breakdown {
  readonly scope: 'order' | 'customer' | 'first';
  readonly name: string;
}

const sqlType: Readonly<Record<Field['kind'], string>> = {
  key: 'VARCHAR',
  email: 'VARCHAR',
  text: 'VARCHAR',
  date: 'DATE',
  amount: 'DECIMAL(18,4)',
  score: 'INTEGER',
  flag: 'BOOLEAN',
};

/** Columns of names, addresses and numbers of people, which a breakdown would print. */
const namesPeople =
  /email|mail$|phone|telephone|courriel|(?:address|adresse|street|rue)[12]?$|^(?:customer|client|buyer|billing|shipping|full|first|last)?name$|^(?:customer|client|buyer|acheteur|nom|prenom)$/;

const attributeSql = (source: Source, name: string): string => {
  if (name === 'discounted' && source.mapping.fields.has('discount'))
    return `CASE WHEN coalesce(discount, 0) > 0 THEN 'true' ELSE 'false' END`;
  const expression = source.mapping.fields.get(name);
  const index = expression?.kind === 'column' ? expression.index : findColumn(source.mapping.header, name);
  if (index === null)
    throw fault('unknown_column', [source.file.original.name, name, seenColumns(source.mapping.header)]);
  const personal = fields[source.role].some(({ name: field, kind }) => {
    const mapped = source.mapping.fields.get(field);
    return (kind === 'key' || kind === 'email') && mapped?.kind === 'column' && mapped.index === index;
  });
  if (personal || namesPeople.test(comparableName(source.mapping.header[index]!)))
    throw fault('breakdown_by_key', [name]);
  return textExpression(columnName(index));
};

const unread: Partial<Record<Role, readonly string[]>> = {
  surveys: ['comment'],
  orders: ['channel', 'status'],
};

/** Fields of orders that a raw table may lack; `completeOrders` supplies them as NULL. */
const optionalOrderFields = ['refunded', 'refund_of', 'currency', 'quantity', 'category'];

/** SQL of the raw orders with their row numbers and every optional field, NULL where no file has it. */
export const completeOrders = (columns: readonly string[]): string => {
  const missing = fields.orders.filter(
    ({ name }) => optionalOrderFields.includes(name) && !columns.includes(name),
  );
  const nulls = missing.map(({ name, kind }) => `NULL::${sqlType[kind]} AS ${name}`);
  return `SELECT ${['rowid AS row', '*', ...nulls].join(', ')} FROM raw_orders`;
};

/** What of the command decides which columns are kept. */
export interface Wanted {
  readonly breakdown: Breakdown | null;
  /** Whether other files may have to find customers by e-mail. */
  readonly joinsByEmail: boolean;
  /** Whether the role has this one file: then a field the file lacks needs no column. */
  readonly alone: boolean;
  /** Whether the statuses are wanted beside what they decide. */
  readonly statuses?: boolean;
}

const neededFields = (
  source: Source,
  { breakdown, joinsByEmail, alone, statuses }: Wanted,
): readonly Field[] => {
  const { role, mapping } = source;
  const skipped = new Set([...(unread[role] ?? []), 'customer_id']);
  if (statuses) skipped.delete('status');
  if (role === 'orders' && breakdown?.name !== 'discounted') skipped.add('discount');
  if (role === 'orders' && !joinsByEmail) skipped.add('email');
  const spared =
    role === 'orders' && alone
      ? optionalOrderFields.filter(
          (name) => !mapping.fields.has(name) && !(name === 'refund_of' && refundsByLine(source)),
        )
      : [];
  return fields[role].filter(({ name }) => !skipped.has(name) && !spared.includes(name));
};

const attributeRole = (breakdown: Breakdown | null): Role | null =>
  breakdown === null ? null : breakdown.scope === 'customer' ? 'customers' : 'orders';

/** The typed columns of a role's raw table; a field the file lacks is NULL. `attribute` carries the breakdown's value. */
export const typedColumns = (source: Source, timezone: string, wanted: Wanted, bind: Bind): TypedColumn[] => {
  const { role } = source;
  const columns = neededFields(source, wanted).map((field) => ({
    name: field.name,
    type:
      role === 'spend' || role === 'content'
        ? field.name === 'kind'
          ? 'VARCHAR'
          : sqlType[field.kind]
        : sqlType[field.kind],
    sql: fieldSql(field, source, timezone, bind),
  }));
  const answeredAt = source.mapping.fields.get('answered_at');
  if (role === 'surveys')
    columns.push({
      name: 'answered_text',
      type: 'VARCHAR',
      sql: answeredAt?.kind === 'column' ? textExpression(columnName(answeredAt.index)) : 'NULL',
    });
  if (role !== 'spend') columns.push({ name: 'customer', type: 'VARCHAR', sql: customerKey(source, bind) });
  const { breakdown } = wanted;
  if (attributeRole(breakdown) === role)
    columns.push({ name: 'attribute', type: 'VARCHAR', sql: attributeSql(source, breakdown!.name) });
  return columns;
};
