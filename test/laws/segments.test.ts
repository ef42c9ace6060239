import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, sum } from '../oracle/rational.ts';
import { csvTexts } from '../oracle/shop-text.ts';
import { figuresOf } from './harness.ts';
import { figureIn } from './reading.ts';
import { everyTrial, flagsOf, idle, patience } from './trials.ts';

const counts = [
  'orders',
  'active_customers',
  'identified_orders',
  'guest_orders',
  'customers_at_start',
  'retained_customers',
  'lost_customers',
  'reactivated_customers',
  'new_customers',
  'customers_at_end',
];

const sums = ['revenue', 'identified_revenue', 'refunds', 'unlinked_refunds'];

test('the countries of the customers add up to the whole', patience, () =>
  everyTrial(async (trial) => {
    const flags = [...flagsOf(trial.question), '--by', 'customer.country', '--min-group', '1'];
    const report = await figuresOf(csvTexts(trial.shop), flags);
    const segmentsOf = (id: string) =>
      report.figures.filter((figure) => figure.id === id && figure.segment !== null);
    if (segmentsOf('orders').length < 2 || figureIn(report, 'orders').value === null) return idle;
    for (const id of counts) {
      const parts = segmentsOf(id).map((figure) => figure.value ?? 0);
      expect(
        parts.reduce((a, b) => a + b, 0),
        id,
      ).toBe(figureIn(report, id).value);
    }
    for (const id of sums) {
      const parts = segmentsOf(id).map((figure) => decimal(figure.exact ?? '0'));
      expect(sum(parts), id).toEqual(decimal(figureIn(report, id).exact!));
    }
    return undefined;
  }, fc.constant(null)),
);
