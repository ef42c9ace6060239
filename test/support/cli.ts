import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { type Report, report } from '../../src/report/schema.ts';
import { holdToSchemas } from './held.ts';

/** What a command line left behind. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** More threads cost small files more than they save; the stories run the binary with its own number. */
const oneThread = { LOYALTY_THREADS: '1' };

/** Runs a command line in this process on streams of its own, and holds what it says and writes to the schemas. */
export const run = async (
  argv: readonly string[],
  stdin = '',
  environment: Readonly<Record<string, string>> = oneThread,
): Promise<Finished> => {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    width: 80,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  const code = await main({
    argv,
    environment,
    stdin: Readable.from(stdin === '' ? [] : [stdin]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    signal: new AbortController().signal,
    now: () => new Date('2022-12-31T12:00:00Z'),
  });
  holdToSchemas(argv, { code, stdout: written.stdout }, '.');
  return { code, ...written };
};

/** Runs `kpi … --format json` and gives its report, validated; anything but exit 0 throws what was said. */
export const reportOf = async (argv: readonly string[]): Promise<Report> => {
  const { code, stdout, stderr } = await run(['kpi', ...argv, '--format', 'json']);
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return report.parse(JSON.parse(stdout));
};

/** A figure of a report by id, the total unless a segment is named. */
export const figure = (of: Report, id: string, segment: Record<string, string> | null = null) => {
  const found = of.figures.find(
    (one) => one.id === id && JSON.stringify(one.segment) === JSON.stringify(segment),
  );
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};
