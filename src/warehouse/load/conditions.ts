import { fault } from '../../errors.ts';
import type { Role } from '../../report/schema.ts';
import { fields } from '../../sources/fields.ts';
import { type Filter, likePattern } from '../../sources/filter.ts';
import { seenColumns } from '../../sources/header-names.ts';
import type { Source } from '../../sources/inspect.ts';
import { findColumn } from '../../sources/mapping.ts';
import { columnName, dayLiteral, literal } from '../sql.ts';
import { blanks, textExpression, wordExpression } from '../values/text.ts';
import { isJudged } from './fate.ts';
import { type Bind, bindTo, rowTestSql } from './row-test.ts';
import { isIgnoredStatus, isUnknownStatus, statusesOf } from './statuses.ts';

/** What of the command decides over rows. */
export interface RowRules {
  readonly asOf: string;
  readonly timezone: string;
  readonly excludes: readonly Filter[];
  readonly onlyWhere: readonly Filter[];
  readonly currency: string | null;
  /** `--count-status`: the only statuses that count, as words; null for the usual list. */
  readonly countStatuses: readonly string[] | null;
  /** Whether rows without a date may stand (surveys under `--period all`). */
  readonly undatedAllowed: boolean;
  readonly scales: Readonly<Record<'score' | 'satisfaction' | 'effort', readonly [number, number]>>;
}

/** A condition with the fate it brings; values of users are bound as `$1`, `$2`, …, never written. */
export interface Condition {
  readonly fate: string;
  readonly sql: string;
}

const dateOf: Partial<Record<Role, string>> = {
  orders: 'ordered_at',
  surveys: 'answered_at',
  content: 'occurred_at',
  spend: 'spent_on',
};

const columnOfRule = (source: Source, name: string): string => {
  const expression = source.mapping.fields.get(name);
  const index = expression?.kind === 'column' ? expression.index : findColumn(source.mapping.header, name);
  if (index === null)
    throw fault('unknown_column', [source.file.original.name, name, seenColumns(source.mapping.header)]);
  return columnName(index);
};

const filterSql = (source: Source, filter: Filter, values: string[]): string =>
  `(${filter.patterns
    .map((pattern) => {
      values.push(likePattern(pattern));
      return `coalesce(${textExpression(columnOfRule(source, filter.column))}, '') LIKE $${values.length} ESCAPE '\\'`;
    })
    .join(' OR ')})`;

/** Whether rows of the file may leave to another row of their order what is the order's own. */
const sharesOrderValues = ({ applied }: Source): boolean => applied?.amountOf === 'order';

/** A row that leaves the amount and this text to another row of its order is judged as that row is. */
const unlessLeftOut = (source: Source, text: string): string =>
  sharesOrderValues(source) ? ` AND NOT (amount IS NULL AND ${text} IS NULL)` : '';

/** The filters of a role as conditions of exclusion over the raw columns; adds the bound values to `values`. */
export const exclusions = (source: Source, rules: RowRules, values: string[]): Condition[] => {
  const ofRole = (filters: readonly Filter[], word: '' | 'NOT '): Condition[] =>
    filters
      .filter(({ role }) => role === source.role)
      .map((filter) => {
        const text = textExpression(columnOfRule(source, filter.column));
        const sql = `(${word}${filterSql(source, filter, values)}${unlessLeftOut(source, text)})`;
        return { fate: 'excluded', sql };
      });
  return [...ofRole(rules.excludes, ''), ...ofRole(rules.onlyWhere, 'NOT ')];
};

const rawColumn = (source: Source, field: string): string | null => {
  const expression = source.mapping.fields.get(field);
  return expression?.kind === 'column' ? columnName(expression.index) : null;
};

const statusConditions = (source: Source, rules: RowRules, values: string[]): Condition[] => {
  const column = rawColumn(source, 'status');
  if (source.role !== 'orders' || column === null) return [];
  const word = wordExpression(column);
  if (rules.countStatuses !== null) {
    const list = rules.countStatuses.map((status) => {
      values.push(status);
      return `$${values.length}`;
    });
    return [{ fate: 'status_not_counted', sql: `coalesce(${word}, '') NOT IN (${list.join(', ')})` }];
  }
  return [
    { fate: 'status_not_counted', sql: isIgnoredStatus(statusesOf(source)) },
    { fate: 'status_unknown', sql: isUnknownStatus },
  ];
};

