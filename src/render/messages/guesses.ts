import type { Message } from './message.ts';

/** What was guessed about a file and not told: the first detail is the file as the user gave it. */
export const guesses: Readonly<Record<string, Message>> = {
  profile_guessed: {
    en: (file, profile) => `${file} looks like an export of ${profile}; --profile says otherwise.`,
    fr: (file, profile) => `${file} ressemble à un export de ${profile} ; --profile dit autre chose.`,
  },
  encoding_guessed: {
    en: (file, encoding) => `${file} is read as ${encoding}; --encoding says otherwise.`,
    fr: (file, encoding) => `${file} est lu en ${encoding} ; --encoding dit autre chose.`,
  },
  delimiter_guessed: {
    en: (file, delimiter) => `${file} has its fields separated by ${delimiter}; --delimiter says otherwise.`,
    fr: (file, delimiter) => `${file} sépare ses champs par ${delimiter} ; --delimiter dit autre chose.`,
  },
  preamble_skipped: {
    en: (file, lines) => `${file}: the first ${lines} lines are no table and were skipped.`,
    fr: (file, lines) =>
      `${file} : les ${lines} premières lignes ne font pas partie du tableau, elles sont sautées.`,
    numbers: [1],
  },
  column_guessed: {
    en: (file, field, column) =>
      `${file}: ${field} is read from "${column}"; --map ${field}=Column says otherwise.`,
    fr: (file, field, column) =>
      `${file} : ${field} est lu dans « ${column} » ; --map ${field}=Colonne dit autre chose.`,
  },
  decimal_mark_guessed: {
    en: (file, mark) => `${file}: amounts have the decimal mark "${mark}"; --decimal says otherwise.`,
    fr: (file, mark) =>
      `${file} : la marque décimale des montants est « ${mark} » ; --decimal dit autre chose.`,
  },
  date_order_guessed: {
    en: (file, order) => `${file}: dates are written ${order}; --date-order says otherwise.`,
    fr: (file, order) => `${file} : les dates s’écrivent ${order} ; --date-order dit autre chose.`,
  },
  timezone_guessed: {
    en: (zone) => `Days are counted in ${zone}; --timezone says otherwise.`,
    fr: (zone) => `Les jours sont comptés à l’heure de ${zone} ; --timezone dit autre chose.`,
  },
};
