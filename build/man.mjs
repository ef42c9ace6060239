import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const contents = `
  import { makeManual } from './src/cli/shell/make-manual.ts';
  export default makeManual();
`;

/** Writes the manual page into `outFile`, from the commands, figures and exit codes of the sources. */
export const buildManual = async (outFile) => {
  const folder = `${outFile}.modules`;
  await mkdir(folder, { recursive: true });
  try {
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outdir: folder,
      entryNames: 'manual',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    const { default: page } = await import(pathToFileURL(join(folder, 'manual.mjs')).href);
    await writeFile(outFile, page);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
