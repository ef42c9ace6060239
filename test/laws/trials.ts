import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { partialShop, shop } from '../oracle/arbitraries.ts';
import { openBooks } from '../oracle/books.ts';
import { type Day, dayOf } from '../oracle/day.ts';
import { everything } from '../oracle/periods.ts';
import { aboutEverything, type Inquiry, inquiry, lateInquiry } from '../oracle/questions.arbitrary.ts';
import type { CustomerRow, Shop } from '../oracle/shop.ts';

/** What chance decides beside shop and question: how the same is said otherwise. */
export interface Draw {
  /** Decides the places of rows and columns. */
  readonly order: number;
  readonly factor: number;
  readonly repeated: number;
  /** Two scores of someone new. */
  readonly answers: readonly [string, string];
  readonly pieces: number;
  /** By how many the ways of writing files move on from role to role. */
  readonly turn: number;
  readonly by: 'channel' | 'first.channel' | 'first.discounted' | 'customer.country';
}

/** One random shop, what is asked of it, and how else that could be said. */
export interface Trial {
  readonly shop: Shop;
  readonly question: Inquiry;
  readonly draw: Draw;
}

/** How many trials each law gets: `LOYALTY_RUNS`, 100 unless told. */
export const runs = Number(process.env.LOYALTY_RUNS ?? 100);
if (!Number.isInteger(runs) || runs < 2) throw new RangeError('LOYALTY_RUNS is a whole number from 2');

/** Half of the trials are always the same. */
export const fixedSeed = 20240229;

/** Half are new in every run, unless `LOYALTY_SEED` asks for those of an earlier one. */
export const newSeed = (): number => Number(process.env.LOYALTY_SEED ?? randomInt(2 ** 31));

const customersKnownBy = (customers: readonly CustomerRow[], asOf: Day): CustomerRow[] => {
  const known = (text: string) => (text !== '' && dayOf(text) <= asOf ? text : '');
  return customers
    .filter((row) => row.started_at === '' || known(row.started_at) !== '')
    .map((row) => ({
      ...row,
      ended_at: known(row.ended_at),
      end_reason: known(row.ended_at) === '' ? '' : row.end_reason,
      enrolled_at: known(row.enrolled_at),
    }));
};

/**
 * The customers export says only what was known on the as-of day; contracts and countries are asked about where it is
 * given.
 */
const fitting = ({ shop: drawn, question: asked, draw: chosen }: Trial): Trial => {
  const known = {
    ...drawn,
    customers: drawn.customers === null ? null : customersKnownBy(drawn.customers, asked.asOf),
  };
  const base = drawn.customers === null && asked.base === 'contract' ? 'ever' : asked.base;
  const comparison = asked.comparison === null ? null : { ...asked.comparison, base };
  const question = { ...asked, base, comparison };
  const by = drawn.customers === null && chosen.by === 'customer.country' ? 'channel' : chosen.by;
  const fitted = { shop: known, question, draw: { ...chosen, by } };
  if (question.label !== everything.label) return fitted;
  const books = openBooks(known, question);
  const others = [
    ...books.surveys.map((row) => row.answered_at),
    ...books.content.map((row) => row.occurred_at),
    ...books.spend.map((row) => row.spent_on),
  ].map((text) => dayOf(text.slice(0, 10)));
  const days = [...books.orderDays, ...others].toSorted((one, other) => one - other);
  return { ...fitted, question: aboutEverything(question, days) };
};

const score = fc.nat(10).map(String);

const draw: fc.Arbitrary<Draw> = fc.record({
  order: fc.nat(99_999),
  factor: fc.integer({ min: 2, max: 9 }),
  repeated: fc.nat(99),
  answers: fc.tuple(score, score),
  pieces: fc.integer({ min: 2, max: 4 }),
  turn: fc.nat(4),
  by: fc.constantFrom('channel', 'first.channel', 'first.discounted', 'customer.country'),
});

const trialOf = (shops: fc.Arbitrary<Shop>, questions: fc.Arbitrary<Inquiry>): fc.Arbitrary<Trial> =>
  fc.record({ shop: shops, question: questions, draw }).map(fitting);

/** Random trials: mostly whole shops, some asked late enough for lifetime values, some that lack exports. */
export const trial: fc.Arbitrary<Trial> = fc.oneof(
  { weight: 4, arbitrary: trialOf(shop, inquiry) },
  { weight: 1, arbitrary: trialOf(shop, lateInquiry) },
  { weight: 1, arbitrary: trialOf(partialShop, inquiry) },
);
