import fc from 'fast-check';
import { monthEnd, tradingDay } from './days.arbitrary.ts';
import { type OrderRecipe, orderRows } from './orders.arbitrary.ts';
import { customerRows, people } from './people.arbitrary.ts';
import { contentRows, spendRows, surveyRows } from './replies.arbitrary.ts';
import type { Shop } from './shop.ts';

/** The shops every draw must contain: each has at least one draw in a hundred. */
export type EdgeClass = 'empty' | 'one order' | 'all guests' | 'duplicates' | 'refunds' | 'month ends';

const usual: OrderRecipe = {
  minOrders: 0,
  maxOrders: 60,
  day: tradingDay,
  guestsOnly: false,
  minCopies: 0,
  minRefunds: 0,
};

const recipes: Record<EdgeClass, Partial<OrderRecipe>> = {
  empty: { maxOrders: 0 },
  'one order': { minOrders: 1, maxOrders: 1 },
  'all guests': { minOrders: 2, guestsOnly: true },
  duplicates: { minOrders: 2, minCopies: 2 },
  refunds: { minOrders: 2, minRefunds: 3 },
  'month ends': { minOrders: 2, day: monthEnd },
};

const shopOf = (recipe: OrderRecipe): fc.Arbitrary<Shop> =>
  people.chain((everyone) =>
    fc.record({
      orders: orderRows(recipe, everyone),
      customers: customerRows(everyone),
      surveys: surveyRows(everyone),
      content: contentRows(everyone),
      spend: spendRows,
    }),
  );

/** Random shops with all five exports: 0 to 60 orders, 1 to 15 people, about two years, and every edge class. */
export const shop: fc.Arbitrary<Shop> = fc.oneof(
  { weight: 14, arbitrary: shopOf(usual) },
  ...Object.values(recipes).map((recipe) => ({ weight: 1, arbitrary: shopOf({ ...usual, ...recipe }) })),
);

/** Random shops that lack some exports, never the orders. */
export const partialShop: fc.Arbitrary<Shop> = fc
  .record({
    whole: shop,
    given: fc.record({
      customers: fc.boolean(),
      surveys: fc.boolean(),
      content: fc.boolean(),
      spend: fc.boolean(),
    }),
  })
  .map(({ whole, given }) => ({
    orders: whole.orders,
    customers: given.customers ? whole.customers : null,
    surveys: given.surveys ? whole.surveys : null,
    content: given.content ? whole.content : null,
    spend: given.spend ? whole.spend : null,
  }));
