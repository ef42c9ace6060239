import type { Edge, Texts } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

/** A second quarter of 2021 in which a stays, b leaves (and is back a day too late), c comes back and d is new. */
export const moves = orders(
  '1,c,2020-12-31,10',
  '2,a,2021-01-01,10',
  '3,b,2021-03-31,10',
  '4,a,2021-04-01,10',
  '5,c,2021-05-15,10',
  '6,,2021-05-16,10',
  '7,d,2021-06-30,10',
  '8,b,2021-07-01,10',
);

/** Contracts around the same quarter: a and e stay, b and f end in it, g ended before it, d starts, h came and went. */
export const contracts = sheet(
  'customer_id,started_at,ended_at',
  'a,2020-01-01,',
  'b,2020-01-01,2021-06-30',
  'd,2021-04-01,',
  'e,2020-01-01,2021-07-01',
  'f,2020-01-01,2021-04-01',
  'g,2020-01-01,2021-03-31',
  'h,2021-04-10,2021-06-01',
);

/**
 * The same with contracts too short to be seen at either end: h's and g's are over by then, i's is over a day later. So
 * are one of f's, who was there at the start, and one of j's, who is there at the end.
 */
export const shortContracts: Pick<Edge, 'what' | 'given' | 'period' | 'flags'> = {
  what: {
    en: 'g and h came and went within the period: in no count, shown apart; f was there at the start, i and j at the end',
    fr: 'g et h sont venus et repartis dans la période : dans aucun nombre, montrés à part ; f était là au début, i et j à la fin',
  },
  given: {
    orders: orders('1,a,2021-06-30,10'),
    customers: [
      contracts.trimEnd(),
      'f,2021-05-01,2021-06-01',
      'g,2021-04-01,2021-06-30',
      'i,2021-06-30,2021-07-01',
      'j,2021-04-01,2021-05-01',
      'j,2021-06-01,',
      '',
    ].join('\n'),
  },
  period: '2021-Q2',
  flags: ['--base', 'contract', ...asOf],
};

/** A year in which b stays and a leaves: a ordered a day too early to count at the end, b just in time. */
export const twelveMonths = orders(
  '1,z,2020-03-31,10',
  '2,a,2020-06-30,10',
  '3,b,2020-07-01,10',
  '4,c,2021-06-30,10',
);

const whats = {
  previous: {
    en: 'customers of the quarter before; first and last days walked across, a guest left out',
    fr: 'clients du trimestre d’avant ; premiers et derniers jours franchis, un invité laissé de côté',
  },
  ever: {
    en: 'whoever ordered before the period is a customer',
    fr: 'est client quiconque a commandé avant la période',
  },
  contract: {
    en: 'contracts: the end date is the first day without one',
    fr: 'contrats : la date de fin est le premier jour sans contrat',
  },
} as const satisfies Record<string, Texts>;

const over: Record<keyof typeof whats, Pick<Edge, 'given' | 'flags'>> = {
  previous: { given: { orders: moves }, flags: asOf },
  ever: { given: { orders: moves }, flags: ['--base', 'ever', ...asOf] },
  contract: {
    given: { orders: orders('1,a,2021-06-30,10'), customers: contracts },
    flags: ['--base', 'contract', ...asOf],
  },
};

/** The same moves counted under three bases: one worked case for each value given, with the note it bears, if any. */
export const waterfallEdges = (
  values: Readonly<Record<keyof typeof whats, number>>,
  notes: Readonly<Partial<Record<keyof typeof whats, string>>> = {},
): readonly Edge[] =>
  (['previous', 'ever', 'contract'] as const).map((base) => {
    const note = notes[base];
    return {
      what: whats[base],
      period: '2021-Q2',
      ...over[base],
      value: values[base],
      ...(note === undefined ? {} : { note }),
    };
  });
