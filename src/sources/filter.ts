import { fault } from '../errors.ts';
import type { Role } from '../report/schema.ts';
import { fields } from './fields.ts';

export const roles = [
  'orders',
  'customers',
  'surveys',
  'content',
  'spend',
] as const satisfies readonly Role[];

/** A filter of rows: exact values or `*` patterns of one column, named by field or by its own name. */
export interface Filter {
  readonly role: Role;
  readonly column: string;
  readonly patterns: readonly string[];
}

const splitRule = (flag: string, text: string): { role: Role; name: string; value: string } => {
  const match = /^(\w+)\.([^=]+)=(.*)$/s.exec(text);
  const role = roles.find((known) => known === match?.[1]);
  if (match === null || role === undefined) throw fault('bad_rule', [flag, text]);
  return { role, name: match[2]!.trim(), value: match[3]! };
};

/** Parses `orders.order_id=C*,A*`. */
export const parseFilter = (flag: string, text: string): Filter => {
  const { role, name, value } = splitRule(flag, text);
  return { role, column: name, patterns: value.split(',').map((pattern) => pattern.trim()) };
};

/** Parses `orders.amount=Total`; the field must be one of the role's. */
export const parseMapRule = (text: string): { role: Role; field: string; column: string } => {
  const { role, name, value } = splitRule('--map', text);
  const known = fields[role].map((field) => field.name);
  if (!known.includes(name)) throw fault('unknown_field', [`${role}.${name}`, known.join(', ')]);
  if (value.trim() === '') throw fault('bad_rule', ['--map', text]);
  return { role, field: name, column: value.trim() };
};

/** A `*` pattern as a SQL LIKE pattern with `\` as its escape sign, composed (NFC) as the values are. */
export const likePattern = (pattern: string): string =>
  pattern
    .normalize('NFC')
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replaceAll('*', '%');
