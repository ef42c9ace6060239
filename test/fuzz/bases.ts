import fc from 'fast-check';
import type { Flags } from '../laws/ask.ts';
import { flagsOf, plainly } from '../laws/telling.ts';
import { type Trial, trial } from '../laws/trials.ts';
import { everything } from '../oracle/periods.ts';
import type { Inquiry } from '../oracle/questions.arbitrary.ts';
import { columns, type Shop, type ShopRole } from '../oracle/shop.ts';

/** A sound export with the shop it tells of and the question that is asked about it. */
export interface Base {
  /** The export that is to be damaged; the shop's others stay as they are. */
  readonly role: ShopRole;
  readonly shop: Shop;
  readonly question: Inquiry;
  readonly flags: Flags;
}

/** A table of texts, the header first. */
export type Table = readonly (readonly string[])[];

/** Stands in every customer key, so that a message can be searched for them. */
export const canary = /zq9/i;

const marked = (text: string): string =>
  text.includes('@') ? text.replace(/\S+@\S+/, 'zq9$&') : text.replace(/c\d+/, 'zq9$&');

/** A file of few rows is soon read, and chance meets each of them. */
const mostRows = 24;

const withCanaries = <Row extends object>(rows: readonly Row[] | null): readonly Row[] | null =>
  rows?.slice(0, mostRows).map((row) => {
    const named = Object.entries(row).map(([column, text]): [string, string] => [
      column,
      ['customer_id', 'email', 'referred_by'].includes(column) ? marked(text) : text,
    ]);
    return Object.fromEntries(named) as Row;
  }) ?? null;

const nothing: Shop = { orders: null, customers: null, surveys: null, content: null, spend: null };

const others: Readonly<Record<ShopRole, readonly ShopRole[]>> = {
  orders: [],
  customers: ['orders'],
  surveys: ['orders'],
  content: ['orders'],
  spend: ['orders'],
};

const damaged: readonly ShopRole[] = [
  'orders',
  'orders',
  'orders',
  'surveys',
  'customers',
  'content',
  'spend',
];

/** Orders that name both would lend their ids to other exports that name e-mails alone, of which the oracle knows nothing. */
const singleKeyed = (shop: Shop, role: ShopRole): Shop => {
  if (role === 'orders' || shop.orders === null) return shop;
  const orders = shop.orders.map((row) => (row.customer_id.trim() === '' ? row : { ...row, email: '' }));
  return { ...shop, orders };
};

const baseOf = ({ shop, question, draw }: Trial, role: ShopRole): Base => {
  const given = [role, ...others[role]];
  const whole = Object.fromEntries(
    given.map((one) => [one, withCanaries(shop[one] as readonly object[] | null)]),
  );
  const kept = singleKeyed({ ...nothing, ...whole } as Shop, role);
  const base = question.base === 'contract' && kept.customers === null ? 'ever' : question.base;
  const asked: Inquiry = { ...question, base, compare: 'none', comparison: null };
  const flags = flagsOf(plainly({ shop: kept, question: asked, draw }));
  return { role, shop: kept, question: asked, flags: { ...flags, decimal: '.' } };
};

/** Some sound exports of a seed. */
export const basesOf = (seed: number, count: number): Base[] =>
  fc
    .sample(
      trial.filter(({ question, shop }) => question.label !== everything.label && shop.customers !== null),
      { seed, numRuns: count },
    )
    .map((drawn, at) => {
      const role = damaged[at % damaged.length]!;
      return baseOf(drawn, (drawn.shop[role] ?? []).length === 0 ? 'orders' : role);
    });

/** The export of a role as a table. */
export const tableOf = (shop: Shop, role: ShopRole): Table => {
  const names: readonly string[] = columns[role];
  const rows = (shop[role] ?? []) as unknown as readonly Readonly<Record<string, string>>[];
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
};
