import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const inRoot = (path) => fileURLToPath(new URL(path, root));

/** Writes a file so that no reader ever sees half of it. */
const writeWhole = async (file, content) => {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content);
  await rename(temporary, file);
};

/** Compiles the AssemblyScript half of the structural scanner into `outFile`; fails with the compiler's words. */
export const buildScanner = async (outFile = inRoot('dist/scan.wasm')) => {
  const written = new Map();
  const { error, stderr } = await asc.main(
    [
      'src/sources/scan/assembly/scan.ts',
      ...['--baseDir', inRoot('.'), '--outFile', 'scan.wasm', '--runtime', 'stub', '--enable', 'simd'],
      ...['-O3', '--noAssert', '--initialMemory', '20', '--maximumMemory', '20'],
    ],
    { writeFile: (name, content) => void written.set(name, content) },
  );
  if (error) throw new Error(`The scanner did not compile.\n${stderr.toString()}`, { cause: error });
  await writeWhole(outFile, written.get('scan.wasm'));
};

/** Bundles the thread that runs the scanner beside the engine into `outFile`; says what went into it. */
export const buildScanWorker = async (outFile = inRoot('dist/scan-worker.js')) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [inRoot('src/sources/scan/worker.ts')],
    outfile: outFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    write: false,
  });
  for (const file of outputFiles) await writeWhole(file.path, file.contents);
  return { metafile };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildScanner();
  await buildScanWorker();
}
