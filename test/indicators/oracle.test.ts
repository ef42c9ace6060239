import { describe, expect, it } from 'vitest';
import { indicators } from '../../src/indicators/index.ts';
import { compute } from '../oracle/oracle.ts';
import { toNumber } from '../oracle/rational.ts';
import { flagOf, questionOf, shopOf } from './exports.ts';

/** Worked cases of something the oracle leaves out: blank quantities and categories, too little to say, options. */
const beyond: Readonly<Record<string, RegExp>> = {
  returning_customer_share: /the data begin with the period/,
  items_per_order: /an order that states none/,
  categories_per_customer: /who states no category/,
  response_rate: /everybody in the file answered/,
};

const cases = indicators
  .filter(({ computation }) => computation.kind !== 'tally')
  .flatMap(({ id, edges }) => edges.map((edge) => ({ id, what: edge.what.en, edge })))
  .filter(({ edge }) => edge.status !== 'unavailable')
  .filter(({ edge }) => flagOf(edge, '--margin', '') === '' && flagOf(edge, '--lifespan', '') === '')
  .filter(({ id, what }) => beyond[id]?.test(what) !== true);

describe('the worked cases, by plain loops and exact fractions', () => {
  it.each(cases)('$id: $what', ({ id, edge }) => {
    const answer = compute(shopOf(edge), questionOf(edge)).get(id);
    expect(answer?.status).toBe(edge.status ?? 'ok');
    const value = answer?.value ?? null;
    if (edge.value === null) expect(value).toBeNull();
    else expect(toNumber(value!)).toBeCloseTo(edge.value, 12);
  });
});
