import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Argument, Command, Option } from 'commander';
import { execa } from 'execa';
import { afterAll, describe, expect, test } from 'vitest';
import { bashScript } from '../../src/cli/shell/bash.ts';
import { fishScript } from '../../src/cli/shell/fish.ts';
import { everyCommand, modelOf } from '../../src/cli/shell/model.ts';
import { offering, words } from '../../src/cli/shell/offers.ts';
import { zshScript } from '../../src/cli/shell/zsh.ts';
import { model } from '../cli/completion-program.ts';
import { loyalty, root } from './binary.ts';
import { answers, has, type Shell, shells } from './completion/shells.ts';

const folder = mkdtempSync(join(tmpdir(), 'completion-story-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scriptOf = async (shell: Shell): Promise<string> => {
  const { code, stdout, stderr } = await loyalty(['completion', shell]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
};

const commands = everyCommand(model());

/** Every list of words a flag takes, with the line that asks for it. */
const closed = commands.flatMap(({ path, flags }) =>
  flags.flatMap(({ long, values }) =>
    values?.kind === 'words' && values.closed
      ? [{ line: `${path.join(' ')} ${long} `, wanted: values.offered.map(({ word }) => word) }]
      : [],
  ),
);

const asked = {
  kpi: 'loyalty kpi --pe',
  equals: 'loyalty kpi --compare=',
  short: 'loyalty kpi -p last-',
  list: 'loyalty kpi --only retention_rate,churn_',
  again: 'loyalty kpi --only churn_rate,churn_',
  base: 'loyalty kpi --base active:',
  explain: 'loyalty explain retention_r',
  profile: 'loyalty profiles shopify-orders-',
  second: 'loyalty profiles shopify-orders shopify',
  named: 'loyalty kpi list --comp',
  dashes: 'loyalty kpi -- --comp',
  shell: 'loyalty completion ',
  label: 'loyalty kpi -o js',
  file: 'loyalty kpi ord',
  input: 'loyalty kpi --customers ord',
  labelled: 'loyalty kpi -o json=ord',
} as const;

describe.each(shells)('in %s', (shell) => {
  const lines = [
    ...commands.map(({ path }) => `${path.join(' ')} --`),
    ...commands.filter(({ commands: below }) => below.length > 0).map(({ path }) => `${path.join(' ')} `),
    ...closed.map(({ line }) => line),
    'loyalty kpi --decimal .',
    ...Object.values(asked),
  ];

  test.skipIf(!has(shell))(
    'commands, flags, words and files are completed, and nothing is started',
    async () => {
      const { offered, started } = await answers(shell, await scriptOf(shell), lines);
      for (const { path, flags, commands: below } of commands) {
        const line = `${path.join(' ')} --`;
        expect(new Set(offered(line).filter((word) => word.startsWith('--')))).toEqual(
          new Set(flags.map(({ long }) => long)),
        );
        if (below.length > 0)
          expect(new Set(offered(`${path.join(' ')} `))).toEqual(
            new Set(below.map((command) => command.path.at(-1))),
          );
      }
      for (const { line, wanted } of closed) {
        const all = line.endsWith('--decimal ')
          ? [...offered(line), ...offered('loyalty kpi --decimal .')]
          : offered(line);
        expect([line, new Set(all)]).toEqual([line, new Set(wanted)]);
      }
      const last = (line: string): string[] => offered(line).map((word) => word.split(/[,=:](?=.)/).at(-1)!);
      expect(offered(asked.kpi)).toEqual(['--period']);
      expect(last(asked.equals)).toEqual(['previous', 'year', 'none']);
      expect(last(asked.short)).toEqual(['last-month', 'last-quarter', 'last-year', 'last-90-days']);
      expect(last(asked.list)).toEqual(['churn_rate', 'churn_reasons']);
      expect(last(asked.again)).toEqual(['churn_reasons']);
      expect(last(asked.base)).toEqual(['12m']);
      expect(last(asked.explain)).toEqual(['retention_rate']);
      expect(last(asked.profile)).toEqual(['shopify-orders-2012']);
      expect(last(asked.second)).toEqual([]);
      expect(last(asked.named)).toEqual(['--compare']);
      expect(last(asked.dashes)).not.toContain('--compare');
      expect(last(asked.shell)).toEqual(['bash', 'zsh', 'fish']);
      expect(offered(asked.label)[0]).toMatch(/^json=?$/);
      for (const line of [asked.file, asked.input, asked.labelled])
        expect(last(line)).toEqual([shell === 'bash' ? '(files)' : 'orders.csv']);
      expect(started).toBe(false);
    },
  );

  test.skipIf(!has(shell))(
    'signs that mean something to the shell mean nothing in names and texts',
    async () => {
      const nasty = [
        "it's",
        'a"b',
        '$HOME',
        '$(touch started)',
        '`touch started`',
        'a;b',
        'a b',
        'c:d',
        '[e]',
        'f*',
        'g\\h',
        'i|j',
        '(k)',
        '{l,m}',
        '~n',
        '#o',
        '%p',
        '!q',
        '<r>',
        '&s',
      ];
      const program = new Command('loyalty').helpCommand(false);
      const texts = nasty.join(' ');
      program
        .command('kpi')
        .summary(texts)
        .addOption(
          offering(
            new Option('--odd <word:[x]>', texts),
            words(...nasty.map((word) => [word, texts] as const)),
          ),
        )
        .option('--plain', texts);
      const script = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](modelOf(program));
      const { offered, started } = await answers(shell, script, [
        'loyalty kpi --odd ',
        'loyalty ',
        'loyalty kpi --p',
      ]);
      expect(new Set(offered('loyalty kpi --odd '))).toEqual(new Set(nasty));
      expect(offered('loyalty ')).toEqual(['kpi']);
      expect(offered('loyalty kpi --p')).toEqual(['--plain']);
      expect(started).toBe(false);
    },
  );

  test.skipIf(!has(shell))('a command below a command has flags, words and places of its own', async () => {
    const program = new Command('loyalty').helpCommand(false);
    const config = program.command('config').helpCommand(false);
    const print = config.command('print').addArgument(offering(new Argument('<what>'), words('all', 'some')));
    print.addOption(offering(new Option('-d, --deep <how>'), words('very', 'barely')));
    config.command('schema').option('--flat');
    const script = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](modelOf(program));
    const { offered } = await answers(shell, script, [
      'loyalty config ',
      'loyalty config print ',
      'loyalty config print --deep very s',
      'loyalty config print -d ',
      'loyalty config schema --f',
      'loyalty config print --f',
      'loyalty config print all s',
    ]);
    expect(offered('loyalty config ')).toEqual(['print', 'schema']);
    expect(offered('loyalty config print ')).toEqual(['all', 'some']);
    expect(offered('loyalty config print --deep very s')).toEqual(['some']);
    expect(offered('loyalty config print -d ')).toEqual(['very', 'barely']);
    expect(offered('loyalty config schema --f')).toEqual(['--flat']);
    expect(offered('loyalty config print --f')).toEqual([]);
    expect(offered('loyalty config print all s')).toEqual([]);
  });
});

