import type { Day, Window } from '../../period/index.ts';
import { addMonths, type Duration, subtract } from '../../period/index.ts';

/** Who is a customer at the start: `--base`. */
export type Base =
  | { readonly kind: 'previous' }
  | { readonly kind: 'active'; readonly length: Duration; readonly label: string }
  | { readonly kind: 'ever' }
  | { readonly kind: 'contract' };

/** A period whose facts are made: 0 the period, 1 the comparison, with the windows its figures look at. */
export interface FactPeriod extends Window {
  readonly index: number;
  /** Orders in it make a customer one of the start; null where the base has none (`ever`, `contract`, `all`). */
  readonly atStart: Window | null;
  /** Orders in it make a customer one of the end. */
  readonly atEnd: Window;
}

/** The 12 months that end at the period's stop. */
export const yearOf = (period: Window): Window => ({ start: addMonths(period.stop, -12), stop: period.stop });

/** The 12 months before those. */
export const yearBeforeOf = (period: Window): Window => ({
  start: addMonths(period.stop, -24),
  stop: addMonths(period.stop, -12),
});

/** The windows of a period under a base; `previous` is the period before it, null where there is none. */
export const factPeriod = (
  index: number,
  period: Window,
  base: Base,
  previous: Window | null,
): FactPeriod => {
  const { start, stop } = period;
  if (base.kind === 'active')
    return {
      index,
      start,
      stop,
      atStart: { start: subtract(start, base.length), stop: start },
      atEnd: { start: subtract(stop, base.length), stop },
    };
  const atStart =
    base.kind === 'previous' && previous !== null ? { start: previous.start, stop: previous.stop } : null;
  return { index, start, stop, atStart, atEnd: { start, stop } };
};

/** A window without a beginning: all days before `stop`. */
export interface Until {
  readonly start: null;
  readonly stop: Day;
}

export type Span = Window | Until;
