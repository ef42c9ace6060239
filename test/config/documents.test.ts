import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyPath, pathText } from '../../src/config/document.ts';
import { readJson } from '../../src/config/documents/json.ts';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write, path } = scratch();

/** The end and the words of a run with a configuration; 3 where all of it was taken, since the orders are not there. */
const ended = async (name: string, content: string | Buffer) => {
  const { code, stdout, stderr } = await run(['kpi', path('gone.csv'), '--config', write(name, content)]);
  expect(stdout).toBe('');
  return { code, said: stderr.trim().replace(/^loyalty: /, '') };
};

describe('a configuration in another encoding', () => {
  const text = 'period: 2021\nexclude:\n  - orders.status=annulé\n';

  it('is refused at its line, since letters that were lost would leave out no row', async () => {
    expect(await ended('latin.yaml', Buffer.from(text, 'latin1'))).toEqual({
      code: 2,
      said: 'latin.yaml:3 config_not_whole: latin.yaml is not whole UTF-8: it holds bytes of another encoding; check what stands there and before it.',
    });
    expect(await ended('wide.yaml', Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject({ code: 2 });
    expect(await ended('end.yaml', Buffer.from('# annulé', 'latin1'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('end.yaml:1 config_not_whole'),
    });
  });

  it('is taken as UTF-8, with a byte order mark or without', async () => {
    expect(await ended('plain.yaml', text)).toMatchObject({ code: 3 });
    expect(await ended('marked.yaml', `\ufeff${text}`)).toMatchObject({ code: 3 });
    expect(await ended('replaced.yaml', text.replace('é', '\ufffd'))).toMatchObject({ code: 3 });
  });
});

describe('a configuration that is nested too deep', () => {
  it.each([
    ['dotted.toml', `a${'.a'.repeat(5000)} = 1\n`],
    ['headed.toml', `[a${'.a'.repeat(5000)}]\nb = 1\n`],
    ['inline.toml', `a = ${'{a='.repeat(5000)}1${'}'.repeat(5000)}\n`],
    ['list.toml', `a = ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    ['list.json', `{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['list.yaml', `a: ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    ['block.yaml', `a: ${'- '.repeat(5000)}b\n`],
  ])('is refused: %s', async (name, content) => {
    const { code, said } = await ended(name, content);
    expect(said).toContain(`${name} is not whole`);
    expect(code).toBe(2);
  });
});

/** Every path into a value, the whole first. */
const pathsIn = (value: unknown, path: KeyPath = []): KeyPath[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

describe('the places in JSON', () => {
  it('are those of the keys and entries, whatever the line ends and blanks', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.stringMatching(/^[a-z]{1,3}$/), values: [fc.integer(), fc.boolean()] }),
        fc.constantFrom(0, 1, '\t'),
        fc.boolean(),
        (value, indent, windows) => {
          const written = JSON.stringify(value, null, indent);
          const text = windows ? written.replaceAll('\n', '\r\n') : written;
          const { positionOf } = readJson(text);
          const lines = text.split('\n');
          for (const path of pathsIn(value)) {
            const key = path.at(-1);
            const { line, column } = positionOf(path)!;
            const found = lines[line - 1]!.slice(column - 1);
            if (typeof key === 'string') expect(found, pathText(path)).toMatch(`"${key}":`);
            else expect(found.trim(), pathText(path)).not.toBe('');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of a long list are found in a moment', () => {
    const entry = { figure: 'orders', at_least: 1, name: 'enough' };
    const text = JSON.stringify({ checks: Array(12_000).fill(entry) }, null, 1);
    const before = process.cpuUsage();
    expect(readJson(text).positionOf(['checks', 11_999, 'name'])).toEqual({
      line: text.split('\n').length - 3,
      column: 4,
    });
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
  });
});
