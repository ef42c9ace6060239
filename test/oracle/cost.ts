import type { Books } from './books.ts';
import { lifetime } from './bring.ts';
import { dayOf, within } from './day.ts';
import { type Draft, quotient, ratioOf, total, waterfallNeeds } from './figure.ts';
import { decimal, type Rational, sum } from './rational.ts';
import { hasNoHistory, waterfall } from './stay.ts';

const spent = (books: Books, kind: string): Rational =>
  sum(
    books.spend
      .filter((row) => row.kind === kind && within(dayOf(row.spent_on), books.question.period))
      .map((row) => decimal(row.amount)),
  );

/** What customers cost, and who was recommended; the last rows of "What they bring". */
export const cost = (books: Books): Draft[] => {
  const flow = waterfall(books);
  const base = waterfallNeeds(books.question.base);
  const [acquisition, retention] = [spent(books, 'acquisition'), spent(books, 'retention')];
  const perNew = quotient('acquisition_cost', [...base, 'spend'], acquisition, flow.fresh.size);
  const perRetained = {
    ...quotient('retention_cost', [...base, 'spend'], retention, flow.retained.size),
    undefinedWhen: hasNoHistory(books),
  };
  const referred = [...flow.fresh].filter((customer) =>
    books.customers.get(customer)?.some((row) => row.referred_by.trim() !== ''),
  );
  return [
    total('acquisition_spend', ['spend'], acquisition),
    total('retention_spend', ['spend'], retention),
    perNew,
    perRetained,
    ratioOf('acquisition_to_retention_cost', perNew, perRetained),
    ratioOf('clv_to_acquisition_cost', lifetime(books).value, perNew),
    quotient(
      'referral_share',
      [...new Set([...base, 'customers'] as const)],
      referred.length,
      flow.fresh.size,
    ),
  ];
};
