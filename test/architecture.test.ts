import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Module, packageOf, readModule, readModules } from './support/modules.ts';

const sourceRoot = new URL('../src/', import.meta.url);
const modules = readModules(sourceRoot);

/** A rule of the house: what breaks it, one sentence each. */
type Rule = (all: readonly Module[]) => string[];

const roomOf = (path: string): string => path.split('/')[0]!;

/**
 * The rooms each room may use, in the order of the imports: none uses one that stands before it. What is listed under
 * `types` is the one exception: the words of the report and of the definitions, which leave nothing in the running code.
 */
const rooms: Readonly<
  Record<string, { readonly uses: readonly string[]; readonly types?: readonly string[] }>
> = {
  cli: {
    uses: [
      'config',
      'checks',
      'nights',
      'outputs',
      'render',
      'inspection',
      'report',
      'indicators',
      'statistics',
      'warehouse',
      'sources',
      'period',
      'errors.ts',
      'package.ts',
    ],
  },
  config: {
    uses: ['checks', 'render', 'indicators', 'sources', 'period', 'errors.ts'],
    types: ['inspection/schema.ts'],
  },
  checks: { uses: ['report', 'indicators', 'statistics', 'period', 'errors.ts'] },
  nights: { uses: ['outputs', 'report', 'indicators', 'period', 'leftovers', 'errors.ts'] },
  outputs: { uses: ['leftovers', 'errors.ts'] },
  render: { uses: ['inspection', 'report', 'indicators'], types: ['nights/schema.ts'] },
  inspection: { uses: ['report', 'indicators', 'warehouse', 'sources', 'period', 'errors.ts'] },
  report: { uses: ['indicators', 'statistics', 'warehouse', 'sources', 'period', 'errors.ts'] },
  indicators: { uses: [], types: ['report/schema.ts'] },
  statistics: { uses: [], types: ['report/schema.ts', 'indicators/define.ts'] },
  warehouse: { uses: ['sources', 'period', 'errors.ts'], types: ['report/schema.ts'] },
  sources: { uses: ['leftovers', 'errors.ts', 'package.ts'], types: ['report/schema.ts'] },
  period: { uses: ['errors.ts'] },
  leftovers: { uses: [] },
  'errors.ts': { uses: ['errors'] },
  errors: { uses: [] },
  'package.ts': { uses: [] },
};

const directions: Rule = (all) =>
  all.flatMap(({ path, imports }) => {
    const room = rooms[roomOf(path)];
    if (room === undefined) return [`${path} is in no room`];
    return imports.flatMap(({ target, kind }) => {
      if (target === null || roomOf(target) === roomOf(path) || room.uses.includes(roomOf(target))) return [];
      if (kind === 'type' && room.types?.includes(target)) return [];
      return [`${path} imports ${target} (${kind})`];
    });
  });

const resolution: Rule = (all) => {
  const known = new Set(all.map(({ path }) => path));
  return all.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, specifier }) =>
      target === null || known.has(target) || specifier.endsWith('.d.ts')
        ? []
        : [`${path} imports ${specifier}`],
    ),
  );
};

