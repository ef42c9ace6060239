import { fault } from '../../errors.ts';
import type { Source } from '../../sources/inspect.ts';
import type { Engine } from '../engine.ts';

const declaredScale = (header: string): [number, number] | null => {
  const range = /(?<!\d)([01])\s*(?:-|–|—|to|à|…|\.\.)\s*(\d{1,2})(?!\d)/i.exec(header);
  if (range !== null) return [Number(range[1]), Number(range[2])];
  const outOf = /(?:\/|sur|out of)\s*(\d{1,2})(?!\d)/i.exec(header);
  return outOf === null ? null : [0, Number(outOf[1])];
};

/** The answers from which on a ceiling of 5, or the lack of any 0, cannot be chance. */
const enough = 30;

/**
 * Refuses as NPS a scale that is declared otherwise, by the user or by the column's header, and 30 or more answers of
 * which none is above 5; a scale the user declares as 0–10 settles it.
 */
export const assertNetScale = async (
  engine: Engine,
  sources: readonly Source[],
  declared: readonly [number, number] | null,
): Promise<void> => {
  const name = sources[0]!.file.original.name;
  if (declared !== null) {
    if (declared[0] !== 0 || declared[1] !== 10)
      throw fault('not_an_nps_scale', [name, `declared as ${declared[0]}–${declared[1]}`]);
    return;
  }
  for (const { mapping } of sources) {
    const expression = mapping.fields.get('score');
    const header = expression?.kind === 'column' ? mapping.header[expression.index]! : '';
    const scale = declaredScale(header);
    if (scale !== null && (scale[0] !== 0 || scale[1] !== 10))
      throw fault('not_an_nps_scale', [name, `its header says ${scale[0]}–${scale[1]}`]);
  }
  const [row] = await engine.rows(
    'SELECT count(score) AS n, max(score) AS highest FROM raw_surveys WHERE fate = 0',
  );
  if (Number(row!.n) >= enough && Number(row!.highest) <= 5)
    throw fault('not_an_nps_scale', [name, `none of ${Number(row!.n)} answers is above 5`]);
};

/** Whether the answers are many, and yet none of them is a 0: on a scale of 0–10 that is worth a word. */
export const lacksZeros = async (engine: Engine): Promise<boolean> => {
  const [row] = await engine.rows(
    'SELECT count(score) AS n, count(*) FILTER (score = 0) AS zeros FROM raw_surveys WHERE fate = 0',
  );
  return Number(row!.n) >= enough && Number(row!.zeros) === 0;
};
