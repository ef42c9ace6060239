import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as schemas from '../../src/cli/options.ts';
import { bashScript } from '../../src/cli/shell/bash.ts';
import { fishScript } from '../../src/cli/shell/fish.ts';
import { type CommandModel, everyCommand, type Flag, type Values } from '../../src/cli/shell/model.ts';
import { zshScript } from '../../src/cli/shell/zsh.ts';
import { dataDefinitions } from '../../src/indicators/data/index.ts';
import { groups } from '../../src/indicators/define.ts';
import { indicatorIds, indicators } from '../../src/indicators/index.ts';
import { parsePeriod } from '../../src/period/index.ts';
import { reporters } from '../../src/render/checks/index.ts';
import { formats } from '../../src/render/index.ts';
import { profiles } from '../../src/sources/profiles/index.ts';
import { run } from '../support/cli.ts';
import { readModules } from '../support/modules.ts';
import { model, program } from './completion-program.ts';

const whole = model();
const commands = everyCommand(whole);

const commandAt = (...path: string[]): CommandModel => {
  const found = commands.find((command) => command.path.join(' ') === ['loyalty', ...path].join(' '));
  if (found === undefined) throw new Error(`no command ${path.join(' ')}`);
  return found;
};

const flagOf = (command: CommandModel, long: string): Flag | undefined =>
  command.flags.find((flag) => flag.long === long);

const wordsOf = (values: Values | null | undefined): string[] =>
  values !== null && values !== undefined && 'offered' in values
    ? values.offered.map(({ word }) => word)
    : [];

/** The values an enumeration in a schema has, whatever stands around it; null where there is none. */
const enumeration = (schema: z.core.$ZodType): unknown[] | null => {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } };
  if (def.type === 'enum') return Object.values(def.entries as object);
  const inner = (def.type === 'pipe' ? def.out : def.innerType) as z.core.$ZodType | undefined;
  return inner === undefined ? null : enumeration(inner);
};

const longOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

interface Closed {
  readonly name: string;
  readonly flag: Flag;
  readonly accepted: readonly unknown[];
  readonly taken: (word: string) => unknown;
}

/** `--format` is another flag from command to command: which read it with which schema. */
const formatReaders = new Map<unknown, readonly string[]>([
  [schemas.tableOrJson, ['loyalty inspect', 'loyalty profiles']],
  [schemas.yamlOrJson, ['loyalty config print']],
]);

const closed: readonly Closed[] = Object.values(schemas)
  .filter((schema) => schema instanceof z.ZodMiniObject)
  .flatMap((schema) =>
    Object.entries(schema.shape).flatMap(([key, field]) => {
      const accepted = enumeration(field as z.core.$ZodType);
      if (accepted === null) return [];
      return commands
        .filter(({ path }) => key !== 'format' || formatReaders.get(schema)?.includes(path.join(' ')))
        .flatMap((command) => {
          const flag = flagOf(command, longOf(key));
          return flag === undefined
            ? []
            : [
                {
                  name: `${command.path.join(' ')} ${flag.long}`,
                  flag,
                  accepted,
                  taken: (word: string) => (z.parse(schema, { [key]: word }) as Record<string, unknown>)[key],
                },
              ];
        });
    }),
  );

