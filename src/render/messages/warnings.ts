import { type Message, message } from './message.ts';

/** What a run warns of; where a file is meant it is the first detail. */
export const warnings: Readonly<Record<string, Message>> = {
  empty_file: {
    en: (file) => `${file} has a header and no rows.`,
    fr: (file) => `${file} a un en-tête et aucune ligne.`,
  },
  rows_rejected: {
    en: (file, count) =>
      `${file}: ${count} rows could not be read and are left out; --rejects FILE lists them.`,
    fr: (file, count) =>
      `${file} : ${count} lignes illisibles sont laissées de côté ; --rejects FICHIER les liste.`,
    numbers: [1],
  },
  repeated_lines: {
    en: (file, count) => `${file}: ${count} order lines are exact repeats of another; all of them count.`,
    fr: (file, count) =>
      `${file} : ${count} lignes de commande en répètent une autre à l’identique ; toutes comptent.`,
    numbers: [1],
  },
  duplicates_folded: {
    en: (file, count) => `${file}: ${count} exact copies of an order were folded into it.`,
    fr: (file, count) => `${file} : ${count} copies exactes d’une commande sont comptées une seule fois.`,
    numbers: [1],
  },
  guest_orders: {
    en: (count) =>
      `${count} orders name no customer: they are in orders and revenue and in nothing about customers.`,
    fr: (count) =>
      `${count} commandes sans client : elles sont dans les commandes et le chiffre d’affaires, et dans rien de ce qui touche aux clients.`,
    numbers: [0],
  },
  unlinked_refunds: {
    en: (count) => `${count} refunds name no order; they are not subtracted from the revenue.`,
    fr: (count) =>
      `${count} remboursements ne nomment aucune commande ; ils ne sont pas déduits du chiffre d’affaires.`,
    numbers: [0],
  },
  after_as_of: {
    en: (file, count) => `${file}: ${count} rows are dated after --as-of and left out.`,
    fr: (file, count) => `${file} : ${count} lignes datées après --as-of sont laissées de côté.`,
    numbers: [1],
  },
  period_incomplete: {
    en: (period) => `The period ${period} is not over in these data; its figures are to date.`,
    fr: (period) => `La période ${period} n’est pas finie dans ces données ; ses chiffres sont à ce jour.`,
  },
  no_zero_scores: message(
    'No answer gives a 0: make sure that the question was asked on a scale from 0 to 10.',
    'Aucune réponse ne donne 0 : vérifiez que la question a été posée sur une échelle de 0 à 10.',
  ),
};
