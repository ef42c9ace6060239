import { type Books, openBooks, type Question } from './books.ts';
import { bring } from './bring.ts';
import { comeBack } from './come-back.ts';
import { cost } from './cost.ts';
import { type Answer, settle } from './figure.ts';
import { read } from './read.ts';
import { say } from './say.ts';
import type { Shop } from './shop.ts';
import { stay } from './stay.ts';

/**
 * Every figure of a shop by plain loops and exact fractions: the second computation the project's figures are held to.
 * Keys are the ids, and `churn_reasons[reason]` for each stated reason.
 */
export const compute = (shop: Shop, question: Question): Map<string, Answer> =>
  computeFrom(openBooks(shop, question));

/** The same over books that are open. */
export const computeFrom = (books: Books): Map<string, Answer> =>
  settle(books, [
    ...stay(books),
    ...comeBack(books),
    ...bring(books),
    ...cost(books),
    ...say(books),
    ...read(books),
  ]);
