import { literal } from '../sql.ts';
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

const asIs = ['paid', 'completed', 'complete', 'processing', 'shipped', 'delivered', 'fulfilled'];
const ignoredList = `|${ignoredStatuses.join('|')}|`;
const wholeList = `${ignoredList}|${countingStatuses.join('|')}|`;

/**
 * SQL of the place of a status in one list of known words: ignored ones first, then those that count; 0 where it is
 * unknown. The word is looked up once, because an expression that stands twice in a statement is computed for every
 * row, also for those that a CASE has already answered.
 */
export const statusPlace = (column: string): string =>
  `CASE WHEN ${column} IS NULL OR ${column} IN (${asIs.map(literal).join(', ')}) THEN ${ignoredList.length}
    ELSE instr(${literal(wholeList)}, '|' || ${wordExpression(column)} || '|') END`;

/** The column a status place is read from, and the conditions on it. */
export const statusPlaceColumn = 'status_place';
export const isIgnoredStatus = `${statusPlaceColumn} BETWEEN 1 AND ${ignoredList.length - 1}`;
export const isUnknownStatus = `${statusPlaceColumn} = 0`;
