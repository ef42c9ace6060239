/** Writes a text of ours (never a user's) as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Writes a day as a DATE literal. */
export const dayLiteral = (day: string): string => `DATE ${literal(day)}`;

/** The neutral name of a file's column, by its position. */
export const columnName = (index: number): string => `c${index}`;
