import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { markdown } from '../../src/render/markdown.ts';
import { anyReport } from './arbitrary.ts';
import { bySegment, options, sample } from './sample.ts';

vi.mock('../../src/indicators/index.ts', async () => {
  const { definitions, findDefinition } = await import('./definitions.ts');
  return { indicators: definitions, findIndicator: findDefinition };
});

test('a report with segments', () => {
  expect(markdown(bySegment, options())).toMatchInlineSnapshot(`
    "# 2021-Q2

    - period: \`2021-Q2\`: 2021-04-01 to 2021-06-30, Europe/Paris
    - compared: \`2021-Q1\`: 2021-01-01 to 2021-03-31
    - base: previous: customers with an order in the period before
    - by: \`channel\`
    - data: through 2021-06-30, as of 2021-07-02
    - inputs: \`orders.csv\` (orders, \`shopify\`): 2,420 records = 2,357 accepted + 3 rejected + 40 not counted + 20 outside the window

    ## Customers who stay

    | figure | value | n | 95% interval | before | change | notes |
    |---|---:|---:|---:|---:|---:|---|
    | Reasons for leaving | 3 |  |  |  |  |  |
    | ↳ \`price\` | 2 |  |  |  |  |  |
    | ↳ \`moved \\x7c away\` | 1 |  |  |  |  |  |

    ## What they bring

    | figure | value | n | 95% interval | before | change | notes |
    |---|---:|---:|---:|---:|---:|---|
    | Average order value | 11.45 | 2,357 |  |  |  |  |
    | ↳ \`web\` | 12.10 | 2,000 | 11.50 – 12.70 |  |  |  |
    | ↳ \`=<U+202E>evil\\x1b[2J\` | n/a |  |  |  |  | left out because the group is small, or would give a small one away |

    ## Definitions

    - Reasons for leaving (\`churn_reasons\`): this ÷ that
    - Average order value (\`average_order_value\`): this ÷ that
    "
  `);
});

test('in French, with what was not computed', () => {
  const written = markdown(sample, options({ lang: 'fr' }));
  expect(written).toContain(
    '| Taux de fidélisation | 40,8\u00a0% | 214/524 | 36,7 – 45,1 | 32,2\u00a0% | +8,7\u00a0pt (mieux) |',
  );
  expect(written).toContain('- il faut --customers\u00a0: Part de recommandations\u00a0; Raisons de départ');
  expect(written).toContain(
    '- Taux de fidélisation (`retention_rate`)\u00a0: clients du début encore clients',
  );
});

test('every row of a table has its seven cells, whatever the data say', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const rows = markdown(report, options())
        .split('\n')
        .filter((line) => line.startsWith('|'));
      for (const row of rows) expect(row.split('|').length).toBe(9);
      expect(rows.length).toBeGreaterThanOrEqual(
        report.figures.filter(({ status }) => status !== 'unavailable').length,
      );
    }),
  );
});
