import { expect, test } from 'vitest';
import { indicators } from '../../src/indicators/index.ts';
import { renderExplain } from '../../src/render/explain.ts';
import { renderList } from '../../src/render/list.ts';
import { noteText } from '../../src/render/messages.ts';
import { displayWidth } from '../../src/render/width.ts';
import { options } from './sample.ts';

test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
  '%s is explained within 80 columns, each of its notes by a sentence',
  (_, indicator) => {
    for (const lang of ['en', 'fr'] as const) {
      const written = renderExplain(indicator, options({ lang }));
      for (const line of written.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
      const codes = [...(indicator.notes ?? []), ...indicator.edges.flatMap(({ note }) => note ?? [])];
      for (const code of codes) expect(noteText(code, lang)).not.toBe(code);
    }
  },
);

test('all of them are listed within 80 columns', () => {
  for (const lang of ['en', 'fr'] as const) {
    const written = renderList(indicators, options({ lang }));
    for (const { id } of indicators) expect(written).toContain(id);
    for (const line of written.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  }
});
