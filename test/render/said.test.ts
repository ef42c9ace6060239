import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guesses } from '../../src/render/messages/guesses.ts';
import { notes } from '../../src/render/messages/notes.ts';
import { warnings } from '../../src/render/messages/warnings.ts';
import { guessLines, messageText } from '../../src/render/messages.ts';

const room = new URL('../../src/', import.meta.url);
const texts = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('render/'))
  .map((path) => readFileSync(new URL(path, room), 'utf8'));

const matches = (pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code!));

/** The keys under which the reconciliation counts what does not count; each is said as a warning. */
const notCounted = matches(/notCounted = new Set\(\[([^\]]+)\]\)/g)
  .flatMap((list) => [...list.matchAll(/'([a-z_]+)'/g)])
  .map(([, code]) => code!);

/** The codes a profile may warn with. */
const ofProfiles = matches(/warnings: z\s*\.array\(\s*z\.enum\(\[([^\]]+)\]\)/g)
  .flatMap((list) => [...list.matchAll(/'([a-z_]+)'/g)])
  .map(([, code]) => code!);

const codesSaid = new Set([
  ...matches(/\b(?:say|said|messageText)\(\s*'([a-z_]+)'/g),
  ...matches(/\bcode: '([a-z_]+)',\s*details:/g),
  ...notCounted,
  ...ofProfiles,
]);

test('every code that is said outside the messages has its sentence, and every sentence is said', () => {
  expect([...codesSaid].sort()).toEqual(Object.keys({ ...guesses, ...warnings }).sort());
});

test('every note that a status gives has its sentence', () => {
  const given = matches(/noValue\('[a-z]+', \['([a-z_]+)'\]/g).concat(matches(/\breturn '([a-z][a-z_]*)';/g));
  expect(given.filter((code) => code.includes('_'))).toContain('no_history');
  for (const code of given) if (code.includes('_')) expect(Object.keys(notes)).toContain(code);
});

const flags = new Set(
  ['kpi.ts', 'figure-flags.ts', 'check-flags.ts', 'reading-flags.ts', 'print-flags.ts']
    .map((name) => readFileSync(new URL(`cli/commands/${name}`, room), 'utf8'))
    .join('\n')
    .match(/(?<=')(?:-\w, )?--[a-z-]+/g)!
    .map((flag) => flag.replace(/^-\w, /, '')),
);

test.each(Object.entries({ ...guesses, ...warnings, ...notes }))(
  '%s names only flags that exist',
  (_code, message) => {
    for (const text of [message.en('1', '2', '3'), message.fr('1', '2', '3')])
      for (const [flag] of text.matchAll(/--[a-z][a-z-]*/g)) expect([...flags]).toContain(flag);
  },
);

test.each(Object.keys(guesses))('%s names the flag that settles it', (code) => {
  for (const lang of ['en', 'fr'] as const)
    expect(messageText(code, ['f.csv', 'x', 'y'], lang)).toMatch(/\(--[a-z-]+\)$/);
});

test('a count of one is said in the singular', () => {
  for (const [code, message] of Object.entries(warnings)) {
    if (message.numbers === undefined) continue;
    const at = message.numbers[0]!;
    const details = (count: string) => ['f.csv', 'bad_amount: 1', 'x'].toSpliced(at, 0, count);
    for (const lang of ['en', 'fr'] as const) {
      const [one, two] = ['1', '2'].map((count) => messageText(code, details(count), lang));
      expect(one, code).not.toBe(two!.replace(/(?<![\d.])2(?!\d)/, '1'));
    }
  }
});

test('what was guessed takes a line for each file, and one line for files read alike', () => {
  const of = (file: string, sign = ';') => [
    { code: 'delimiter_guessed', details: [file, sign] },
    { code: 'columns_guessed', details: [file, 'amount = Total'] },
  ];
  expect(guessLines([...of('a.csv'), ...of('b.csv', 'tab'), ...of('c.csv')], 'en')).toEqual([
    'a.csv, c.csv: guessed delimiter ";" (--delimiter), amount = Total (--map).',
    'b.csv: guessed delimiter "tab" (--delimiter), amount = Total (--map).',
  ]);
  const twelve = Array.from({ length: 12 }, (_, month) => of(`${month + 1}.csv`)).flat();
  expect(guessLines(twelve, 'fr')).toEqual([
    '1.csv, 2.csv, 3.csv et 9 de plus, deviné\u00a0: séparateur «\u00a0;\u00a0» (--delimiter), colonnes amount = Total (--map).',
  ]);
});
