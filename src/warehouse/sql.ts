/** Writes a text of ours (never a user's) as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes a day as a DATE literal. */
export const dayLiteral = (day: string): string => `DATE ${literal(day)}`;

/** The neutral name of a file's column, by its position. */
export const columnName = (index: number): string => `c${index}`;

/**
 * SQL that is true where an expression equals one of some others, compared one after another until one is found: of an
 * IN list the engine computes all, for every row.
 */
export const isOneOf = (sql: string, others: readonly string[]): string =>
  others.map((other) => `${sql} = ${other}`).join(' OR ');