/** Who may import a package: a room (`render/`) or single modules. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['warehouse/engine.ts'],
  chalk: ['render/'],
  'cli-table3': ['render/'],
  commander: ['cli/'],
  'csv-parse': ['sources/'],
  'csv-stringify': ['render/'],
  'date-fns': ['period/'],
  'iconv-lite': ['sources/'],
  jstat: ['statistics/'],
  'smol-toml': ['config/'],
  yaml: ['config/'],
  zod: [
    'checks/declared.ts',
    'cli/options.ts',
    'cli/usage-text.ts',
    'config/issue.ts',
    'config/schema.ts',
    'inspection/schema.ts',
    'nights/line.ts',
    'nights/schema.ts',
    'report/schema.ts',
    'sources/profiles/profile.ts',
  ],
};

const packageDoors: Rule = (all) =>
  all.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, specifier }) => {
      if (target !== null || (specifier.startsWith('node:') && specifier !== 'node:process')) return [];
      const doors = packages[packageOf(specifier)] ?? [];
      return doors.some((door) => path.startsWith(door)) ? [] : [`${path} imports ${specifier}`];
    }),
  );

const surroundings: Rule = (all) =>
  all.flatMap(({ path, identifiers, readsClock }) => [
    ...(identifiers.has('process') && path !== 'cli/io.ts' ? [`${path} touches the process`] : []),
    ...(identifiers.has('console') ? [`${path} calls the console`] : []),
    ...(readsClock && path !== 'cli/io.ts' ? [`${path} reads the clock`] : []),
  ]);

const lengths: Rule = (all) =>
  all.flatMap(({ path, lines }) => (lines > 200 ? [`${path} has ${lines} lines`] : []));

const names: Rule = (all) =>
  all.flatMap(({ path }) =>
    path.split(/[/.-]/).some((word) => /^(utils?|utilit(y|ies)|helpers?|misc|common)$/i.test(word))
      ? [path]
      : [],
  );

const sql =
  /\b(SELECT|INSERT INTO|DELETE FROM|DROP (TABLE|VIEW)|DESCRIBE|GROUP BY|ORDER BY|PARTITION BY|UNION ALL)\b|\bUPDATE \S+ SET\b|\bCREATE (OR REPLACE )?(TEMP )?(TABLE|VIEW|MACRO)\b|\b(try_cast|coalesce|regexp_\w+|bool_or)\(|\bcount\((\*|DISTINCT)|::(VARCHAR|DATE|DECIMAL|U?[A-Z]*INT)/;

const sqlRooms: Rule = (all) =>
  all.flatMap(({ path, texts }) =>
    ['warehouse', 'indicators'].includes(roomOf(path))
      ? []
      : texts.filter((text) => sql.test(text)).map((text) => `${path} writes SQL: ${text.slice(0, 40)}`),
  );

/** The packages that are loaded as soon as the program starts, with the module that does it. */
const loadedAtStart: Rule = (all) => {
  const byPath = new Map(all.map((module) => [module.path, module]));
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { kind, target, specifier } of byPath.get(path)?.imports ?? []) {
      if (kind !== 'value') continue;
      if (target !== null) visit(target);
      else if (!specifier.startsWith('node:') && specifier !== 'commander')
        found.add(`${path} loads ${specifier}`);
    }
  };
  visit('cli/index.ts');
  return [...found];
};

