import { existsSync, readdirSync, statSync } from 'node:fs';
import { builtFile, packageRoot } from '../../../src/package.ts';

const sources = ['src/sources/scan/', 'src/sources/scan/assembly/', 'build/'];

const newest = (): number =>
  Math.max(
    ...sources.flatMap((folder) => {
      const url = new URL(folder, packageRoot);
      return readdirSync(url).map((name) => statSync(new URL(name, url)).mtimeMs);
    }),
  );

/** Builds the scanner's WebAssembly and thread when they are missing or older than what they are made of. */
export const ensureBuilt = async (): Promise<void> => {
  const made = ['scan.wasm', 'scan-worker.js'].map(builtFile);
  if (made.every((file) => existsSync(file) && statSync(file).mtimeMs >= newest())) return;
  const build = (await import(new URL('build/scan.mjs', packageRoot).href)) as {
    buildScanner(): Promise<void>;
    buildScanWorker(): Promise<void>;
  };
  await build.buildScanner();
  await build.buildScanWorker();
};
