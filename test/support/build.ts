import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the program once before the tests where nothing is built; `npm test` has built it already. */
export default async (): Promise<void> => {
  if (!existsSync(`${root}dist/cli.js`)) await execa('npm', ['run', 'build'], { cwd: root });
};