/** Every rule with a module that breaks it: a rule that would not notice is no rule. */
const rules: readonly {
  name: string;
  rule: Rule;
  broken: readonly [path: string, text: string];
  says: string;
}[] = [
  {
    name: 'imports go one way, types of the report and the definitions excepted',
    rule: directions,
    broken: ['sources/peek.ts', "import { openEngine } from '../warehouse/engine.ts';"],
    says: 'sources/peek.ts imports warehouse/engine.ts (value)',
  },
  {
    name: 'an inline type import still loads its module, so it counts as an import',
    rule: directions,
    broken: ['indicators/peek.ts', "import { type Role } from '../report/schema.ts';"],
    says: 'indicators/peek.ts imports report/schema.ts (value)',
  },
  {
    name: 'a type of another module than the excepted ones is no exception',
    rule: directions,
    broken: ['warehouse/peek.ts', "import type { Outcome } from '../report/outcome.ts';"],
    says: 'warehouse/peek.ts imports report/outcome.ts (type)',
  },
  {
    name: 'a lazy import has a direction too',
    rule: directions,
    broken: ['period/peek.ts', "export const open = () => import('../sources/open.ts');"],
    says: 'period/peek.ts imports sources/open.ts (dynamic)',
  },
  {
    name: 'every module stands in a room',
    rule: directions,
    broken: ['attic/peek.ts', 'export const peek = 1;'],
    says: 'attic/peek.ts is in no room',
  },
  {
    name: 'imports are written with their extension and lead somewhere',
    rule: resolution,
    broken: ['period/peek.ts', "import { addDays } from './day';"],
    says: 'period/peek.ts imports ./day',
  },
  {
    name: 'every package comes in by its own door',
    rule: packageDoors,
    broken: ['report/peek.ts', "import chalk from 'chalk';"],
    says: 'report/peek.ts imports chalk',
  },
  {
    name: 'only the engine opens DuckDB',
    rule: packageDoors,
    broken: ['warehouse/peek.ts', "import type { DuckDBValue } from '@duckdb/node-api';"],
    says: 'warehouse/peek.ts imports @duckdb/node-api',
  },
  {
    name: 'a sub-path is its package',
    rule: packageDoors,
    broken: ['warehouse/peek.ts', "import { addDays } from 'date-fns/addDays';"],
    says: 'warehouse/peek.ts imports date-fns/addDays',
  },
  {
    name: 'only cli/io.ts touches the process, and nobody the console',
    rule: surroundings,
    broken: ['render/peek.ts', 'export const width = () => process.stdout.columns;'],
    says: 'render/peek.ts touches the process',
  },
  {
    name: 'nobody prints past the streams',
    rule: surroundings,
    broken: ['report/peek.ts', "console.log('here');"],
    says: 'report/peek.ts calls the console',
  },
  {
    name: 'only cli/io.ts reads the clock',
    rule: surroundings,
    broken: ['report/peek.ts', 'export const today = new Date().toISOString();'],
    says: 'report/peek.ts reads the clock',
  },
  {
    name: 'no module has more than 200 lines',
    rule: lengths,
    broken: ['report/peek.ts', 'export {};\n'.repeat(201)],
    says: 'report/peek.ts has 201 lines',
  },
  {
    name: 'no module is a drawer for what has no name',
    rule: names,
    broken: ['report/string-utils.ts', 'export {};'],
    says: 'report/string-utils.ts',
  },
  {
    name: 'SQL is written in warehouse/ and indicators/ alone',
    rule: sqlRooms,
    broken: ['report/peek.ts', `export const all = (table: string) => \`SELECT * FROM \${table}\`;`],
    says: 'report/peek.ts writes SQL: SELECT * FROM …',
  },
  {
    name: 'the help loads commander and nothing else',
    rule: loadedAtStart,
    broken: ['cli/exit.ts', "import { z } from 'zod';"],
    says: 'cli/exit.ts loads zod',
  },
];

describe('the rooms of src/', () => {
  it('are all read', () => {
    expect(modules.length).toBeGreaterThan(150);
    expect([...new Set(modules.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(rooms).sort());
  });

  it.each(rules)('$name', ({ rule }) => {
    expect(rule(modules)).toEqual([]);
  });

  it.each(rules)('$name: a module that breaks it is noticed', ({ rule, broken: [path, text], says }) => {
    const others = modules.filter((module) => module.path !== path);
    expect(rule([...others, readModule(path, text)])).toContain(says);
  });

  it('use one another without a circle', () => {
    const order = Object.keys(rooms);
    const upward = order.flatMap((room, place) =>
      rooms[room]!.uses.filter((used) => order.indexOf(used) <= place).map((used) => `${room} uses ${used}`),
    );
    expect(upward).toEqual([]);
  });
});

describe('package.json', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };

  it('names exactly the packages that have a door, and each is used behind it', () => {
    const imported = modules.flatMap(({ imports }) =>
      imports.filter(({ target, specifier }) => target === null && !specifier.startsWith('node:')),
    );
    const used = [...new Set(imported.map(({ specifier }) => packageOf(specifier)))].sort();
    expect(used).toEqual(Object.keys(dependencies).sort());
    expect(used).toEqual(Object.keys(packages).sort());
  });
});

describe('test/', () => {
  const testRoot = new URL('./', import.meta.url);
  const foldersOf = (root: URL): string[] =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/\/+/g, '/'))
      .map((path) => path.slice(root.pathname.length));

  /** What is tested across rooms, and what tests are made of. */
  const across = new Set([
    'bench',
    'canary',
    'crash',
    'engine',
    'fixtures',
    'fuzz',
    'known-answers',
    'laws',
    'oracle',
    'real-data',
    'stories',
    'support',
  ]);

  it('mirrors src/, but for the folders of what goes across the rooms', () => {
    const known = new Set(foldersOf(sourceRoot));
    const strange = foldersOf(testRoot).filter((folder) => !across.has(roomOf(folder)) && !known.has(folder));
    expect(strange).toEqual([]);
  });
});
