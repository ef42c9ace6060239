import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildScanner, buildScanWorker } from './scan.mjs';

const root = new URL('..', import.meta.url);
const inRoot = (path) => fileURLToPath(new URL(path, root));

/** Some bundled packages call `require` for Node's own modules; a bundle in ESM has none unless it is made. */
const banner = "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

const bundle = () =>
  build({
    entryPoints: { cli: inRoot('src/cli/index.ts') },
    outdir: inRoot('dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@duckdb/node-bindings'],
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'warning',
  });

const writeSchema = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { z } from 'zod'; import { report } from './src/report/schema.ts'; export default z.toJSONSchema(report);",
      resolveDir: inRoot('.'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { default: schema } = await import(`data:text/javascript;base64,${code}`);
  await writeFile(inRoot('dist/report.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
};

await rm(inRoot('dist'), { recursive: true, force: true });
await mkdir(inRoot('dist'), { recursive: true });
await Promise.all([bundle(), buildScanner(), buildScanWorker(), writeSchema()]);
