import { fault } from '../errors.ts';

/** A closed arithmetic of columns: what `--map orders.amount='Quantity*UnitPrice'` may say. */
export type Expression =
  | { readonly kind: 'column'; readonly index: number }
  | { readonly kind: 'number'; readonly text: string }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*';
      readonly left: Expression;
      readonly right: Expression;
    };

/** The columns an expression reads, each once. */
export const columnsOf = (expression: Expression): number[] => {
  if (expression.kind === 'column') return [expression.index];
  if (expression.kind === 'number') return [];
  return [...new Set([...columnsOf(expression.left), ...columnsOf(expression.right)])];
};

/** An expression as it would be written, its columns by the names of a header. */
export const expressionText = (expression: Expression, header: readonly string[]): string => {
  if (expression.kind === 'number') return expression.text;
  if (expression.kind === 'column') return header[expression.index]!;
  const { operator, left, right } = expression;
  const part = (inner: Expression, bound: boolean): string => {
    const text = expressionText(inner, header);
    return bound && inner.kind === 'operation' ? `(${text})` : text;
  };
  const times = (inner: Expression): boolean => inner.kind === 'operation' && inner.operator === '*';
  const product = operator === '*';
  return `${part(left, product && !times(left))} ${operator} ${part(right, product || !times(right))}`;
};

/** Whether the expression multiplies columns, as amounts of order lines do. */
export const isProduct = (expression: Expression): boolean =>
  expression.kind === 'operation' &&
  ((expression.operator === '*' &&
    columnsOf(expression.left).length > 0 &&
    columnsOf(expression.right).length > 0) ||
    isProduct(expression.left) ||
    isProduct(expression.right));

type Token = { readonly kind: 'name' | 'number' | 'sign'; readonly text: string };

const tokenPattern =
  /\s*(?:\[([^\]]*)\]|"([^"]*)"|(\d+(?:\.\d{1,4})?)(?![\p{L}\p{N}_])|([\p{L}_#][\p{L}\p{N}_#.]*)|([-+*()]))\s*/uy;

const tokensOf = (text: string): Token[] | null => {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (match === null) return null;
    const [, bracketed, quoted, number, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'name', text: (bracketed ?? quoted ?? name)! });
  }
  return tokens;
};

const parseTokens = (
  tokens: readonly Token[],
  text: string,
  columnOf: (name: string) => number,
): Expression => {
  let position = 0;
  const sign = (...wanted: string[]): string | null => {
    const token = tokens[position];
    if (token?.kind !== 'sign' || !wanted.includes(token.text)) return null;
    position += 1;
    return token.text;
  };
  const factor = (): Expression => {
    if (sign('(') !== null) {
      const inner = sum();
      if (sign(')') === null) throw fault('bad_expression', [text]);
      return inner;
    }
    const token = tokens[position++];
    if (token === undefined || token.kind === 'sign') throw fault('bad_expression', [text]);
    return token.kind === 'number'
      ? { kind: 'number', text: token.text }
      : { kind: 'column', index: columnOf(token.text) };
  };
  const product = (): Expression => {
    let left = factor();
    while (sign('*') !== null) left = { kind: 'operation', operator: '*', left, right: factor() };
    return left;
  };
  const sum = (): Expression => {
    let left = product();
    for (let operator = sign('+', '-'); operator !== null; operator = sign('+', '-'))
      left = { kind: 'operation', operator: operator as '+' | '-', left, right: product() };
    return left;
  };
  const expression = sum();
  if (position !== tokens.length) throw fault('bad_expression', [text]);
  return expression;
};

/**
 * Parses sums, differences and products of columns and numbers, with parentheses; a column whose name holds other
 * signs stands in `[…]` or `"…"`. `columnOf` finds a column by its name or throws, and is asked only once the text is
 * arithmetic. The text of a whole column name is that column.
 */
export const parseExpression = (
  text: string,
  exact: (name: string) => number | null,
  columnOf: (name: string) => number,
): Expression => {
  const whole = exact(text.trim());
  if (whole !== null) return { kind: 'column', index: whole };
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) throw fault('bad_expression', [text]);
  parseTokens(tokens, text, () => 0);
  return parseTokens(tokens, text, columnOf);
};
