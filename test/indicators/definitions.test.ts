import { describe, expect, it } from 'vitest';
import { dataDefinitions } from '../../src/indicators/data/index.ts';
import { findIndicator, indicatorIds, indicators } from '../../src/indicators/index.ts';
import { run } from '../support/cli.ts';

describe('the definitions', () => {
  it.each(['en', 'fr'])(
    'list names the figures of the registers, those of the data last, and no other, in %s',
    async (lang) => {
      const { code, stdout } = await run(['list', '--lang', lang, '--width', '200']);
      expect(code).toBe(0);
      const rows = [...indicators, ...dataDefinitions].map(({ id, title }) => ({
        id,
        title: title[lang as 'en'],
      }));
      const listed = stdout.split('\n').flatMap((line) => {
        const row = /^ {2}(?<title>\S.*?) {2,}(?<id>[a-z0-9_]+)(?: {2,}|$)/.exec(line)?.groups;
        return row === undefined ? [] : [{ id: row.id, title: row.title }];
      });
      expect(listed).toEqual(rows);
    },
  );

  it.each(dataDefinitions)('explain $id, a figure of the data, in both languages', async (definition) => {
    for (const lang of ['en', 'fr'] as const) {
      const { code, stdout, stderr } = await run([
        'explain',
        definition.id,
        '--lang',
        lang,
        '--width',
        '300',
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(definition.title[lang]);
      expect(stdout).toContain(definition.formula[lang]);
    }
  });

  it.each(indicatorIds)('explain %s in both languages', async (id) => {
    for (const lang of ['en', 'fr'] as const) {
      const { code, stdout, stderr } = await run(['explain', id, '--lang', lang]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(id);
      expect(stdout).toContain(findIndicator(id)!.title[lang]);
    }
  });
});
