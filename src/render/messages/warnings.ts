import { agreeing, type Message, message } from './message.ts';

/** What a run warns of; where a file is meant it is the first detail. */
export const warnings: Readonly<Record<string, Message>> = {
  period_defaulted: message(
    'No --period is given: the figures are of the whole data.',
    'Sans --period, les chiffres portent sur toutes les données.',
  ),
  period_incomplete: {
    en: (period) =>
      `The period ${period} is not over in these data, so its figures are to date; if the exports cover it all, say until when with --data-through.`,
    fr: (period) =>
      `La période ${period} n’est pas finie dans ces données : ses chiffres sont à ce jour ; si les exports la couvrent, dites jusqu’à quand avec --data-through.`,
  },
  empty_file: {
    en: (file) => `${file} has a header and no rows.`,
    fr: (file) => `${file} a un en-tête et aucune ligne.`,
  },
  rows_rejected: {
    en: (file, count, reasons) =>
      `${file}: ${count} ${agreeing(count!, 'row has a value that cannot be read and is', 'rows have a value that cannot be read and are')} left out (${reasons}); --strict allows none.`,
    fr: (file, count, reasons) =>
      `${file} : ${count} ${agreeing(count!, 'ligne a une valeur illisible et est laissée', 'lignes ont une valeur illisible et sont laissées')} de côté (${reasons}) ; --strict n’en admet aucune.`,
    numbers: [1],
  },
  repeated_lines: {
    en: (file, count) =>
      `${file}: ${count} order ${agreeing(count!, 'line is an exact repeat', 'lines are exact repeats')} of another; all of them count.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne de commande en répète', 'lignes de commande en répètent')} une autre à l’identique ; toutes comptent.`,
    numbers: [1],
  },
  duplicates_folded: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row is an exact copy of an order and does', 'rows are exact copies of orders and do')} not count again; if rows are order lines, say --grain lines.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne est la copie exacte d’une commande et ne compte', 'lignes sont des copies exactes de commandes et ne comptent')} pas deux fois ; si ce sont des lignes de commande, dites --grain lines.`,
    numbers: [1],
  },
  status_not_counted: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row does', 'rows do')} not count because of the order status; --count-status names those that do.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne ne compte', 'lignes ne comptent')} pas à cause du statut de la commande ; --count-status nomme ceux qui comptent.`,
    numbers: [1],
  },
  other_currency: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row is', 'rows are')} in another currency than --currency and left out.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne dans une autre devise que --currency est laissée', 'lignes dans une autre devise que --currency sont laissées')} de côté.`,
    numbers: [1],
  },
  undated: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'answer has no date and is', 'answers have no date and are')} left out; --period all takes them in.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'réponse sans date est laissée', 'réponses sans date sont laissées')} de côté ; --period all les prend en compte.`,
    numbers: [1],
  },
  after_as_of: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row is dated after the as-of day and', 'rows are dated after the as-of day and')} left out; --as-of moves it.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne datée après le jour de référence est laissée', 'lignes datées après le jour de référence sont laissées')} de côté ; --as-of le déplace.`,
    numbers: [1],
  },
  guest_orders: {
    en: (count) =>
      `${count} ${agreeing(count!, 'order names no customer: it is', 'orders name no customer: they are')} in orders and revenue and in nothing about customers.`,
    fr: (count) =>
      `${count} ${agreeing(count!, 'commande sans client : elle est', 'commandes sans client : elles sont')} dans les commandes et le chiffre d’affaires, et dans rien de ce qui touche aux clients.`,
    numbers: [0],
  },
  unlinked_refunds: {
    en: (count) =>
      `${count} ${agreeing(count!, 'refund names no order: it is', 'refunds name no order: they are')} not subtracted from the revenue; --map orders.refund_of=COLUMN links refunds to orders.`,
    fr: (count) =>
      `${count} ${agreeing(count!, 'remboursement ne nomme aucune commande et n’est', 'remboursements ne nomment aucune commande et ne sont')} pas ${agreeing(count!, 'déduit', 'déduits')} du chiffre d’affaires ; --map orders.refund_of=COLONNE relie les remboursements aux commandes.`,
    numbers: [0],
  },
  over_refunds: {
    en: (count) =>
      `${count} ${agreeing(count!, 'order is', 'orders are')} refunded by more than ${agreeing(count!, 'its', 'their')} amount; the revenue counts ${agreeing(count!, 'it', 'them')} below zero. Check the columns with --map.`,
    fr: (count) =>
      `${count} ${agreeing(count!, 'commande est remboursée', 'commandes sont remboursées')} au-delà de ${agreeing(count!, 'son montant et compte', 'leur montant et comptent')} en négatif dans le chiffre d’affaires. Vérifiez les colonnes avec --map.`,
    numbers: [0],
  },
  no_zero_scores: message(
    'No answer gives a 0: make sure that the question was asked on a scale from 0 to 10; --scale nps=0-10 says so.',
    'Aucune réponse ne donne 0 : vérifiez que la question a été posée sur une échelle de 0 à 10 ; --scale nps=0-10 le dit.',
  ),
};
