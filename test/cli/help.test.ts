import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/errors.ts';
import { groups } from '../../src/indicators/define.ts';
import { formats } from '../../src/render/index.ts';
import { encodings } from '../../src/sources/prepare.ts';
import { dateFormats } from '../../src/sources/values/dates.ts';
import { run } from '../support/cli.ts';

const helps = ['', 'kpi', 'inspect', 'profiles', 'list', 'explain', 'completion'].map((command) =>
  command === '' ? ['--help'] : [command, '--help'],
);

describe.each(helps)('loyalty %s %s', (...argv) => {
  const words = argv.filter((word) => word !== undefined);

  test('fits 80 columns, on standard output, exit 0', async () => {
    const { code, stdout, stderr } = await run(words);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('names every group, format, encoding and date notation there is', async () => {
  const { stdout } = await run(['kpi', '--help']);
  const known = [groups, formats, dateFormats].flatMap((names) => Object.keys(names));
  for (const name of [...known, ...encodings]) expect(stdout).toContain(name);
});

test('without a command the help goes to stderr, exit 2', async () => {
  const { code, stdout, stderr } = await run([]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toBe((await run(['--help'])).stdout);
});

test('lists every exit code', async () => {
  const { stdout } = await run(['--help']);
  const listed = [...stdout.matchAll(/^ {2}(\d+) {2,}/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(EXIT));
});

test.each([
  [['kip'], "loyalty: unknown command 'kip' (did you mean kpi?); see loyalty --help.\n"],
  [
    ['kpi', '--perio', 'x'],
    "loyalty: unknown option '--perio' (did you mean --period?); see loyalty kpi --help.\n",
  ],
  [['explain'], "loyalty: missing required argument 'id'; see loyalty explain --help.\n"],
])('%j is one sentence that says where to look', async (argv, sentence) => {
  const { code, stdout, stderr } = await run(argv);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toBe(sentence);
});
