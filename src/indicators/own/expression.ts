/** The value of a comparison, as it was written; numbers keep their digits. */
export type Literal =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'flag'; readonly is: boolean };

export const operators = ['<=', '>=', '!=', '=', '<', '>'] as const;
export type Operator = (typeof operators)[number];

/** A condition on the columns of one row. */
export type Condition =
  | { readonly kind: 'flag'; readonly column: string }
  | {
      readonly kind: 'compare';
      readonly column: string;
      readonly operator: Operator;
      readonly value: Literal;
    }
  | { readonly kind: 'empty'; readonly column: string }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

/** What is counted or summed of the rows of a grain: `count where orders_in >= 2`, `sum revenue_in`. */
export interface Measure {
  /** Null where the rows are counted. */
  readonly sum: string | null;
  readonly where: Condition | null;
}

/** Every column a condition names. */
export const columnsIn = (condition: Condition | null): readonly string[] => {
  if (condition === null) return [];
  if (condition.kind === 'not') return columnsIn(condition.inner);
  if ('left' in condition) return [...columnsIn(condition.left), ...columnsIn(condition.right)];
  return [condition.column];
};

const literalSql = (value: Literal): string => {
  if (value.type === 'flag') return String(value.is);
  return value.type === 'number' ? value.text : `'${value.text.replaceAll("'", "''")}'`;
};

const conditionSql = (condition: Condition): string => {
  switch (condition.kind) {
    case 'flag':
      return condition.column;
    case 'compare':
      return `${condition.column} ${condition.operator === '!=' ? '<>' : condition.operator} ${literalSql(condition.value)}`;
    case 'empty':
      return `${condition.column} IS NULL`;
    case 'not':
      return `NOT (${conditionSql(condition.inner)})`;
    default:
      return `(${conditionSql(condition.left)} ${condition.kind === 'and' ? 'AND' : 'OR'} ${conditionSql(condition.right)})`;
  }
};

/** The exact aggregate of a measure, over those rows alone for which `within` holds too. */
export const aggregateOf = ({ sum, where }: Measure, within: readonly string[]): string => {
  const all = [...within, ...(where === null ? [] : [conditionSql(where)])];
  const condition = all.join(' AND ');
  if (sum === null) return condition === '' ? 'count(*)' : `count_where(${condition})`;
  return `coalesce(sum(${sum})${condition === '' ? '' : ` FILTER (WHERE ${condition})`}, 0)`;
};

/** The conditions of a measure as they restrict another. */
export const restrictionOf = ({ where }: Measure): readonly string[] =>
  where === null ? [] : [conditionSql(where)];
