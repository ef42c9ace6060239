import { expect } from 'vitest';
import { indicators } from '../../src/indicators/index.ts';
import { openBooks } from '../oracle/books.ts';
import { computeFrom } from '../oracle/oracle.ts';
import { everything } from '../oracle/periods.ts';
import { add, decimal, type Rational, sum, zero } from '../oracle/rational.ts';
import { disagreements } from './agreement.ts';
import { answerOf, differences } from './answer.ts';
import { ask } from './ask.ts';
import { toldInLines } from './changes.ts';
import { idle, type Law } from './law.ts';
import { figureIn, moneyIn } from './reading.ts';
import { partOf, segmentsOf } from './segments.ts';
import { retell } from './study.ts';
import { filesOf, flagsOf } from './telling.ts';
import type { Trial } from './trials.ts';

const ofOrders = ['orders', 'identified_orders', 'guest_orders'] as const;
const ofMoney = ['revenue', 'identified_revenue', 'refunds', 'unlinked_refunds'] as const;
const ofCustomers = [
  'active_customers',
  'customers_at_start',
  'retained_customers',
  'lost_customers',
  'reactivated_customers',
  'new_customers',
  'customers_at_end',
] as const;

/** The figures that orders and customers alone give; reasons for leaving may come from surveys too. */
const told = new Set(
  indicators
    .filter(
      ({ id, needs }) =>
        id !== 'churn_reasons' && needs.every((need) => /^(orders|customers)(\.|$)/.test(need)),
    )
    .map(({ id }) => id),
);

/** The figures a breakdown by an attribute of orders divides: contracts and points have none. */
const divided = ({ question, draw }: Trial): ReadonlySet<string> => {
  const isOfCustomers = draw.by === 'customer.country';
  const chosen = indicators.filter(
    ({ needs, base }) =>
      isOfCustomers ||
      (needs.every((need) => need.startsWith('orders')) && !(base && question.base === 'contract')),
  );
  return new Set(chosen.map(({ id }) => id).filter((id) => told.has(id)));
};

/** Other views of the same figures: two periods as one, and breakdowns. */
export const views: readonly Law[] = [
  {
    title: 'sums and counts of orders of two periods side by side are those of both as one',
    holds: async (study) => {
      const [report, joined] = [await study.report(), await study.joined()];
      if (joined === null || report.comparison?.stop !== report.period.start) return idle;
      const part = (value: Rational | null) => value ?? zero;
      for (const id of ofOrders) {
        const { value, previous } = figureIn(report, id);
        expect((value ?? 0) + (previous?.value ?? 0), id).toBe(figureIn(joined, id).value ?? 0);
      }
      for (const id of ofMoney) {
        const { value, previous } = figureIn(report, id);
        const before = previous?.value ?? null;
        // Refund rows may be dated before the first order or after the last, where a period of their own has no value.
        if (id === 'unlinked_refunds' && (value === null || before === null)) continue;
        const together = add(
          part(moneyIn(report, id)),
          part(before === null ? null : decimal(before.toFixed(4))),
        );
        expect(together, id).toEqual(part(moneyIn(joined, id)));
      }
      return (figureIn(joined, 'orders').value ?? 0) > 0 ? undefined : idle;
    },
  },
  {
    title: 'segments of a partition add up to the whole',
    holds: async (study) => {
      const { by } = study.trial.draw;
      const report = await study.brokenDown();
      if (figureIn(report, 'orders').value === null) return idle;
      const segments = segmentsOf(report);
      const partsOf = (id: string) =>
        segments.map(({ figures }) => figures.get(id)).filter((figure) => figure !== undefined);
      if (partsOf('orders').length < 2) return idle;
      const isPartition =
        by !== 'channel' && !(by !== 'customer.country' && study.trial.question.base === 'contract');
      for (const id of [...ofOrders, ...(isPartition ? ofCustomers : [])]) {
        const whole = figureIn(report, id);
        if (whole.status === 'unavailable') continue;
        const counts = partsOf(id).map(({ value }) => value ?? 0);
        expect(
          counts.reduce((a, b) => a + b, 0),
          id,
        ).toBe(whole.value);
      }
      for (const id of ofMoney) {
        const parts = partsOf(id).map(({ exact }) => decimal(exact ?? '0'));
        expect(sum(parts), id).toEqual(decimal(figureIn(report, id).exact!));
      }
      return undefined;
    },
  },
  {
    title: 'a segment is what plain loops give for its orders and customers alone',
    holds: async (study) => {
      const { trial } = study;
      const { shop, question } = trial;
      // The broken-down report has no surveys, content and spend, and so another `all`.
      if (question.label === everything.label) return idle;
      const whole = openBooks(shop, question);
      const segments = segmentsOf(await study.brokenDown());
      const wanted = divided(trial);
      const found = segments.flatMap(({ name, figures }) => {
        const part = partOf(shop, trial, name);
        const answers = computeFrom(openBooks(part, question, whole.orderDays));
        return [...figures]
          .filter(([id]) => wanted.has(id))
          .flatMap(([id, figure]) =>
            disagreements(id, figure, answers.get(id)!).map((what) => `${name}: ${what}`),
          );
      });
      expect(found).toEqual([]);
      return segments.length > 0 ? undefined : idle;
    },
  },
  {
    title: `${toldInLines.law}, and a breakdown leaves the whole as it is`,
    holds: async (study) => {
      if (study.trial.question.label === everything.label) return idle;
      const plain = answerOf(await study.report());
      const actual = answerOf(await study.brokenDown());
      const whole = ({ figures }: typeof plain) =>
        figures.flatMap(({ previous: _, change: __, ...figure }) =>
          figure.segment === null && told.has(figure.id!) ? [figure] : [],
        );
      if (differences(whole(actual), whole(plain)).length === 0) return undefined;
      const { telling } = retell(study.trial, [toldInLines], plain);
      const inLines = answerOf(
        await ask(filesOf(telling, ['orders', 'customers']), { ...flagsOf(telling), compare: 'none' }),
      );
      expect(differences(whole(inLines), whole(plain)), 'lines').toEqual([]);
      expect(differences(whole(actual), whole(plain)), 'breakdown').toEqual([]);
      return undefined;
    },
  },
];
