import type { Message } from './message.ts';

/**
 * What was guessed about a file and not told, each as a phrase that names the flag which settles it; the first detail
 * is the file, which the line they stand in names once.
 */
export const guesses: Readonly<Record<string, Message>> = {
  profile_recognised: {
    en: (_file, profile) => `export of ${profile} (--profile)`,
    fr: (_file, profile) => `export de ${profile} (--profile)`,
  },
  preamble_passed: {
    en: (_file, lines) => `the header is below ${lines} other lines (--map)`,
    fr: (_file, lines) => `l’en-tête est sous ${lines} autres lignes (--map)`,
  },
  footer_passed: {
    en: (_file, lines) => `the last ${lines} lines are notes, not records (--profile)`,
    fr: (_file, lines) => `les ${lines} dernières lignes sont des notes (--profile)`,
  },
  times_moved: {
    en: (_file, from, to) => `times moved from ${from} to ${to} (--timezone)`,
    fr: (_file, from, to) => `heures ramenées de ${from} à ${to} (--timezone)`,
  },
  encoding_guessed: {
    en: (_file, encoding) => `encoding ${encoding} (--encoding)`,
    fr: (_file, encoding) => `encodage ${encoding} (--encoding)`,
  },
  delimiter_guessed: {
    en: (_file, sign) => `delimiter "${sign}" (--delimiter)`,
    fr: (_file, sign) => `séparateur « ${sign} » (--delimiter)`,
  },
  decimal_mark_guessed: {
    en: (_file, mark) => `decimal mark "${mark}" (--decimal)`,
    fr: (_file, mark) => `marque décimale « ${mark} » (--decimal)`,
  },
  date_order_guessed: {
    en: (_file, field, format) => `${field} is ${format} (--date-format)`,
    fr: (_file, field, format) => `${field} au format ${format} (--date-format)`,
  },
  grain_guessed: {
    en: () => 'each row is an order line (--grain)',
    fr: () => 'chaque ligne est une ligne de commande (--grain)',
  },
  columns_guessed: {
    en: (_file, columns) => `${columns} (--map)`,
    fr: (_file, columns) => `colonnes ${columns} (--map)`,
  },
};
