import { generalOf, partOf } from './definitions.ts';
import { type OrderEvidence, ofPeriod, toDate } from './evidence.ts';
import type { HistoryLine } from './line.ts';
import type { Cause, CauseCode } from './schema.ts';

/** The totals of a period as they were known on a day, by id. */
export type Totals = ReadonlyMap<string, HistoryLine>;

/** Two states of a figure, with the totals of its period in each. */
export interface Change {
  readonly old: HistoryLine;
  readonly now: HistoryLine;
  readonly totalsBefore: Totals;
  readonly totalsNow: Totals;
  /** The exports that the figure is made of. */
  readonly needs: readonly string[];
  /** The ids of the figures it is made of, its own among them. */
  readonly operands: ReadonlySet<string>;
  /** Whether amounts are in it. */
  readonly onAmounts: boolean;
  /** Whether it is made of all orders up to its end rather than of its period's. */
  readonly isCumulative: boolean;
}

const cause = (code: CauseCode, before: string | number | null, now: string | number | null): Cause => ({
  code,
  before: before === null ? null : String(before),
  now: now === null ? null : String(now),
});

type Seen = readonly [before: string, now: string, change: number];

const seenIn = ({ totalsBefore, totalsNow }: Change, id: string): Seen | null => {
  const [before, now] = [totalsBefore.get(id), totalsNow.get(id)];
  if (before === undefined || now === undefined || before.value === null || now.value === null) return null;
  const [one, other] = [before.exact ?? String(before.value), now.exact ?? String(now.value)];
  return [one, other, one === other ? 0 : now.value - before.value];
};

const fromTotals = (change: Change, ids: OrderEvidence): Cause[] => {
  const found: Cause[] = [];
  const tell = (id: keyof OrderEvidence, more: CauseCode | null, fewer: CauseCode | null): boolean => {
    const [before, now, moved] = seenIn(change, ids[id]) ?? ['', '', 0];
    const code = moved > 0 ? more : moved < 0 ? fewer : null;
    if (code !== null) found.push(cause(code, before, now));
    return code !== null;
  };
  const ordersChanged = tell('orders', 'late_orders', 'removed_orders');
  const refunded = tell('refunds', 'refunds', ordersChanged ? null : 'amounts');
  if (!ordersChanged && !refunded)
    tell('revenue', 'amounts', seenIn(change, ids.refunds) === null ? 'refunds' : 'amounts');
  if (!ordersChanged && !tell('identified', 'identified_orders', 'identified_orders'))
    tell('customers', 'split_ids', 'merged_ids');
  return found;
};

const ofMoney = new Set<CauseCode>(['refunds', 'amounts']);

/**
 * What changed among the period's orders, else at its start, else among all up to its end; of a figure of all of them,
 * that first. What changed only in amounts is no cause for a figure without any, nor is what lies before its period for
 * one whose change is explained.
 */
const fromOrders = (change: Change, isExplained: boolean): Cause[] => {
  const bears = (found: Cause[]): Cause[] =>
    change.onAmounts || found.some(({ code }) => !ofMoney.has(code)) ? found : [];
  const within = bears(fromTotals(change, ofPeriod));
  const upTo = fromTotals(change, toDate)
    .filter(({ code }) => change.onAmounts || !ofMoney.has(code))
    .map((one): Cause => ({ ...one, toDate: true }));
  if (change.isCumulative && upTo.length > 0) return upTo;
  if (within.length > 0) return within;
  const [before, now, moved] = seenIn(change, 'customers_at_start') ?? ['', '', 0];
  if (moved !== 0) return [cause('customers_before', before, now)];
  return isExplained ? [] : upTo;
};

const fromAnswers = ({ old, now }: Change): Cause[] => {
  const change = (now.denominator ?? 0) - (old.denominator ?? 0);
  if (change === 0) return [];
  return [cause(change > 0 ? 'late_answers' : 'removed_answers', old.denominator, now.denominator)];
};

/** Of a figure that a configuration declares over spending, both kinds are told. */
const fromSpend = (change: Change): Cause[] => {
  const kinds = (['acquisition_spend', 'retention_spend'] as const).filter(
    (id) => change.operands.has(id) || partOf(change.now, 'define') !== null,
  );
  const code = partOf(change.old, 'costs') === partOf(change.now, 'costs') ? 'spend' : 'costs';
  return kinds.flatMap((id) => {
    const [before, now, moved] = seenIn(change, id) ?? ['', '', 0];
    return moved === 0 ? [] : [cause(code, before, now)];
  });
};

/**
 * Why a figure of a closed period is not what it was, as far as two states of it tell: another definition, then what
 * changed in the data it is made of, then another version; `unknown` where nothing tells.
 */
export const causesOf = (change: Change): Cause[] => {
  const { old, now, needs } = change;
  const found: Cause[] = [];
  const [before, after] = [generalOf(old), generalOf(now)];
  if (before !== after) found.push(cause('definition', before, after));
  const [declared, declaredNow] = [partOf(old, 'define'), partOf(now, 'define')];
  if (declared !== declaredNow) found.push(cause('define', declared, declaredNow));
  if (needs.includes('spend')) found.push(...fromSpend(change));
  if (needs.includes('orders')) found.push(...fromOrders(change, found.length > 0));
  if (needs.includes('surveys')) found.push(...fromAnswers(change));
  if (now.status === 'incomplete') found.push(cause('data_end', null, null));
  if (found.length === 0 && old.version !== now.version)
    found.push(cause('version', old.version, now.version));
  return found.length === 0 ? [cause('unknown', null, null)] : found;
};
