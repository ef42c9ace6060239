import type { Edge } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';
import { moves } from './waterfall-edges.ts';

type Case = Pick<Edge, 'what' | 'given' | 'period' | 'flags'>;

const header = 'spent_on,kind,amount';

/** In the quarter 100.50 on acquisition and 20.10 on retention, for one new customer and one retained. */
export const spending: Case = {
  what: {
    en: 'spent on the first and the last day: counted; the day before and the day after: not',
    fr: 'dépensé le premier et le dernier jour : compté ; la veille et le lendemain : non',
  },
  given: {
    orders: moves,
    spend: sheet(
      header,
      '2021-03-31,acquisition,500',
      '2021-04-01,acquisition,60.25',
      '2021-06-30,acquisition,40.25',
      '2021-04-01,retention,15.10',
      '2021-06-30,retention,5',
      '2021-07-01,acquisition,700',
      '2021-07-01,retention,800',
    ),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** The same money in a quarter without a customer who stays or is new: b of the quarter before leaves. */
export const spentOnNobody: Case = {
  what: {
    en: 'money was spent, nobody is new and nobody stayed',
    fr: 'de l’argent fut dépensé, personne n’est nouveau et personne n’est resté',
  },
  given: {
    orders: orders('1,b,2021-01-01,10', '2,,2021-06-30,10'),
    spend: sheet(header, '2021-05-01,acquisition,100', '2021-05-01,retention,20'),
  },
  period: '2021-Q2',
  flags: asOf,
};

/** A file of spending without a row. */
export const noSpending: Case = {
  what: { en: 'a file of spending without a row', fr: 'un fichier de dépenses sans aucune ligne' },
  given: { orders: moves, spend: sheet(header) },
  period: '2021-Q2',
  flags: asOf,
};

/** No file of spending. */
export const noSpendFile: Case = {
  what: { en: 'no file of spending is given', fr: 'aucun fichier de dépenses n’est donné' },
  given: { orders: moves },
  period: '2021-Q2',
  flags: asOf,
};