describe('what is offered for a flag', () => {
  test('is looked at wherever a schema holds a list', () => {
    expect(closed.length).toBeGreaterThan(20);
    for (const flag of ['compare', 'answers', 'grain', 'encoding', 'delimiter', 'decimal', 'date-format'])
      expect(closed.map(({ name }) => name)).toContain(`loyalty kpi --${flag}`);
    for (const command of [...formatReaders.values()].flat())
      expect(closed.map(({ name }) => name)).toContain(`${command} --format`);
  });

  test.each(closed)('$name: exactly what its schema accepts', ({ flag, accepted, taken }) => {
    expect(flag.values).toMatchObject({ kind: 'words', closed: true });
    const words = wordsOf(flag.values);
    expect(new Set(words.map(taken))).toEqual(new Set(accepted));
    expect(words).toHaveLength(accepted.length);
  });

  const kpi = commandAt('kpi');

  test('kpi: the formats, groups, figures and exports there are', () => {
    const offered = (long: string) => wordsOf(flagOf(kpi, long)?.values);
    expect(offered('--format')).toEqual(Object.keys(formats));
    expect(offered('--output')).toEqual(Object.keys(formats));
    expect(offered('--group')).toEqual(Object.keys(groups));
    expect(offered('--only')).toEqual(indicatorIds);
    expect(offered('--except')).toEqual(indicatorIds);
    expect(offered('--profile')).toEqual(['none', ...profiles().map(({ id }) => id)]);
    expect(wordsOf(commandAt('explain').positionals[0]?.values)).toEqual(indicatorIds);
    expect(wordsOf(commandAt('profiles').positionals[0]?.values)).toEqual(profiles().map(({ id }) => id));
  });

  test('checks: every figure, those of the data too, and every reporter', () => {
    const ids = [...dataDefinitions, ...indicators].map(({ id }) => id);
    const checks = flagOf(kpi, '--check')?.values;
    expect(checks).toMatchObject({ list: false, closed: false });
    expect(wordsOf(checks)).toEqual(ids);
    expect(wordsOf(flagOf(kpi, '--reporter')?.values)).toEqual(Object.keys(reporters));
  });

  test('kpi: words that are not all there are, each of them accepted', () => {
    for (const base of wordsOf(flagOf(kpi, '--base')?.values))
      expect(schemas.kpiOptions.parse({ base }).base).toBe(base);
    const periods = wordsOf(flagOf(kpi, '--period')?.values);
    expect(periods).toEqual(
      expect.arrayContaining(['last-month', 'last-quarter', 'ytd', 'last-90-days', 'all']),
    );
    for (const period of periods)
      expect(() =>
        parsePeriod(period, { asOf: '2021-05-15' as never, fiscalStart: null as never }),
      ).not.toThrow();
  });

  test.each(commands.map((command) => ({ name: command.path.join(' '), command })))(
    '$name: no flag whose text is a list of words is left without them, and none is repeated',
    ({ command }) => {
      for (const { values, text, long } of command.flags) {
        if (values?.kind === 'free') expect(`${long}: ${text}`).not.toMatch(/: \S+(, \S+)* or \S+( \(|$)/);
        const words = wordsOf(values);
        expect(words).toHaveLength(new Set(words).size);
      }
    },
  );

  test('files, wherever a file is named', () => {
    for (const { flags } of commands)
      for (const { placeholder, values } of flags)
        if (placeholder === 'file') expect(values?.kind).toMatch(/files$/);
    expect(commandAt('kpi').positionals[0]?.values.kind).toBe('files');
    expect(commandAt('inspect').positionals[0]?.values.kind).toBe('files');
  });
});

test('every command of the help is known, with its examples and the flags of its help', async () => {
  for (const known of program().commands) {
    const { stdout } = await run([known.name(), '--help']);
    const longs = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, long]) => long);
    const { flags, examples } = commandAt(known.name());
    expect(new Set(flags.map(({ long }) => long))).toEqual(new Set(longs));
    for (const example of examples) expect(stdout).toContain(`  ${example}`);
  }
  expect(commandAt('kpi').examples).toContain('loyalty kpi orders.csv --period 2021-Q1 --compare year');
});

test.each([
  ['bash', bashScript, (long: string) => ` ${long}`],
  ['zsh', zshScript, (long: string) => `--${long.slice(2)}`],
  ['fish', fishScript, (long: string) => ` -l ${long.slice(2)} `],
] as const)(
  '%s: every flag of every command stands in the script, the same at every printing',
  (_, script, spelt) => {
    const text = script(whole);
    for (const { flags } of commands) for (const { long } of flags) expect(text).toContain(spelt(long));
    expect(script(model())).toBe(text);
  },
);

test('no package but the parser is loaded to print a script', () => {
  const all = readModules(new URL('../../src/', import.meta.url));
  const byPath = new Map(all.map((module) => [module.path, module]));
  const loaded = (from: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const { kind, target, specifier } of byPath.get(from)?.imports ?? [])
      if (kind === 'value') {
        if (target === null) seen.add(specifier);
        else loaded(target, seen);
      }
    return seen;
  };
  const packages = [...loaded('cli/run-completion.ts')].filter((name) => !/\.ts$|^node:/.test(name));
  expect(packages).toEqual([]);
  expect([...loaded('cli/run-profiles.ts')]).toContain('zod');
});
