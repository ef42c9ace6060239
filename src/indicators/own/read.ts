import type { Grain } from '../define.ts';
import { type Column, documented } from './columns.ts';
import { type Condition, type Literal, type Measure, type Operator, operators } from './expression.ts';
import { Misread } from './misread.ts';
import { type Token, tokensOf } from './tokens.ts';

const summable = new Set<Column['type']>(['count', 'days', 'money', 'number']);

const kindWords = { number: 'a number', text: 'a text in quotes', flag: 'true or false' } as const;

/** What a column is compared with. */
const literalType = ({ type }: Column): Literal['type'] =>
  type === 'flag' || type === 'text' ? type : 'number';

const literalOf = (token: Token | undefined): Literal | null => {
  if (token?.kind === 'text') return { type: 'text', text: token.text };
  if (token?.kind === 'word' && (token.text === 'true' || token.text === 'false'))
    return { type: 'flag', is: token.text === 'true' };
  if (token?.kind !== 'number') return null;
  if (!/^-?\d{1,14}(?:\.\d{1,4})?$/.test(token.text))
    throw new Misread(`holds ${token.text}; a number has up to 14 digits and 4 decimals`);
  return { type: 'number', text: token.text };
};

class Reader {
  readonly #grain: Grain;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(grain: Grain, text: string) {
    this.#grain = grain;
    this.#tokens = tokensOf(text);
  }

  measure(): Measure {
    const { text: kind } = this.#next('count or sum');
    if (kind !== 'count' && kind !== 'sum')
      throw new Misread(`begins with count or with sum, not with ${kind}`);
    const sum = kind === 'sum' ? this.#columnName() : null;
    if (sum !== null && !summable.has(this.#column(sum).type))
      throw new Misread(`cannot sum ${sum}, which is no number`);
    const where = this.#takes('where') ? this.#either() : null;
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw new Misread(`ends before "${rest.text}", which I cannot read there`);
    return { sum, where };
  }

  #next(wanted: string): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Misread(`ends where ${wanted} should follow`);
    this.#at += 1;
    return token;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    const isThere =
      token !== undefined && token.text === text && (token.kind === 'word' || token.kind === 'sign');
    if (isThere) this.#at += 1;
    return isThere;
  }

  #columnName(): string {
    const token = this.#next('a column');
    if (token.kind !== 'word') throw new Misread(`has "${token.text}" where a column should stand`);
    this.#column(token.text);
    return token.text;
  }

  #column(name: string): Column {
    const { columns } = documented[this.#grain];
    if (!Object.hasOwn(columns, name))
      throw new Misread(`names ${name}, which is no column of ${this.#grain}`, {
        text: name,
        known: Object.keys(columns),
      });
    return columns[name]!;
  }

  #either(): Condition {
    let left = this.#both();
    while (this.#takes('or')) left = { kind: 'or', left, right: this.#both() };
    return left;
  }

  #both(): Condition {
    let left = this.#one();
    while (this.#takes('and')) left = { kind: 'and', left, right: this.#one() };
    return left;
  }

  #one(): Condition {
    if (this.#takes('not')) return { kind: 'not', inner: this.#one() };
    if (!this.#takes('(')) return this.#ofColumn();
    const inner = this.#either();
    if (!this.#takes(')')) throw new Misread('has a parenthesis that is never closed');
    return inner;
  }

  #ofColumn(): Condition {
    const name = this.#columnName();
    if (this.#takes('is')) {
      const isNegated = this.#takes('not');
      if (!this.#takes('empty')) throw new Misread(`says "${name} is", behind which only empty may follow`);
      const empty: Condition = { kind: 'empty', column: name };
      return isNegated ? { kind: 'not', inner: empty } : empty;
    }
    const operator = operators.find((sign) => this.#takes(sign));
    if (operator !== undefined) return this.#comparison(name, operator);
    if (this.#column(name).type !== 'flag') throw new Misread(`does not say what ${name} is compared with`);
    return { kind: 'flag', column: name };
  }

  #comparison(name: string, operator: Operator): Condition {
    const wanted = literalType(this.#column(name));
    const token = this.#next(kindWords[wanted]);
    const value = literalOf(token);
    if (value?.type !== wanted)
      throw new Misread(`compares ${name} with ${token.text}; it is compared with ${kindWords[wanted]}`);
    if (wanted !== 'number' && operator !== '=' && operator !== '!=')
      throw new Misread(`compares ${name} by ${operator}; it is compared by = and != only`);
    return { kind: 'compare', column: name, operator, value };
  }
}

/**
 * Reads `count`, `count where …`, `sum COLUMN` or `sum COLUMN where …` over the documented columns of a grain; anything
 * else is a `Misread`. In a condition `not` binds first, then `and`, then `or`.
 */
export const readMeasure = (grain: Grain, text: string): Measure => new Reader(grain, text).measure();
