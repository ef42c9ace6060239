import { platform } from 'node:os';
import type { Dialect } from '../sources/dialect.ts';
import type { OpenedFile } from '../sources/open.ts';
import { columnName, literal } from './sql.ts';

/** The path by which the engine reads a file that stands open: never one a user wrote. */
export const enginePath = (file: OpenedFile): string =>
  platform() === 'linux' ? `/proc/self/fd/${file.fd}` : `/dev/fd/${file.fd}`;

/**
 * SQL of a CSV file as a relation of VARCHAR columns c0, c1, …, with nothing left to the engine's guess. `parallel`
 * false reads slower, and also where line ends inside quotes mislead the parallel reader into an error.
 */
export const csvRelation = (file: OpenedFile, dialect: Dialect, parallel: boolean): string => {
  const columns = dialect.header.map((_, index) => `${columnName(index)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(enginePath(file))}, auto_detect = false, header = true, skip = ${dialect.skip},
    delim = ${literal(dialect.delimiter)}, quote = '"', escape = '"', comment = '', strict_mode = true,
    null_padding = false, ignore_errors = false, compression = 'none', hive_partitioning = false,
    union_by_name = false, filename = false, max_line_size = 2097152, parallel = ${parallel}, columns = {${columns}})`;
};

/** SQL of a Parquet file as a relation of VARCHAR columns c0, c1, …. */
export const parquetRelation = (file: OpenedFile, width: number): string => {
  const names = Array.from({ length: width }, (_, index) => columnName(index)).join(', ');
  return `(SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${literal(enginePath(file))}, hive_partitioning = false) AS file(${names}))`;
};
