import { readdirSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { execa, execaSync } from 'execa';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { makeManual } from '../../src/cli/shell/make-manual.ts';
import { manualPage } from '../../src/cli/shell/manual.ts';
import { everyCommand, modelOf } from '../../src/cli/shell/model.ts';
import { environment } from '../../src/cli/shell/surroundings.ts';
import { EXIT } from '../../src/errors.ts';
import { dataDefinitions } from '../../src/indicators/data/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { model } from './completion-program.ts';

const root = new URL('../../', import.meta.url);
const has = (name: string): boolean =>
  execaSync('sh', ['-c', `command -v ${name}`], { reject: false }).exitCode === 0;

const page = makeManual();

/** The page as a reader sees it, all blanks alike. */
const read = async (text: string): Promise<string> => {
  const { stdout, stderr } = await execa('groff', ['-man', '-Tutf8', '-ww', '-P-c', '-rLL=4000n'], {
    input: text,
  });
  expect(stderr).toBe('');
  return stdout.replaceAll(/.[\b]/g, '').replace(/\s+/g, ' ');
};

test('the page that was built is the page of these sources, the same at every making', () => {
  const { man, files } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  expect(readFileSync(new URL(man, root), 'utf8')).toBe(page);
  expect(files).toContain('dist');
  expect(makeManual()).toBe(page);
  expect(page).toMatch(/^[\n\x20-\x7e]*$/);
});

test('its sections stand in the usual order', () => {
  const titles = [...page.matchAll(/^\.SH "(.*)"$/gm)].map(([, title]) => title);
  expect(titles).toEqual([
    'NAME',
    'SYNOPSIS',
    'DESCRIPTION',
    'COMMANDS',
    'INDICATORS',
    'EXIT STATUS',
    'ENVIRONMENT',
    'FILES',
    'EXAMPLES',
  ]);
});

describe.skipIf(!has('groff'))('read with groff', () => {
  test('it has every command, flag, figure and exit code, with their texts, and no warning', async () => {
    const text = await read(page);
    const plain = (words: string): string => words.replace(/\s+/g, ' ');
    for (const command of everyCommand(model())) {
      expect(text).toContain(plain(command.description.replace(/\.$/, '')));
      for (const { short, long, placeholder, text: meaning } of command.flags)
        expect(text).toContain(
          plain(
            `${short === null ? '' : `${short}, `}${long}${placeholder === null ? '' : ` ${placeholder}`} ${meaning}`,
          ),
        );
      for (const example of command.examples) expect(text).toContain(plain(example));
    }
    for (const { id, title, formula } of [...indicators, ...dataDefinitions])
      expect(text).toContain(plain(`${id} ${title.en}: ${formula.en}`));
    for (const { code, meaning } of exitCodes) expect(text).toContain(`${code} ${meaning}`);
    expect(exitCodes.map(({ code }) => code)).toEqual(Object.values(EXIT));
  });

  test('signs that mean something to it mean nothing in names and texts', async () => {
    const odd = `.TP 'a' "b" \\fBc\\n(d ^ ~ \`e\` - – é ÷ ’ 日 \\`;
    const program = new Command('loyalty').description(odd);
    program
      .command('kpi')
      .description(odd)
      .option('-o, --odd <it>', odd)
      .addHelpText('after', `\nExamples:\n  ${odd}`);
    const text = await read(manualPage(modelOf(program), '1.0.0-beta.1'));
    expect(text.split(odd)).toHaveLength(5);
    expect(text).toContain('-o, --odd it');
  });
});

test.skipIf(!has('mandoc'))('mandoc misses nothing but the date, which would change by the day', async () => {
  const { stdout } = await execa('mandoc', ['-Tlint', '-Wwarning'], { input: page, reject: false });
  expect(stdout.split('\n')).toEqual([expect.stringContaining('missing date')]);
});

test('it names every variable of the environment that is read by name', () => {
  const folder = new URL('src/cli/', root);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((text) => [
      ...[...text.matchAll(/environment\.([A-Z_]+)/g)].map(([, name]) => name!),
      ...[...text.matchAll(/const \{([^}]*)\} = [\w.]*environment;/g)].flatMap(
        ([, taken]) => taken!.match(/\b[A-Z_]{2,}\b/g) ?? [],
      ),
    ]);
  const named = environment.map(([name]) => name);
  for (const name of names) expect(named).toContain(name);
  expect(names).toEqual(expect.arrayContaining(['NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'SHELL']));
});
