import { likePattern } from '../../sources/filter.ts';
import type { RowTest } from '../../sources/profiles/apply.ts';
import { columnName } from '../sql.ts';
import { wordExpression } from '../values/text.ts';

/** Binds a value to the statement and gives the SQL that stands for it. */
export type Bind = (value: string) => string;

/** Binds to a list of values: `$1`, `$2`, …. */
export const bindTo =
  (values: string[]): Bind =>
  (value) =>
    `$${values.push(value)}`;

const asWord = (pattern: string): string =>
  pattern.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/[ -]+/g, '_');

/** SQL of whether a word matches one of the patterns; the empty word matches only the empty pattern. */
export const wordMatches = (word: string, patterns: readonly string[], bind: Bind): string =>
  patterns
    .map((pattern) =>
      pattern === ''
        ? `coalesce(${word}, '') = ''`
        : `coalesce(nullif(${word}, '') LIKE ${bind(likePattern(asWord(pattern)))} ESCAPE '\\', false)`,
    )
    .join(' OR ');

/** SQL of a test of a row; null where none of its columns is there. */
export const rowTestSql = (test: RowTest, bind: Bind): string | null =>
  test.length === 0
    ? null
    : `(${test.map(({ index, patterns }) => wordMatches(wordExpression(columnName(index)), patterns, bind)).join(' OR ')})`;
