import type { Expression } from '../../sources/expression.ts';
import type { Field } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import { columnName, literal } from '../sql.ts';
import { amountExpression } from '../values/amount.ts';
import { dateExpression } from '../values/date.ts';
import {
  currencyExpression,
  emailExpression,
  flagExpression,
  keyExpression,
  scoreExpression,
  textExpression,
  wordExpression,
} from '../values/text.ts';
import { type Bind, rowTestSql, wordMatches } from './row-test.ts';

/** Wide operands: the engine multiplies two narrow decimals into one as narrow, and fails where it does not fit. */
const arithmetic = (expression: Expression, source: Source): string => {
  if (expression.kind === 'number') return `${expression.text}::DECIMAL(38,4)`;
  if (expression.kind === 'column')
    return `(${amountExpression(columnName(expression.index), source.amounts.get(expression.index)!)})::DECIMAL(38,4)`;
  return `(${arithmetic(expression.left, source)} ${expression.operator} ${arithmetic(expression.right, source)})`;
};

const amount = (expression: Expression, source: Source): string => {
  if (expression.kind === 'column')
    return amountExpression(columnName(expression.index), source.amounts.get(expression.index)!);
  const sql = arithmetic(expression, source);
  return `CASE WHEN try_cast(${sql} AS DECIMAL(18,4)) = ${sql} THEN try_cast(${sql} AS DECIMAL(18,4)) END`;
};

const kindWords = {
  acquisition: ['acquisition', 'acquire', 'prospection', 'conquete'],
  retention: ['retention', 'loyalty', 'fidelisation', 'fidelite'],
} as const;

const spendKind = (column: string): string => {
  const word = wordExpression(column);
  const among = (words: readonly string[]): string => words.map(literal).join(', ');
  return `CASE WHEN ${word} IN (${among(kindWords.acquisition)}) THEN 'acquisition' WHEN ${word} IN (${among(kindWords.retention)}) THEN 'retention' END`;
};

const zoneSql = (source: Source): string | null => {
  const { applied, zones } = source;
  if (applied?.zone != null)
    return zones.size === 0
      ? 'NULL'
      : `CASE trim(${columnName(applied.zone)}) ${[...zones]
          .map(([name, zone]) => `WHEN ${literal(name)} THEN ${literal(zone)}`)
          .join(' ')} END`;
  const zone = applied?.profile.dates?.zone;
  return zone === undefined ? null : literal(zone);
};

const date = (column: string, field: Field, source: Source, timezone: string): string => {
  const reading = source.dates.get(field.name)!;
  const { order } = reading;
  if (order === 'day-or-month') throw new Error('the order of day and month is not settled');
  const time = source.applied?.time ?? null;
  const text = time === null ? column : `concat_ws(' ', ${column}, ${columnName(time)})`;
  const zone = zoneSql(source);
  return dateExpression(text, { ...reading, order }, timezone, zone === literal(timezone) ? null : zone);
};

const key = (column: string, field: string, source: Source, bind: Bind): string => {
  const sql = field === 'email' ? emailExpression(column) : keyExpression(column);
  const nobody = source.applied?.profile.nobody?.[field as 'email'] ?? [];
  return nobody.length === 0
    ? sql
    : `CASE WHEN NOT (${wordMatches(wordExpression(column), nobody, bind)}) THEN ${sql} END`;
};

const value = (
  field: Field,
  expression: Expression,
  source: Source,
  timezone: string,
  bind: Bind,
): string => {
  if (field.kind === 'amount') return amount(expression, source);
  const column = columnName((expression as { index: number }).index);
  if (source.role === 'spend' && field.name === 'kind') return spendKind(column);
  if (source.role === 'content' && field.name === 'kind') return wordExpression(column);
  switch (field.kind) {
    case 'date':
      return date(column, field, source, timezone);
    case 'score':
      return scoreExpression(column);
    case 'flag':
      return flagExpression(column);
    case 'email':
    case 'key':
      return key(column, field.name, source, bind);
    default:
      return field.name === 'currency' ? currencyExpression(column) : textExpression(column);
  }
};

/** Marks a row that belongs to the order above it, until its id is carried down. */
export const carryMark = literal('\u0002');

const carried = (sql: string, source: Source): string => {
  const email = source.mapping.fields.get('email');
  const named = email?.kind === 'column' ? `nullif(trim(${columnName(email.index)}), '')` : 'NULL';
  return `CASE WHEN ${named} IS NULL THEN coalesce(${sql}, ${carryMark}) ELSE ${sql} END`;
};

/** Whether negative lines of a file are refunds of the order they stand in, as its profile says. */
export const refundsByLine = ({ applied, mapping }: Source): boolean =>
  applied?.profile.refunds === 'rows' &&
  applied.profile.grain === 'lines' &&
  mapping.fields.has('order_id') &&
  !mapping.fields.has('refund_of');

/** SQL of a field over one file's columns; NULL where the file lacks it, or where its profile says the row does. */
export const fieldSql = (field: Field, source: Source, timezone: string, bind: Bind): string => {
  const expression = source.mapping.fields.get(field.name);
  if (field.name === 'refund_of' && refundsByLine(source)) return 'CASE WHEN amount < 0 THEN order_id END';
  if (expression === undefined) return 'NULL';
  const sql = value(field, expression, source, timezone, bind);
  if (field.name === 'order_id' && source.applied?.profile.idCarried) return carried(sql, source);
  const test = rowTestSql(source.applied?.when.get(field.name) ?? [], bind);
  return test === null ? sql : `CASE WHEN ${test} THEN ${sql} END`;
};

/** E-mail keys are marked, so that no id can be taken for one. */
export const emailKeyMark = literal('\u0001');

/** SQL that is true of an e-mail key and of no other: its mark is the lowest sign a key begins with. */
export const isEmailKey = (column: string): string => `${column} < ${literal('\u0002')}`;

/** SQL of the key by which a row names its customer: the id, else the e-mail. */
export const customerKey = (source: Source, bind: Bind): string => {
  const of = (name: string): string | null => {
    const expression = source.mapping.fields.get(name);
    return expression?.kind === 'column' ? key(columnName(expression.index), name, source, bind) : null;
  };
  const id = of('customer_id');
  const address = of('email');
  const email = address === null ? null : `${emailKeyMark} || ${address}`;
  if (id !== null && email !== null) return `coalesce(${id}, ${email})`;
  return id ?? email ?? 'NULL';
};
