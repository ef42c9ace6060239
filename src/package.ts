import { existsSync, readFileSync } from 'node:fs';

const findRoot = (from: URL): URL => {
  const here = new URL('.', from);
  if (existsSync(new URL('package.json', here))) return here;
  return findRoot(new URL('..', here));
};

/** The folder of the installed package, whichever file of it is running. */
export const packageRoot = findRoot(new URL(import.meta.url));

/** The version in package.json. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string }).version;

/** A file the build makes: the scanner's WebAssembly and worker, the report's JSON Schema. */
export const builtFile = (name: string): URL => new URL(`dist/${name}`, packageRoot);
