import { fault } from '../errors.ts';
import type { Columns } from '../sources/inspect.ts';
import type { PreparedFile } from '../sources/prepare.ts';
import { type Engine, EngineError } from './engine.ts';
import { enginePath, parquetRelation } from './relation.ts';
import { literal } from './sql.ts';

/** The column names of a Parquet file and a sample of its first records as text; a damaged file is refused. */
export const parquetColumns = async (engine: Engine, file: PreparedFile): Promise<Columns> => {
  try {
    const described = await engine.rows(
      `DESCRIBE SELECT * FROM read_parquet(${literal(enginePath(file.reading))}, hive_partitioning = false)`,
    );
    const header = described.map((row) => String(row.column_name).trim().normalize('NFC'));
    const rows = await engine.rows(
      `SELECT * FROM ${parquetRelation(file.reading, header.length)} LIMIT 2000`,
    );
    const sample = rows.map((row) =>
      Object.values(row).map((value) => (value === null ? '' : String(value))),
    );
    return { header, sample };
  } catch (error) {
    throw error instanceof EngineError ? fault('parquet_damaged', [file.original.name]) : error;
  }
};
