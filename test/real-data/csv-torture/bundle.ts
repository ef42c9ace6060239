import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A program made of the sources as they stand, to be run in a process of its own. */
export interface Bundle {
  readonly script: string;
  readonly remove: () => void;
}

/** Bundles the reader's process; it lies in the checkout, where it finds the packages and the built scanner. */
export const bundleReader = async (): Promise<Bundle> => {
  const folder = fileURLToPath(
    new URL(`../../../node_modules/.cache/loyalty/${process.pid}/`, import.meta.url),
  );
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'reader.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('reader-process.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return { script, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
