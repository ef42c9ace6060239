import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const manifest = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    ...entry,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  }));

it('package.json pins every version exactly', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.length).toBeGreaterThan(10);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('package-lock.json has the version of package.json for each', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
});

it('package-lock.json lists the engine for all eight platforms, in one version', () => {
  const bindings = locked.filter(({ name }) => name.startsWith('@duckdb/node-bindings-'));
  expect(bindings.map(({ name }) => name.slice('@duckdb/node-bindings-'.length)).sort()).toEqual([
    'darwin-arm64',
    'darwin-x64',
    'linux-arm64',
    'linux-arm64-musl',
    'linux-x64',
    'linux-x64-musl',
    'win32-arm64',
    'win32-x64',
  ]);
  expect(new Set(bindings.map(({ version }) => version))).toEqual(
    new Set([manifest.dependencies['@duckdb/node-api']]),
  );
});

it('every locked package comes from a registry with its checksum', () => {
  expect(locked.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual(
    [],
  );
});

it('nothing a user installs runs a script of its own; of the tools only those that are known to', () => {
  const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript === true);
  expect(scripted.filter(({ dev }) => dev !== true).map(({ name }) => name)).toEqual([]);
  expect(scripted.map(({ name }) => name).sort()).toEqual(['esbuild']);
});
