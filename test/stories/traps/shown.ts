import { expect } from 'vitest';
import { type Report, report } from '../../../src/report/schema.ts';
import { type Finished, run } from '../../support/cli.ts';
import { figuresSaid, runTiny, type TinyFigures } from '../tiny-orders.ts';

/** The orders, cents and customers that `kpi` finds in a file; a run that says no, or does not balance, throws. */
export const figuresIn = async (path: string, ...flags: string[]): Promise<TinyFigures> => {
  const ended = await runTiny(path, ...flags);
  if (ended.code !== 0) throw new Error(`exit ${ended.code}: ${ended.stderr}`);
  return figuresSaid(ended);
};

/** How a file was read, and what became of its records. */
export const inputOf = async (path: string, ...flags: string[]): Promise<Report['inputs'][number]> => {
  const ended = await runTiny(path, ...flags);
  if (ended.code !== 0) throw new Error(`exit ${ended.code}: ${ended.stderr}`);
  return report.parse(JSON.parse(ended.stdout)).inputs[0]!;
};

/** The sentence of a run that refused its input: exit 3, nothing printed, one line said. */
export const refusalOf = ({
  code,
  stdout,
  stderr,
}: Pick<Finished, 'stdout' | 'stderr'> & { code?: unknown }) => {
  expect({ code, stdout }, stderr).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^loyalty: [^\n]+\n$/);
  return stderr.slice('loyalty: '.length, -1);
};

/** The sentence in which `kpi` refuses a file of orders. */
export const refused = async (path: string, ...flags: string[]): Promise<string> =>
  refusalOf(await run(['kpi', path, ...flags]));
