import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';
import { type Report, report } from '../../src/report/schema.ts';
import { holdToSchemas } from '../support/held.ts';

/** The checkout, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The program as it is installed. */
export const program = `${root}bin/loyalty.js`;

/** What a run of the program left behind. */
export interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const text = (output: unknown): string => (typeof output === 'string' ? output : '');

/** Starts the program; the checkout is its working directory unless `options` say otherwise. */
export const start = (argv: readonly string[], options: Options = {}) =>
  execa(process.execPath, [program, ...argv], {
    cwd: root,
    reject: false,
    stripFinalNewline: false,
    ...options,
  });

/** Runs the program to its end, and holds what it said and wrote to the schemas. */
export const loyalty = async (argv: readonly string[], options: Options = {}): Promise<Ended> => {
  const { exitCode, stdout, stderr } = await start(argv, options);
  const ended = { code: exitCode, stdout: text(stdout), stderr: text(stderr) };
  holdToSchemas(argv, ended, String(options.cwd ?? root));
  return ended;
};

/** Runs `kpi … --format json` and gives its report, validated; anything but exit 0 throws what was said. */
export const reportBy = async (argv: readonly string[], options: Options = {}): Promise<Report> => {
  const { code, stdout, stderr } = await loyalty(['kpi', ...argv, '--format', 'json'], options);
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return report.parse(JSON.parse(stdout));
};
