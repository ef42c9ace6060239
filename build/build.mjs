import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanBinding, leanCommander } from './lean.mjs';
import { buildManual } from './man.mjs';
import { buildScanner, buildScanWorker } from './scan.mjs';
import { importSource } from './source.mjs';
import { bundledPackages, noticesText } from './third-party.mjs';

const root = new URL('..', import.meta.url);
/** The build is made here and takes the place of dist only when it is whole. */
const next = `dist.${process.pid}`;
const inRoot = (path) => fileURLToPath(new URL(path, root));

/** Some bundled packages call `require` for Node's own modules; an ESM file has none unless it is made. */
const makeRequire =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);\n";

const bundle = async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: { cli: inRoot('src/cli/index.ts') },
    outdir: inRoot(next),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [leanCommander, leanBinding],
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  await Promise.all(
    outputFiles.map(({ path, text }) =>
      writeFile(path, /\brequire\b/.test(text) ? `${makeRequire}${text}` : text),
    ),
  );
  return { metafile };
};

const writeSchema = async () => {
  const { default: schema } = await importSource(
    "import { z } from 'zod'; import { report } from './src/report/schema.ts'; export default z.toJSONSchema(report);",
  );
  await writeFile(inRoot(`${next}/report.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
};

const writeConfigSchema = async () => {
  const { configurationSchema } = await importSource("export * from './src/config/schema.ts';");
  const text = `${JSON.stringify(configurationSchema(), null, 2)}\n`;
  await writeFile(inRoot(`${next}/config.schema.json`), text);
};

const writeManifestSchema = async () => {
  const { manifestSchema } = await importSource("export * from './src/nights/schema.ts';");
  await writeFile(inRoot(`${next}/manifest.schema.json`), `${JSON.stringify(manifestSchema(), null, 2)}\n`);
};

const writeNotices = async (bundles) => {
  const metafiles = (await Promise.all(bundles)).map(({ metafile }) => metafile);
  await writeFile(inRoot(`${next}/THIRD-PARTY.txt`), noticesText(await bundledPackages(metafiles)));
};

await mkdir(inRoot(next), { recursive: true });
try {
  const bundles = [bundle(), buildScanWorker(inRoot(`${next}/scan-worker.js`))];
  await Promise.all([
    buildScanner(inRoot(`${next}/scan.wasm`)),
    writeSchema(),
    writeConfigSchema(),
    writeManifestSchema(),
    writeNotices(bundles),
    buildManual(inRoot(`${next}/loyalty.1`)),
  ]);
  await rm(inRoot('dist'), { recursive: true, force: true });
  await rename(inRoot(next), inRoot('dist'));
} finally {
  await rm(inRoot(next), { recursive: true, force: true });
}