const typed: readonly (readonly [keys: string, words: string])[] = [
  ['loyalty kp\t--comp\tprev\t', '<kpi><--compare><previous>'],
  ['loyalty kpi --compare=ye\t', '<kpi><--compare=year>'],
  ['loyalty kpi --date-format mon\t', '<kpi><--date-format><mon dd, yyyy>'],
  ["loyalty kpi --date-format 'mon\t", '<kpi><--date-format><mon dd, yyyy>'],
  ['loyalty kpi -o js\tord\t', '<kpi><-o><json=orders.csv>'],
  ['loyalty kpi my\t', '<kpi><my orders.csv>'],
  ['loyalty kpi --base active:\t', '<kpi><--base><active:12m>'],
  [
    'loyalty kpi --only retention_rat\t,churn_ra\t --lang f\t',
    '<kpi><--only><retention_rate,churn_rate><--lang><fr>',
  ],
];

test.skipIf(!has('script'))('typed into bash with the tab key, the words arrive whole', async () => {
  const work = join(folder, 'typed');
  mkdirSync(work);
  for (const name of ['orders.csv', 'my orders.csv']) writeFileSync(join(work, name), '');
  const setup = join(folder, 'setup.bash');
  writeFileSync(
    setup,
    `PS1=; loyalty() { printf '<%s>' "$@"; echo; }\ncd '${work}'\n${await scriptOf('bash')}\necho ready\n`,
  );
  const shell = execa('script', ['-qec', `bash --rcfile ${setup} -i`, '/dev/null'], {
    env: { TERM: 'dumb', HISTFILE: '/dev/null' },
  });
  let said = '';
  shell.stdout.on('data', (bytes) => {
    said += String(bytes);
  });
  const until = async (mark: string): Promise<void> => {
    for (let waited = 0; !said.includes(mark) && waited < 10_000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(said).toContain(mark);
  };
  await until('ready');
  for (const [keys, arrived] of typed) {
    said = '';
    shell.stdin.write(`${keys}\n`);
    await until(`${arrived}\r\n`);
  }
  shell.stdin.write('exit\n');
  await shell;
});

test('without a shell, or with another, it names those there are and the one at hand, exit 2', async () => {
  const ended = (argv: string[], SHELL: string) => loyalty(['completion', ...argv], { env: { SHELL } });
  expect(await ended([], '/usr/bin/zsh')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'loyalty: Name the shell whose completion to print: bash, zsh or fish; yours seems to be zsh.\n',
  });
  expect(await ended([], '/bin/tcsh')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'loyalty: Name the shell whose completion to print: bash, zsh or fish.\n',
  });
  expect((await ended(['constructor'], '/bin/bash')).stderr).toBe(
    'loyalty: There is no completion for the shell "constructor"; there is one for bash, zsh or fish, and yours seems to be bash.\n',
  );
});

