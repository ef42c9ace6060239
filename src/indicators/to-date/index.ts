import { type Computation, define, type Indicator, type Need } from '../define.ts';

const figure = (name: string, needs: readonly Need[], computation: Computation): Indicator => {
  const id = `${name}.to_date`;
  const text = { en: id, fr: id };
  return define({
    ...{ id, needs: ['orders', ...needs], computation },
    ...{ group: 'value', title: text, question: text, formula: text, source: 'peers', better: 'neither' },
    unit: computation.kind === 'sum' ? 'money' : 'count',
    edges: [],
  });
};

const counted = (numerator: string): Computation => ({ kind: 'count', grain: 'past', numerator });
const summed = (column: string): Computation => ({
  kind: 'sum',
  grain: 'past',
  numerator: `coalesce(sum(${column}), 0)`,
});

/** Figures of all orders up to a period's end, in no register and with ids that no configuration can declare. */
export const toDateIndicators: readonly Indicator[] = [
  figure('orders', [], counted('count(*)')),
  figure('identified_orders', [], counted('count(customer)')),
  figure('revenue', ['orders.amount'], summed('amount')),
  figure('refunds', ['orders.amount'], summed('refunded')),
  figure('customers', ['orders.customer_id'], counted('count(DISTINCT customer)')),
];
