import type { Source } from '../../sources/inspect.ts';
import { isOneOf, literal } from '../sql.ts';
import { wordExpression } from '../values/text.ts';

/** Words of order statuses under which an order counts, English and French, lower case without accents. */
const countingStatuses = [
  '', 'paid', 'completed', 'complete', 'processing', 'shipped', 'delivered', 'fulfilled', 'closed', 'refunded',
  'partially_refunded', 'partially_shipped', 'succeeded', 'captured', 'invoiced', 'in_preparation', 'payee', 'paye',
  'paiement_accepte', 'terminee', 'termine', 'expediee', 'expedie', 'livree', 'livre', 'en_preparation',
  'en_cours_de_preparation', 'remboursee', 'rembourse', 'partiellement_remboursee', 'partiellement_rembourse', 'facturee', 'validee',
] as const; // biome-ignore format: a list of words

/** Words under which it does not: what was never paid, was called off, or was only tried. */
const ignoredStatuses = [
  'cancelled', 'canceled', 'voided', 'void', 'failed', 'declined', 'pending', 'pending_payment', 'awaiting_payment',
  'unpaid', 'draft', 'test', 'abandoned', 'expired', 'on_hold', 'annulee', 'annule', 'echouee', 'echoue', 'refusee',
  'refuse', 'en_attente', 'en_attente_de_paiement', 'brouillon', 'abandonnee', 'abandonne', 'erreur_de_paiement', 'impayee',
] as const; // biome-ignore format: a list of words

/** Words of statuses: those under which an order counts, and those under which it does not. */
export interface StatusWords {
  readonly count: readonly string[];
  readonly ignore: readonly string[];
}

/** The words that are known where no profile says which ones its export uses. */
export const usualStatuses: StatusWords = { count: countingStatuses, ignore: ignoredStatuses };

/** The words of a file: its profile's, else the usual ones. */
export const statusesOf = ({ applied }: Source): StatusWords => applied?.profile.statuses ?? usualStatuses;

const asIs = ['paid', 'completed', 'complete', 'processing', 'shipped', 'delivered', 'fulfilled'];

const ignoredList = ({ ignore }: StatusWords): string => `|${ignore.map((word) => `${word}|`).join('')}`;

/**
 * SQL of the place of a status in one list of known words: ignored ones first, then those that count; 0 where it is
 * unknown. The word is looked up once, because an expression that stands twice in a statement is computed for every
 * row, also for those that a CASE has already answered.
 */
export const statusPlace = (column: string, words: StatusWords): string => {
  const ignored = ignoredList(words);
  const plain = asIs.filter((word) => words.count.includes(word)).map(literal);
  const quick = [
    ...(plain.length === 0 ? [] : [isOneOf(column, plain)]),
    ...(words.count.includes('') ? [`${column} IS NULL`] : []),
  ].join(' OR ');
  const place = `instr(${literal(`${ignored}${words.count.map((word) => `${word}|`).join('')}`)}, '|' || coalesce(${wordExpression(column)}, '') || '|')`;
  return quick === '' ? place : `CASE WHEN ${quick} THEN ${ignored.length} ELSE ${place} END`;
};

/** The column a status place is read from, and the conditions on it. */
export const statusPlaceColumn = 'status_place';
export const isIgnoredStatus = (words: StatusWords): string =>
  `${statusPlaceColumn} BETWEEN 1 AND ${ignoredList(words).length - 1}`;
export const isUnknownStatus = `${statusPlaceColumn} = 0`;
