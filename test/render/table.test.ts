import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { table } from '../../src/render/table.ts';
import { displayWidth } from '../../src/render/width.ts';
import { anyReport } from './arbitrary.ts';
import { bySegment, figure, options, reportOf, sample } from './sample.ts';

vi.mock('../../src/indicators/index.ts', async () => {
  const { definitions, findDefinition } = await import('./definitions.ts');
  return { indicators: definitions, findIndicator: findDefinition };
});

const ordinary = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const sgr = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

test('a report on 80 columns', () => {
  expect(ordinary(table(sample, options()))).toMatchInlineSnapshot(`
    "period    2021-Q2: 2021-04-01 to 2021-06-30, Europe/Paris
    compared  2021-Q1: 2021-01-01 to 2021-03-31
    base      previous: customers with an order in the period before
    data      through 2021-06-30, as of 2021-07-02
    inputs    orders.csv (orders, shopify): 2,420 records = 2,357 accepted + 3
              rejected + 40 not counted + 20 outside the window

    Customers who stay                  value          n   95% interval       change
      Customers at the start              524                                 0.0% =
      Customer retention rate           40.8%    214/524    36.7 – 45.1  ▲ +8.7 pt ✓
      Churn (attrition) rate ¹          59.2%    310/524    54.9 – 63.3  ▼ -8.7 pt ✓

    Customers who come back
      Repeat customer rate              23.0%  271/1,178    20.7 – 25.5  ▼ -1.1 pt ~
      Days between orders,             31.5 d        812
        median ²

    What they bring
      Revenue                       26,987.31                              ▼ -3.7% ✗
      Average order value               11.45      2,357  11.02 – 11.88   ▲ +12.3% ✓
      Customer lifetime value ³           n/a

    Would they recommend you
      Net Promoter Score (NPS)          +46.2        195    34.9 – 55.2  ▼ -3.8 pt ✗

    change against 2021-Q1: ✓ better, ✗ worse, ~ could be chance, = unchanged;
    counts and sums carry no test
    ¹ the data begin inside the window that says who was a customer: earlier
      customers are missing
    ² times a margin of 38.25
    ³ the orders begin under 24 months before the end of the period; give --lifespan

    Not computed
      needs --customers: Referral share; Reasons for leaving
      needs --content: Content consumption rate
    "
  `);
});

test('in French, with its warnings', () => {
  expect(ordinary(table(sample, options({ lang: 'fr', verbose: true })))).toMatchInlineSnapshot(`
    "période     2021-Q2 : du 2021-04-01 au 2021-06-30, Europe/Paris
    comparée à  2021-Q1 : du 2021-01-01 au 2021-03-31
    base        previous : clients ayant commandé dans la période d’avant
    données     jusqu’au 2021-06-30, vues le 2021-07-02
    fichiers    orders.csv (commandes, shopify) : 2 420 lignes = 2 357 acceptées + 3
                rejetées + 40 non comptées + 20 hors fenêtre

    Les clients qui restent          valeur          n  intervalle 95 %    évolution
      Clients au début                  524                                  0,0 % =
      Taux de fidélisation           40,8 %    214/524      36,7 – 45,1  ▲ +8,7 pt ✓
      Taux d’attrition ¹             59,2 %    310/524      54,9 – 63,3  ▼ -8,7 pt ✓

    Les clients qui reviennent
      Taux de clients réguliers      23,0 %  271/1 178      20,7 – 25,5  ▼ -1,1 pt ~
      Jours entre commandes,         31,5 j        812
        médiane ²

    Ce qu’ils apportent
      Chiffre d’affaires          26 987,31                               ▼ -3,7 % ✗
      Panier moyen                    11,45      2 357    11,02 – 11,88  ▲ +12,3 % ✓
      Valeur à vie du client ³          n/d

    Vous recommandent-ils
      Net Promoter Score (NPS)        +46,2        195      34,9 – 55,2  ▼ -3,8 pt ✗

    évolution par rapport à 2021-Q1 : ✓ mieux, ✗ moins bien, ~ hasard possible,
    = inchangé ; comptes et sommes sans test
    ¹ les données commencent dans la fenêtre qui dit qui était client : des clients
      plus anciens manquent
    ² avec une marge de 38,25
    ³ les commandes commencent moins de 24 mois avant la fin de la période ; donnez
      --lifespan

    Non calculés
      il faut --customers : Part de recommandations ; Raisons de départ
      il faut --content : Taux de consommation de contenu

    Avertissements
      61 commandes sans client : elles sont dans les commandes et le chiffre
      d’affaires, et dans rien de ce qui touche aux clients.
    "
  `);
});

