import { expect, test } from 'vitest';
import { renderExplain } from '../../src/render/explain.ts';
import { displayWidth } from '../../src/render/width.ts';
import { definitions, findDefinition } from './definitions.ts';
import { options } from './sample.ts';

const retention = findDefinition('retention_rate')!;
const ordinary = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('what a figure means', () => {
  expect(ordinary(renderExplain(retention, options()))).toMatchInlineSnapshot(`
    "Customer retention rate  retention_rate

    Of those at the start, who is still there?

    formula   customers of the start who are still customers at the end ÷ customers
              at the start
    remarks   Not the textbook (E − N) ÷ S.
    unit      a share, in percent; higher is better
    base      --base says who is a customer: previous, active:12m, ever or contract
    needs     the orders
    interval  95% Wilson score interval
    source    A Fidélisation des clients, B Fidélisation digitale, D Rétention
              client

    worked cases
      case                                                       period   value    n
      one of two stays                                           2021-Q2  50.0%  1/2
      nothing before the period (--base ever; nothing lies       2021-Q2    n/a
        before the period in these data, so nobody is known to
        have been there)
    "
  `);
});

test('in French, with the data of its cases', () => {
  expect(ordinary(renderExplain(retention, options({ lang: 'fr', verbose: true })))).toMatchInlineSnapshot(`
    "Taux de fidélisation  retention_rate

    De ceux du début, qui est encore là ?

    formule     clients du début encore clients à la fin ÷ clients au début
    remarques   Ce n’est pas le (E − N) ÷ S des manuels.
    unité       une part, en pour cent ; plus c’est haut, mieux c’est
    base        --base dit qui est client : previous, active:12m, ever ou contract
    il faut     les commandes
    intervalle  à 95 %, score de Wilson
    source      A Fidélisation des clients, B Fidélisation digitale, D Rétention
                client

    cas d’école
      cas                                                       période  valeur    n
      un sur deux reste                                         2021-Q2  50,0 %  1/2
      rien avant la période (--base ever ; rien ne précède la   2021-Q2     n/d
        période dans ces données : on ne sait pas qui était
        là)

      commandes : un sur deux reste
        order_id,customer_id,ordered_at,amount
        1,a,2021-01-31,10
        2,b,2021-03-31,10

      commandes : rien avant la période
        order_id,customer_id,ordered_at,amount
    "
  `);
});

test.each([60, 80, 120])('is wrapped to %i columns', (width) => {
  for (const definition of definitions) {
    for (const lang of ['en', 'fr'] as const) {
      for (const line of renderExplain(definition, options({ width, lang })).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  }
});

test('in ASCII nothing else is printed', () => {
  expect(renderExplain(retention, options({ unicode: false, lang: 'fr' }))).toMatch(/^[\n -~]*$/);
});
