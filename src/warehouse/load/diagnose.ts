import { fault } from '../../errors.ts';
import { columnsOf } from '../../sources/expression.ts';
import { fields } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';
import { columnName, isOneOf } from '../sql.ts';
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

const diagnoseAmounts = async (engine: Engine, source: Source, field: string): Promise<void> => {
  for (const index of columnsOf(source.mapping.fields.get(field)!)) {
    if (source.amounts.get(index)!.settled) continue;
    const column = columnName(index);
    const [unclear] = await some(
      engine,
      source,
      `regexp_matches(${column}, '[0-9],[0-9]|[0-9][.][0-9]{3}([^0-9]|$)')`,
    );
    if (unclear) throw fault('ambiguous_numbers', [source.file.original.name, source.mapping.header[index]!]);
  }
};

/**
 * Looks over the whole file at what its sample could not settle, where dates or numbers were rejected: columns of dates
 * that contradict themselves (unless the order of day and month was declared: then what does not follow it is
 * rejected), and numbers whose decimal mark first appears further down. Such a file is refused, not half read.
 */
export const diagnose = async (
  engine: Engine,
  source: Source,
  fileNumber: number,
  orderDeclared: boolean,
): Promise<void> => {
  const fates = fatesOf(fields[source.role]);
  const diagnosed = fields[source.role].filter(
    ({ name, kind }) => ['date', 'amount'].includes(kind) && source.mapping.fields.has(name),
  );
  if (diagnosed.length === 0) return;
  const unread = diagnosed.map(({ name }) => String(fates.of(`bad_${name}`)));
  const rejected = `FROM ${rawTable(source)} WHERE file = ${fileNumber} AND (${isOneOf('fate', unread)})`;
  if ((await engine.rows(`SELECT fate ${rejected} LIMIT 1`)).length === 0) return;
  const rows = await engine.rows(`SELECT DISTINCT fate ${rejected}`);
  const bad = new Set(rows.map(({ fate }) => fates.names[Number(fate)]!));
  for (const { name, kind } of diagnosed) {
    if (!bad.has(`bad_${name}`)) continue;
    if (kind === 'date') await diagnoseDates(engine, source, name, orderDeclared);
    else await diagnoseAmounts(engine, source, name);
  }
};
