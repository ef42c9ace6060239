import { beforeAll, describe, expect, it } from 'vitest';
import { type Inspection, inspection } from '../../../src/inspection/schema.ts';
import { inspectionTable } from '../../../src/render/inspection/table.ts';
import { en } from '../../../src/render/inspection/words/en.ts';
import { fr } from '../../../src/render/inspection/words/fr.ts';
import type { RenderOptions } from '../../../src/render/options.ts';
import { displayWidth } from '../../../src/render/width.ts';
import { run } from '../../support/cli.ts';

const options = (of: Partial<RenderOptions> = {}): RenderOptions => ({
  lang: 'en',
  width: 80,
  colour: 0,
  unicode: true,
  csvDialect: 'rfc4180',
  verbose: false,
  ...of,
});

const found = async (...argv: string[]): Promise<Inspection> => {
  const { stdout } = await run(['inspect', ...argv, '--as-of', '2022-01-01', '--format', 'json']);
  return inspection.parse(JSON.parse(stdout));
};

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('an inspection as a table', () => {
  let shop: Inspection;

  beforeAll(async () => {
    shop = await found('fixtures/small/orders.csv', 'fixtures/small/surveys.csv');
  });

  it.each(['en', 'fr'] as const)('fits the page in %s, drawn in ASCII too', (lang) => {
    for (const width of [60, 80, 120])
      for (const unicode of [true, false])
        for (const line of inspectionTable(shop, options({ lang, width, unicode })).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          if (!unicode) expect(line).toMatch(/^\p{ASCII}*$/u);
        }
  });

  it('says what a reader has to know', () => {
    const text = flat(inspectionTable(shop, options()));
    for (const said of [
      'orders, by its columns ordered_at, amount',
      'utf-8, commas between columns, decimal mark ".", dates yyyy-mm-dd',
      '58 records = 56 accepted + 1 repeated + 1 not counted',
      'email email 55 a@a.a (55)',
      '56 orders, 2020-01-01 to 2021-12-31; a row is an order',
      '20, 16 of them with two orders or more',
      '3 orders without a customer (5.4%)',
      '1 exact copy, counted once',
      '30.00 of 1 order',
      'Nobody is older than 2020-01: whoever bought before looks new. First orders in that month: 2 (10.0% of the customers); usual in the months after it: 1.',
      '2020-07 empty, 2021-07 drops to 2 from 7, 2021-08 empty',
      'less than half the median of the three before',
      'paid 56 (counts), cancelled 1 (does not count)',
      'needs --spend: Spent on acquisition',
    ])
      expect(text).toContain(said);
  });

  it('says it in French', () => {
    const text = flat(inspectionTable(shop, options({ lang: 'fr' })));
    for (const said of [
      'commandes, selon ses colonnes ordered_at, amount',
      'Personne n’est plus ancien que 2020-01',
      '2020-07 vide, 2021-07 chute à 2 au lieu de 7',
      'cancelled 1 (ne compte pas)',
      'à donner à kpi comme --surveys FILE',
    ])
      expect(text).toContain(said);
  });

  it('makes what comes from the file safe', async () => {
    const { stdout } = await run(['inspect', '-'], 'order_id,\u001b[31mdate,amount\n1,2021-01-01,5.00\n');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\\x1b');
  });

  it('names together the columns that nobody reads and nothing fills', async () => {
    const { stdout } = await run(['inspect', '-'], 'order_id,date,amount,fax,telex\n1,2021-01-01,5.00,,\n');
    expect(flat(stdout)).toContain('empty fax, telex');
  });
});

describe('values', () => {
  const text = 'order_id,date,amount,email\nA77,2021-01-01,5.00,ines@example.com\n';

  it('are never shown unasked', async () => {
    for (const format of ['table', 'json']) {
      const { stdout } = await run(['inspect', '-', '--format', format], text);
      expect(stdout).not.toMatch(/A77|ines|5\.00/);
    }
  });

  it('are shown with --show-values', async () => {
    for (const format of ['table', 'json']) {
      const { stdout } = await run(['inspect', '-', '--format', format, '--show-values'], text);
      expect(stdout).toContain('A77');
      expect(stdout).toContain('ines@example.com');
    }
  });
});

it('the languages have the same words', () => {
  const keys = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value).map((inner) => `${key}.${inner}`) : [key],
    );
  expect(keys(fr)).toEqual(keys(en));
});
