import type { Report } from '../../src/report/schema.ts';
import type { Span } from '../oracle/day.ts';
import { everything, rangeLabel } from '../oracle/periods.ts';
import { type Answer, answerOf } from './answer.ts';
import { ask } from './ask.ts';
import { type Change, changes, toldInLines } from './changes.ts';
import { filesOf, flagsOf, plainly, type Telling } from './telling.ts';
import type { Trial } from './trials.ts';

/** A telling made by changes, with the answer that is to be expected of it. */
export interface Retelling {
  readonly telling: Telling;
  readonly expected: Answer;
  /** The changes that had a case. */
  readonly applied: readonly Change[];
}

/** Puts changes to a trial, one after another; `answer` is that to the plain telling. */
export const retell = (trial: Trial, given: readonly Change[], answer: Answer): Retelling =>
  given.reduce<Retelling>(
    ({ telling, expected, applied }, change) => {
      const changed = change.apply(telling, trial.draw);
      if (changed === null) return { telling, expected, applied };
      const moved = change.moves?.(expected, trial.draw, telling) ?? expected;
      return { telling: changed, expected: moved, applied: [...applied, change] };
    },
    { telling: plainly(trial), expected: answer, applied: [] },
  );

/** A trial with the reports that laws look at, each made when one first asks for it. */
export interface Study {
  readonly trial: Trial;
  /** The report over the exports as they are. */
  readonly report: () => Promise<Report>;
  /** All changes at once, and the answer to them. */
  readonly retold: () => Promise<Retelling & { readonly actual: Answer }>;
  /** The orders alone over the period and the one before together; null where the two are not told side by side. */
  readonly joined: () => Promise<Report | null>;
  /** The orders, told in lines, and the customers, with a breakdown. */
  readonly brokenDown: () => Promise<Report>;
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const joinedPeriod = ({ question }: Trial): Span | null => {
  const { label, compare, period, previous } = question;
  if (label === everything.label || compare !== 'previous' || previous === null) return null;
  return [previous[0], period[1]];
};

/** Begins the study of a trial. */
export const studyOf = (trial: Trial): Study => {
  const plain = plainly(trial);
  const report = once(() => ask(filesOf(plain), flagsOf(plain)));
  return {
    trial,
    report,
    retold: once(async () => {
      const made = retell(trial, changes, answerOf(await report()));
      return { ...made, actual: answerOf(await ask(filesOf(made.telling), flagsOf(made.telling))) };
    }),
    joined: once(async () => {
      const period = joinedPeriod(trial);
      if (period === null) return null;
      const flags = {
        period: rangeLabel(period),
        compare: 'none',
        base: 'ever',
        only: ['orders,guest_orders,identified_orders,revenue,identified_revenue,refunds,unlinked_refunds'],
      };
      return ask(filesOf(plain, ['orders']), { ...flagsOf(plain), ...flags });
    }),
    brokenDown: once(async () => {
      const { telling } = retell(trial, [toldInLines], answerOf(await report()));
      const flags = { compare: 'none', by: trial.draw.by, minGroup: '1' };
      return ask(filesOf(telling, ['orders', 'customers']), { ...flagsOf(telling), ...flags });
    }),
  };
};