test('on 120 columns, with the previous counts and the p value', () => {
  expect(ordinary(table(sample, options({ width: 120 })))).toMatchInlineSnapshot(`
    "period    2021-Q2: 2021-04-01 to 2021-06-30, Europe/Paris
    compared  2021-Q1: 2021-01-01 to 2021-03-31
    base      previous: customers with an order in the period before
    data      through 2021-06-30, as of 2021-07-02
    inputs    orders.csv (orders, shopify): 2,420 records = 2,357 accepted + 3 rejected + 40 not counted + 20 outside the
              window

    Customers who stay                   value          n   95% interval     before   n before       change       p
      Customers at the start               524                                  524                  0.0% =
      Customer retention rate            40.8%    214/524    36.7 – 45.1      32.2%    169/525  ▲ +8.7 pt ✓   0.004
      Churn (attrition) rate ¹           59.2%    310/524    54.9 – 63.3      67.8%    356/525  ▼ -8.7 pt ✓   0.004

    Customers who come back
      Repeat customer rate               23.0%  271/1,178    20.7 – 25.5      24.1%  280/1,161  ▼ -1.1 pt ~   0.530
      Days between orders, median ²     31.5 d        812

    What they bring
      Revenue                        26,987.31                            28,011.40               ▼ -3.7% ✗
      Average order value                11.45      2,357  11.02 – 11.88      10.20      2,746   ▲ +12.3% ✓  <0.001
      Customer lifetime value ³            n/a

    Would they recommend you
      Net Promoter Score (NPS)           +46.2        195    34.9 – 55.2      +50.0        160  ▼ -3.8 pt ✗   0.040

    change against 2021-Q1: ✓ better, ✗ worse, ~ could be chance, = unchanged; counts and sums carry no test
    ¹ the data begin inside the window that says who was a customer: earlier customers are missing
    ² times a margin of 38.25
    ³ the orders begin under 24 months before the end of the period; give --lifespan

    Not computed
      needs --customers: Referral share; Reasons for leaving
      needs --content: Content consumption rate
    "
  `);
});

test('a breakdown: the total, then its segments, data escaped', () => {
  expect(ordinary(table(bySegment, options()))).toMatchInlineSnapshot(`
    "period    2021-Q2: 2021-04-01 to 2021-06-30, Europe/Paris
    compared  2021-Q1: 2021-01-01 to 2021-03-31
    base      previous: customers with an order in the period before
    by        channel
    data      through 2021-06-30, as of 2021-07-02
    inputs    orders.csv (orders, shopify): 2,420 records = 2,357 accepted + 3
              rejected + 40 not counted + 20 outside the window

    Customers who stay          value      n   95% interval
      Reasons for leaving           3
        price                       2
        moved | away                1

    What they bring
      Average order value       11.45  2,357
        web                     12.10  2,000  11.50 – 12.70
        =<U+202E>evil\\x1b[2J ¹    n/a

    ¹ left out because the group is small, or would give a small one away
    "
  `);
});

test('an unfinished period is marked above the figures and on each', () => {
  const period = { ...sample.period, status: 'incomplete' as const };
  const report = reportOf([figure({ id: 'revenue', value: 5, status: 'incomplete' })], {
    period,
    comparison: null,
  });
  const written = table(report, options());
  expect(written).toContain('2021-04-01 to 2021-06-30, Europe/Paris, unfinished\n');
  expect(written).toMatch(/Revenue\u00a0¹ +5\n/);
  expect(written).toContain('¹ the period is not over in these data: the value is to date');
  expect(written).not.toContain('change');
});

test('a figure nobody defined is printed under its id', () => {
  expect(table(reportOf([figure({ id: 'returns_by_post', value: 7 })]), options())).toContain(
    'Your own figures   value\n  returns_by_post      7\n',
  );
});

test('colour adds nothing but colour', () => {
  for (const colour of [1, 2, 3] as const) {
    const coloured = table(sample, options({ colour }));
    expect(coloured).toMatch(sgr);
    expect(coloured.replace(sgr, '')).toBe(table(sample, options()));
  }
});

test('no line is wider than the page, whatever the data say', () => {
  const page = fc.record({
    width: fc.constantFrom(80, 100, 120, 160),
    lang: fc.constantFrom('en' as const, 'fr' as const),
    unicode: fc.boolean(),
  });
  fc.assert(
    fc.property(anyReport, page, (report, given) => {
      for (const line of table(report, options(given)).split('\n')) {
        expect(displayWidth(line)).toBeLessThanOrEqual(given.width);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        if (!given.unicode) expect(line).toMatch(/^[ -~]*$/);
      }
    }),
  );
});

test('every figure without a value is printed as such', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const shown = report.figures.filter(({ status, value }) => status !== 'unavailable' && value === null);
      const written = table(report, options({ width: 160 })).split('\n');
      expect(written.filter((line) => /(^| )n\/a( |$)/.test(line)).length).toBeGreaterThanOrEqual(
        shown.length,
      );
    }),
  );
});
