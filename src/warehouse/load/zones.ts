import { fault } from '../../errors.ts';
import { isTimezone } from '../../period/index.ts';
import type { Source } from '../../sources/inspect.ts';
import { zoneNamed } from '../../sources/values/zones.ts';
import type { Engine } from '../engine.ts';
import { columnName } from '../sql.ts';
import { relationOf } from './read.ts';

/** Finds the zone behind every name in the profile's column of zones, over the whole file; a name of none is refused. */
export const settleZones = async (engine: Engine, source: Source): Promise<Source> => {
  const index = source.applied?.zone ?? null;
  if (index === null) return source;
  const column = `trim(${columnName(index)})`;
  const rows = await engine.rows(
    `SELECT DISTINCT ${column} AS name FROM ${relationOf(source, false)} WHERE ${column} <> '' ORDER BY name LIMIT 200`,
  );
  const zones = new Map(rows.map(({ name }) => [String(name), zoneNamed(String(name))]));
  const unknown = [...zones.values()].filter((zone) => !isTimezone(zone)).length;
  if (unknown > 0)
    throw fault('unknown_zone', [source.file.original.name, source.mapping.header[index]!, String(unknown)]);
  return { ...source, zones };
};
