import type { Role } from '../report/schema.ts';
import { columnsOf, type Expression, expressionText } from '../sources/expression.ts';
import type { Declared } from '../sources/inspect.ts';
import type { Understood } from './glimpse.ts';
import type { InspectedFile } from './schema.ts';
import { commonShapes, shapeOf } from './shape.ts';

const mostValues = 3;

/** Names with other signs than a word's stand in brackets within arithmetic. */
const bracketed = (name: string): string =>
  /^[\p{L}_#][\p{L}\p{N}_#.]*$/u.test(name) ? name : name.includes(']') ? `"${name}"` : `[${name}]`;

const written = (expression: Expression, header: readonly string[]): string =>
  expressionText(expression, expression.kind === 'column' ? header : header.map(bracketed));

/** The fields of a file with the columns they are read from, as `--map` would name them, and who says so. */
export const fieldsOf = (role: Role, file: Understood, declared: Declared): InspectedFile['fields'] => {
  const ruled = new Set(declared.rules.filter((rule) => rule.role === role).map(({ field }) => field));
  return [...(file.mapping?.fields ?? [])].map(([field, expression]) => ({
    field,
    column: written(expression, file.header),
    by: ruled.has(field) ? 'map' : file.applied === null ? 'name' : 'profile',
  }));
};

/** The columns of a file with the shapes of their sampled values; the values themselves only where they are asked for. */
export const columnsOfFile = (file: Understood, showValues: boolean): InspectedFile['columns'] => {
  const fields = [...(file.mapping?.fields ?? [])];
  return file.header.map((name, index) => {
    const values = file.sample.map((row) => row[index] ?? '');
    const filled = values.filter((value) => value.trim() !== '');
    return {
      name: file.nameless && !showValues ? shapeOf(name) : name,
      fields: fields.flatMap(([field, expression]) => (columnsOf(expression).includes(index) ? [field] : [])),
      sampled: values.length,
      filled: filled.length,
      shapes: commonShapes(values),
      values: showValues ? [...new Set(filled)].slice(0, mostValues) : null,
    };
  });
};