describe('what is loaded', () => {
  const loadedBy = async (...argv: string[]): Promise<string> => {
    const hook = pathToFileURL(join(root, 'test/stories/completion/loaded.mjs')).href;
    const { code, stderr } = await loyalty(argv, { env: { NODE_OPTIONS: `--import ${hook}` } });
    expect(code).toBe(0);
    const modules = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url]) => new URL(url!));
    expect(modules.map(({ pathname }) => pathname)).toContain(`${root}dist/cli.js`);
    return modules.map((url) => `${url.pathname}\n${readFileSync(url, 'utf8')}`).join('\n');
  };

  test.each(shells)('to print the script of %s: neither engine nor zod', async (shell) => {
    const code = await loadedBy('completion', shell);
    expect(code).not.toMatch(/@duckdb|ZodObject/);
  });

  test('other commands do load them, which is seen', async () => {
    expect(await loadedBy('list')).toContain('ZodObject');
    expect(await loadedBy('kpi', 'fixtures/small/orders.csv')).toContain('@duckdb');
  });
});

test('the README tells where each script goes, and it is found there', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (bash|zsh|fish) \| `([^`]+)`/gm)].map(([, shell, command]) => ({
    shell,
    command: command!,
  }));
  expect(rows.map(({ shell }) => shell)).toEqual([...shells]);
  for (const { command } of rows) {
    const file = / > ~\/(\S+)$/.exec(command)![1]!;
    const { exitCode } = await execa(
      'bash',
      ['-euc', `loyalty() { node ${root}bin/loyalty.js "$@"; }; ${command}`],
      {
        env: { HOME: folder },
      },
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8')).toContain('Completion of loyalty');
  }
});
