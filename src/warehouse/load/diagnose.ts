import { fault } from '../../errors.ts';
import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { columnName } from '../sql.ts';
import { hasTime, partAboveTwelve } from '../values/date.ts';
import { fatesOf } from './fate.ts';
import { relationOf } from './read.ts';
import { rawTable } from './statement.ts';

const some = async (engine: Engine, source: Source, ...conditions: string[]): Promise<boolean[]> => {
  const items = conditions.map((condition, index) => `coalesce(bool_or(${condition}), false) AS c${index}0`);
  const [row] = await engine.rows(`SELECT ${items.join(', ')} FROM ${relationOf(source, false)}`);
  return conditions.map((_, index) => row![`c${index}0`] === true);
};

const diagnoseDates = async (
  engine: Engine,
  source: Source,
  field: string,
  orderDeclared: boolean,
): Promise<void> => {
  const { index } = source.mapping.fields.get(field) as { index: number };
  const column = columnName(index);
  const details = [source.file.original.name, source.mapping.header[index]!];
  const [dayFirst, monthFirst, withOffset, without] = await some(
    engine,
    source,
    partAboveTwelve(column, 1),
    partAboveTwelve(column, 2),
    hasTime(column, true),
    hasTime(column, false),
  );
  if (dayFirst && monthFirst && !orderDeclared) throw fault('contradictory_dates', details);
  if (withOffset && without) throw fault('mixed_offsets', details);
};

const hasFractions = async (engine: Engine, source: Source): Promise<boolean> => {
  const mapped = fields[source.role].filter(
    ({ name, kind }) => kind === 'amount' && source.mapping.fields.has(name),
  );
  const described = await engine.rows(`DESCRIBE ${rawTable(source)}`);
  const kept = mapped.filter(({ name }) => described.some((row) => row.column_name === name));
  if (kept.length === 0) return false;
  const [row] = await engine.rows(
    `SELECT coalesce(bool_or(${kept.map(({ name }) => `${name} <> trunc(${name})`).join(' OR ')}), false) AS found FROM ${rawTable(source)}`,
  );
  return row!.found === true;
};

const unsettledAmounts = async (engine: Engine, source: Source): Promise<void> => {
  if ([...source.amounts.values()].every(({ settled }) => settled) || !(await hasFractions(engine, source)))
    return;
  for (const [index, format] of source.amounts) {
    if (format.settled) continue;
    const column = columnName(index);
    const [fraction, settling] = await some(
      engine,
      source,
      `regexp_matches(${column}, '[.]')`,
      `regexp_matches(${column}, '[.]([0-9]{1,2}|[0-9]{4,})[^0-9]*$')`,
    );
    if (fraction && !settling)
      throw fault('ambiguous_numbers', [source.file.original.name, source.mapping.header[index]!]);
  }
};

/**
 * Looks over the whole file at what its sample could not settle: numbers whose decimal mark first appears further
 * down, and, where dates were rejected, columns that contradict themselves (unless the order of day and month was
 * declared: then what does not follow it is rejected). Such a file is refused, not half read.
 */
export const diagnose = async (
  engine: Engine,
  source: Source,
  fileNumber: number,
  orderDeclared: boolean,
): Promise<void> => {
  await unsettledAmounts(engine, source);
  const fates = fatesOf(fields[source.role]);
  const dates = [...source.dates.keys()];
  if (dates.length === 0) return;
  const bad = dates.map((field) => fates.of(`bad_${field}`));
  const rows = await engine.rows(
    `SELECT DISTINCT fate FROM ${rawTable(source)} WHERE file = ${fileNumber} AND fate IN (${bad.join(', ')})`,
  );
  for (const { fate } of rows)
    await diagnoseDates(engine, source, fates.names[Number(fate)]!.slice('bad_'.length), orderDeclared);
};
