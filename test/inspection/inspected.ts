import { type Inspection, inspection } from '../../src/inspection/schema.ts';
import { run } from '../support/cli.ts';

/** Runs `inspect … --format json` and gives its answer, validated, with the exit code. */
export const inspected = async (
  argv: readonly string[],
  stdin = '',
): Promise<{ readonly code: number; readonly found: Inspection; readonly stderr: string }> => {
  const { code, stdout, stderr } = await run(['inspect', ...argv, '--format', 'json'], stdin);
  if (stdout === '') throw new Error(`exit ${code}: ${stderr}`);
  return { code, found: inspection.parse(JSON.parse(stdout)), stderr };
};