/** What a profile says of rows: those about something else, and orders that do not count whatever their status. */
const profileConditions = ({ applied }: Source, bind: Bind): Condition[] => {
  if (applied === null) return [];
  const keep = rowTestSql(applied.keep, bind);
  const found = [
    { fate: 'foreign_rows', sql: rowTestSql(applied.drop, bind) },
    { fate: 'foreign_rows', sql: keep === null ? null : `NOT ${keep}` },
    { fate: 'status_not_counted', sql: rowTestSql(applied.ignore, bind) },
  ];
  return found.flatMap(({ fate, sql }) => (sql === null ? [] : [{ fate, sql }]));
};

const required: Readonly<Record<Role, readonly string[]>> = {
  orders: ['ordered_at', 'amount'],
  customers: [],
  surveys: [],
  content: ['occurred_at'],
  spend: ['spent_on', 'amount'],
};

const hasKey = (source: Source): boolean =>
  source.mapping.fields.has('customer_id') || source.mapping.fields.has('email');

/** Whether a row holds anything for a field; only the rows that the profile says do are asked. */
const isGiven = (source: Source, field: string, bind: Bind): string => {
  const raw = rawColumn(source, field);
  if (raw === null) return 'false';
  const given = `trim(coalesce(${raw}, ''), ${literal(blanks)}) NOT IN ('', '--')`;
  const test = rowTestSql(source.applied?.when.get(field) ?? [], bind);
  return test === null ? given : `(${given} AND ${test})`;
};

/** The conditions over the row with its `typed` columns, in the order in which the first that holds decides. */
export const conditions = (
  source: Source,
  rules: RowRules,
  typed: ReadonlySet<string>,
  values: string[],
): Condition[] => {
  const { role, mapping } = source;
  const found: Condition[] = [];
  const ruled = [rules.currency === null ? null : 'currency', rules.countStatuses === null ? null : 'status'];
  for (const field of ruled)
    if (role === 'orders' && field !== null && !mapping.fields.has(field))
      throw fault('header_missing_field', [
        source.file.original.name,
        field,
        seenColumns(mapping.header),
        `orders.${field}`,
      ]);
  const bind = bindTo(values);
  if (role === 'orders' && mapping.fields.has('order_id'))
    found.push({ fate: 'no_order_id', sql: 'order_id IS NULL' });
  for (const field of fields[role]) {
    if (!typed.has(field.name) || !mapping.fields.has(field.name)) continue;
    if (!isJudged(field)) continue;
    if (required[role].includes(field.name) && !sharesOrderValues(source))
      found.push({ fate: `bad_${field.name}`, sql: `${field.name} IS NULL` });
    else {
      const given = isGiven(source, field.name, bind);
      const dated = field.name === 'ordered_at' ? `(${given} OR amount IS NOT NULL)` : given;
      found.push({ fate: `bad_${field.name}`, sql: `(${field.name} IS NULL AND ${dated})` });
    }
    if (field.kind === 'score') {
      const [low, high] = rules.scales[field.name as 'score'];
      found.push({ fate: 'score_out_of_range', sql: `(${field.name} NOT BETWEEN ${low} AND ${high})` });
    }
  }
  if ((role === 'customers' || role === 'content') && hasKey(source))
    found.push({ fate: 'no_customer', sql: 'customer IS NULL' });
  if (role === 'spend') found.push({ fate: 'unknown_kind', sql: 'kind IS NULL' });
  const date = dateOf[role];
  if (date !== undefined) {
    if (role === 'surveys' && !rules.undatedAllowed) found.push({ fate: 'undated', sql: `${date} IS NULL` });
    found.push({ fate: 'outside_window', sql: `(${date} > ${dayLiteral(rules.asOf)})` });
  }
  if (role === 'orders' && rules.currency !== null && mapping.fields.has('currency')) {
    values.push(rules.currency);
    found.push({
      fate: 'other_currency',
      sql: `(upper(currency) IS DISTINCT FROM upper($${values.length})${unlessLeftOut(source, 'currency')})`,
    });
  }
  return [...profileConditions(source, bind), ...statusConditions(source, rules, values), ...found];
};
