import { isOneOf, literal } from '../sql.ts';

/** The blanks that exports leave around values: Unicode White_Space that occurs in files, written out for the engine. */
export const blanks = '\u0020\u0009\u000a\u000d\u00a0\u2007\u2009\u202f\u3000\ufeff';

/** Passes on a text of ASCII that begins with a certain sign or a later one and ends in no blank, any other `otherwise`. */
const plainText = (column: string, leastFirst: string, otherwise: string): string =>
  `CASE WHEN strlen(${column}) = length(${column}) AND ${column} >= ${literal(leastFirst)}
    ${[' ', '\t', '\n', '\r'].map((blank) => `AND NOT suffix(${column}, ${literal(blank)})`).join(' ')}
    THEN ${column} ELSE nullif(nfc_normalize(${otherwise}), '') END`;

/**
 * SQL of a text as it is compared: trimmed of blanks, NFC, NULL where nothing is left. Plain ASCII without blanks at
 * its ends, the common case, is passed on untouched.
 */
export const textExpression = (column: string): string =>
  plainText(column, '!', `trim(${column}, ${literal(blanks)})`);

/** SQL of a currency as it is compared: like a text. The codes most exports hold are known without looking closer. */
export const currencyExpression = (column: string): string => {
  const isUsual = isOneOf(column, ['EUR', 'USD', 'GBP'].map(literal));
  return `CASE WHEN ${isUsual} THEN ${column} ELSE ${textExpression(column)} END`;
};

/** SQL of a key as it is compared: like a text, without the apostrophe some exports set before digits and signs. */
export const keyExpression = (column: string): string =>
  plainText(column, '(', `regexp_replace(trim(${column}, ${literal(blanks)}), '^''([0-9=+@-])', '\\1')`);

/** SQL of an e-mail address as it is compared: trimmed, NFC, in lower case. */
export const emailExpression = (column: string): string => `lower(${keyExpression(column)})`;

/** SQL of a word out of a list (a status, a kind): trimmed, in lower case, without accents, blanks as `_`. */
export const wordExpression = (column: string): string =>
  `regexp_replace(strip_accents(lower(trim(${column}, ${literal(blanks)}))), '[ -]+', '_', 'g')`;

/** SQL of a whole number, or of a label that begins with one (`10 - Extremely likely`); NULL for anything else, a range such as `9-10` too. */
export const scoreExpression = (column: string): string => {
  const text = `trim(${column}, ${literal(blanks)})`;
  const blank = `[${blanks}]`;
  return `CASE WHEN regexp_full_match(${text}, ${literal(`[0-9]{1,4}(?:${blank}*[-–—:=(]${blank}*[^0-9${blanks}].*|${blank}+[^0-9.,/${blanks}-].*)?`)}, 's')
    THEN try_cast(regexp_extract(${text}, '^[0-9]+') AS INTEGER) END`;
};

const yes = ['true', '1', 'yes', 'y', 'oui', 'vrai', 'completed', 'complete', 'termine', 'finished', 'x'];
const no = ['false', '0', 'no', 'n', 'non', 'faux', 'partial', 'started', 'incomplete', 'en_cours'];

/** SQL of a yes or no, English or French; NULL for anything else. */
export const flagExpression = (column: string): string => {
  const word = wordExpression(column);
  const among = (words: readonly string[]): string => `${word} IN (${words.map(literal).join(', ')})`;
  return `CASE WHEN ${among(yes)} THEN true WHEN ${among(no)} THEN false END`;
};
