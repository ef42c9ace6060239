import { generalOf, partOf } from './definitions.ts';
import type { HistoryLine } from './line.ts';
import type { Cause, CauseCode } from './schema.ts';

/** The figures from which the cause of a change is read; a night asks for them whatever else it asks for. */
export const evidence = [
  'orders',
  'revenue',
  'refunds',
  'identified_orders',
  'active_customers',
  'customers_at_start',
  'acquisition_spend',
  'retention_spend',
] as const;

type Evidence = (typeof evidence)[number];

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
}

const cause = (code: CauseCode, before: string | number | null, now: string | number | null): Cause => ({
  code,
  before: before === null ? null : String(before),
  now: now === null ? null : String(now),
});

type Seen = readonly [before: string, now: string, change: number];

const seenIn = ({ totalsBefore, totalsNow }: Change, id: Evidence): Seen | null => {
  const [before, now] = [totalsBefore.get(id), totalsNow.get(id)];
  if (before === undefined || now === undefined || before.value === null || now.value === null) return null;
  const [one, other] = [before.exact ?? String(before.value), now.exact ?? String(now.value)];
  return [one, other, one === other ? 0 : now.value - before.value];
};

const fromOrders = (change: Change): Cause[] => {
  const seen = (id: Evidence): Seen | null => seenIn(change, id);
  const found: Cause[] = [];
  const tell = (id: Evidence, more: CauseCode | null, fewer: CauseCode | null): boolean => {
    const [before, now, change] = seen(id) ?? ['', '', 0];
    const code = change > 0 ? more : change < 0 ? fewer : null;
    if (code !== null) found.push(cause(code, before, now));
    return code !== null;
  };
  const ordersChanged = tell('orders', 'late_orders', 'removed_orders');
  const refunded = tell('refunds', 'refunds', ordersChanged ? null : 'amounts');
  if (!ordersChanged && !refunded)
    tell('revenue', 'amounts', seen('refunds') === null ? 'refunds' : 'amounts');
  if (!ordersChanged && !tell('identified_orders', 'identified_orders', 'identified_orders'))
    tell('active_customers', 'split_ids', 'merged_ids');
  if (found.length === 0) tell('customers_at_start', 'customers_before', 'customers_before');
  return found;
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
  if (needs.includes('orders')) found.push(...fromOrders(change));
  if (needs.includes('surveys')) found.push(...fromAnswers(change));
  if (now.status === 'incomplete') found.push(cause('data_end', null, null));
  if (found.length === 0 && old.version !== now.version)
    found.push(cause('version', old.version, now.version));
  return found.length === 0 ? [cause('unknown', null, null)] : found;
};
