import { type Random, random } from '../random.ts';

/** Somebody who buys, as each form of the exports may name them. */
export interface Buyer {
  readonly id: number;
  readonly first: string;
  readonly last: string;
  readonly email: string;
}

/** What became of an order; given back in part only where the forms compared can say how much. */
export type Fate = 'paid' | 'refunded' | 'partly refunded' | 'cancelled' | 'failed' | 'waiting';

/** An order as it happened, before any export tells of it. */
export interface Purchase {
  readonly number: number;
  /** Null for a sale at the counter. */
  readonly buyer: Buyer | null;
  readonly at: Date;
  readonly fate: Fate;
  /** Amounts in cents. */
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly cents: number }[];
  readonly refunded: number;
}

const firsts = ['Zoé', 'Élodie', 'Jean', 'Jeanne', 'Noël', 'François', 'Maëlle', 'Anaïs', 'Bob', 'Ürsula'];
const lasts = ['Dupont', 'Lefèvre', 'Gœtz', 'Muñoz', "O'Neil"];

/** Jean and Jeanne Dupont are both J. Dupont where an export names customers so; one address has an accent. */
const buyers: readonly Buyer[] = Array.from({ length: 30 }, (_, index) => {
  const first = firsts[index % firsts.length]!;
  const last = lasts[Math.floor(index / 6)]!;
  return { id: 101 + index, first, last, email: `${index === 4 ? 'zoé' : 'client'}.${index}@example.com` };
});

const goods = ['Bougie d’été', 'Thé "noir", 100 g', 'Bol en grès', 'Carnet; ligné'];

const start = Date.UTC(2020, 8, 1);
const days = 242;

/** Instants beside the turns of the year and of the quarters in Paris, most of them of another day in UTC. */
const turns = [
  '2020-09-30T21:59:59Z',
  '2020-09-30T22:00:00Z',
  '2020-12-31T22:59:59Z',
  '2020-12-31T23:00:00Z',
  '2020-12-31T23:30:00Z',
  '2021-03-31T21:59:59Z',
  '2021-03-31T22:00:00Z',
  '2021-03-31T22:30:00Z',
];

const instants = ({ below }: Random): readonly Date[] => [
  ...turns.map((turn) => new Date(turn)),
  ...Array.from({ length: 132 }, () => {
    const day = start + below(days) * 86_400_000;
    return new Date(day + (4 + below(18)) * 3_600_000 + below(3_600) * 1_000);
  }),
];

const fates: readonly Fate[] = [
  'paid',
  'paid',
  'paid',
  'paid',
  'paid',
  'refunded',
  'cancelled',
  'failed',
  'waiting',
];

/** The amount of an order in cents. */
export const centsOf = ({ lines }: Pick<Purchase, 'lines'>): number =>
  lines.reduce((sum, { cents }) => sum + cents, 0);

/** How many pieces were ordered. */
export const piecesOf = ({ lines }: Pick<Purchase, 'lines'>): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Whether an order was a purchase, given back later or not. */
export const wasPaid = ({ fate }: Pick<Purchase, 'fate'>): boolean =>
  fate === 'paid' || fate === 'refunded' || fate === 'partly refunded';

/**
 * A shop of 30 customers and 140 orders from September 2020 to April 2021: several lines in some orders, sales without
 * a customer, orders cancelled, failed, unpaid or given back, whole or, where asked for, in part.
 */
export const shopOf = (seed: number, { inPart }: { readonly inPart: boolean }): readonly Purchase[] => {
  const draw = random(seed);
  const { below, pick } = draw;
  return instants(draw)
    .toSorted((one, other) => one.getTime() - other.getTime())
    .map((at, index) => {
      const lines = Array.from({ length: 1 + below(3) }, () => ({
        name: pick(goods),
        quantity: 1 + below(3),
        cents: 99 + below(below(10) === 0 ? 250_000 : 9_000),
      }));
      const fate = inPart && below(5) === 0 ? 'partly refunded' : pick(fates);
      const whole = centsOf({ lines });
      const refunded = fate === 'refunded' ? whole : fate === 'partly refunded' ? 1 + below(whole - 1) : 0;
      return { number: 1001 + index, buyer: below(9) === 0 ? null : pick(buyers), at, fate, lines, refunded };
    });
};
