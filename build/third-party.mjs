import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const packageFolder = (input) =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input.replaceAll('\\', '/'))?.[0];

const licenceText = async (folder) => {
  const names = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  if (names.length === 0) return null;
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

/** The packages whose code esbuild took into bundles, by name: version, licence and the text of the licence. */
export const bundledPackages = async (metafiles) => {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
    ),
  );
  const folders = [...new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined))];
  const packages = await Promise.all(
    folders.map(async (folder) => {
      const about = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
      const { name, version } = about;
      const licence = about.license ?? about.licenses.map(({ type }) => type).join(' or ');
      const text = await licenceText(join(root, folder));
      if (text === null)
        throw new Error(`${name} is bundled and ships no licence text; add its notice by hand`);
      return { name, version, licence, text };
    }),
  );
  return packages.toSorted((one, other) => (one.name < other.name ? -1 : 1));
};

/** The notices of bundled packages: for each its name, version and licence, and the licence's own words. */
export const noticesText = (packages) =>
  packages
    .map(({ name, version, licence, text }) => {
      const title = `${name} ${version} (${licence})`;
      return `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`;
    })
    .join('\n\n');
