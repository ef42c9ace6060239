import { describe, expect, it } from 'vitest';
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
