import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { centsOf, type Fate, type Purchase } from './shop.ts';
import { clockOf, decimal } from './writing.ts';

/** States by number and by name; what was given back in part has no number that says so. */
const states: Readonly<Record<Fate, readonly (readonly [number: string, name: string])[]>> = {
  paid: [
    ['5', 'Livré'],
    ['2', 'Paiement accepté'],
    ['3', 'En cours de préparation'],
    ['4', 'Expédié'],
    ['9', 'En attente de réapprovisionnement (payé)'],
  ],
  refunded: [['7', 'Remboursé']],
  'partly refunded': [],
  cancelled: [['6', 'Annulé']],
  failed: [['8', 'Erreur de paiement']],
  waiting: [
    ['1', 'En attente de paiement par chèque'],
    ['10', 'En attente de virement bancaire'],
  ],
};

interface Part {
  readonly order: Purchase;
  readonly id: number;
  readonly cents: number;
}

/** Every sixth cart of several lines was split at checkout: two orders of one reference. */
const partsOf = (shop: readonly Purchase[]): readonly Part[] =>
  shop
    .flatMap((order) => {
      const [first, ...rest] = order.lines;
      const split = rest.length > 0 && order.number % 6 === 0;
      return split
        ? [[first!], rest].map((lines) => ({ order, cents: centsOf({ lines }) }))
        : [{ order, cents: centsOf(order) }];
    })
    .map((part, index) => ({ ...part, id: index + 1 }));

const referenceOf = ({ number }: Purchase): string => `XKBKNA${number.toString(26).toUpperCase()}`;
const stateOf = ({ fate, number }: Purchase) => states[fate][number % states[fate].length]!;
const payments = ['Carte bancaire', 'Chèque', 'Payé en 3× sans frais'];

/** The shop's orders as a French shop takes them from the table: `;`, six decimals after a comma, Windows-1252. */
export const prestashopTable = (shop: readonly Purchase[]): Buffer =>
  iconv.encode(
    stringify(
      partsOf(shop).map(({ order, id, cents }) => {
        const [state] = stateOf(order);
        const total = `${decimal(cents).replace('.', ',')}0000`;
        return {
          id_order: id,
          reference: referenceOf(order),
          id_customer: order.buyer?.id ?? 0,
          current_state: state,
          payment: payments[order.number % payments.length],
          total_paid_real: order.fate === 'failed' || order.fate === 'waiting' ? '0,000000' : total,
          total_paid_tax_incl: total,
          total_products: total,
          date_add: clockOf(order.at, 'Europe/Paris'),
        };
      }),
      { header: true, delimiter: ';', record_delimiter: '\r\n' },
    ),
    'win1252',
  );

const price = (cents: number): string => {
  const [whole = '', decimals] = decimal(cents).split('.');
  return `${whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u202f')},${decimals}\u00a0€`;
};

/** The shop's orders as the French back office exports its grid: newest first, customers by an initial and a name. */
export const prestashopGrid = (shop: readonly Purchase[]): string =>
  stringify(
    partsOf(shop)
      .toReversed()
      .map(({ order, id, cents }) => ({
        ID: id,
        Référence: referenceOf(order),
        'Nouveau client': 0,
        Livraison: 'France',
        Client: order.buyer === null ? '' : `${order.buyer.first[0]}. ${order.buyer.last}`,
        Total: price(cents),
        Paiement: payments[order.number % payments.length],
        État: stateOf(order)[1],
        Date: clockOf(order.at, 'Europe/Paris'),
      })),
    { header: true, delimiter: ';' },
  );
