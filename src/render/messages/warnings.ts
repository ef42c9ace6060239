import { agreeing, type Message, message } from './message.ts';
import { settings } from './settings.ts';

/** What a run warns of; where a file is meant it is the first detail. */
export const warnings: Readonly<Record<string, Message>> = {
  ...settings,
  history_mended: message(
    'The last line of the history was cut off by a run that did not end; it is left out and written anew.',
    'La dernière ligne de l’historique a été coupée par une exécution interrompue ; elle est écartée et réécrite.',
  ),
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
      `${file}: ${count} ${agreeing(count!, 'row has a value that cannot be read and is', 'rows have a value that cannot be read and are')} left out (${reasons}); --rejects FILE lists them, --strict allows none.`,
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
  people_matched: {
    en: (file, matched, people, shoppers) =>
      `${file}: ${matched} of its ${people} people have ordered, and ${matched} of the ${shoppers} customers of the orders are in it.`,
    fr: (file, matched, people, shoppers) =>
      `${file} : ${matched} de ses ${people} personnes ont commandé, et ${matched} des ${shoppers} clients des commandes y figurent.`,
    numbers: [1, 2, 3],
  },
  near_keys: {
    en: (files, count) =>
      `${files}: ${count} customer ${agreeing(count!, 'key repeats', 'keys repeat')} another but for case, accents, blanks or signs that are not seen; ${agreeing(count!, 'it is', 'they are')} counted as ${agreeing(count!, 'a customer of its own', 'customers of their own')}.`,
    fr: (files, count) =>
      `${files} : ${count} ${agreeing(count!, 'clé de client en répète', 'clés de clients en répètent')} une autre à la casse, aux accents, aux blancs ou à des signes invisibles près ; ${agreeing(count!, 'elle compte comme un client', 'elles comptent comme des clients')} à part.`,
    numbers: [1],
  },
  unknown_people: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row is', 'rows are')} of people whom no other file knows; ${agreeing(count!, 'it counts', 'they count')} all the same.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne vient de quelqu’un qu’aucun autre fichier ne connaît ; elle compte', 'lignes viennent de gens qu’aucun autre fichier ne connaît ; elles comptent')} quand même.`,
    numbers: [1],
  },
  joined_by_email: {
    en: (file) =>
      `${file} is joined to the orders by e-mail: its e-mails find many customers there, its ids hardly any.`,
    fr: (file) =>
      `${file} est rapproché des commandes par e-mail : ses e-mails y trouvent bien des clients, ses identifiants presque aucun.`,
  },
  foreign_rows: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row is', 'rows are')} about something else than this export is read for, and left out.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne porte', 'lignes portent')} sur autre chose que ce qu’on lit dans cet export et ne compte${Number(count) > 1 ? 'nt' : ''} pas.`,
    numbers: [1],
  },
  order_ids_carried: {
    en: (file, count) =>
      `${file}: ${count} ${agreeing(count!, 'row without an order id belongs', 'rows without an order id belong')} to the order above.`,
    fr: (file, count) =>
      `${file} : ${count} ${agreeing(count!, 'ligne sans numéro de commande est rattachée', 'lignes sans numéro de commande sont rattachées')} à la commande au-dessus.`,
    numbers: [1],
  },
  identity_by_name: {
    en: (file) =>
      `${file} names customers by their names alone, which are not theirs alone: no figure about customers is made of it; use an export with e-mails or ids.`,
    fr: (file) =>
      `${file} ne désigne les clients que par leur nom, qui peut être à plusieurs : aucun chiffre sur les clients n’en est tiré ; prenez un export avec e-mails ou identifiants.`,
  },
  refunds_undated: {
    en: (file) => `${file} does not say when a refund was made: it is taken from the period of its order.`,
    fr: (file) => `${file} ne date pas les remboursements : ils sont déduits de la période de leur commande.`,
  },
  refunds_by_status: {
    en: (file) =>
      `${file} tells refunds by the status alone: an order under such a status counts as wholly given back.`,
    fr: (file) =>
      `${file} ne dit les remboursements que par le statut : une commande sous ce statut compte comme entièrement rendue.`,
  },
  partial_refunds_unknown: {
    en: (file) =>
      `${file} does not say how much was given back in part: such orders keep their whole amount.`,
    fr: (file) =>
      `${file} ne dit pas combien a été rendu en partie : ces commandes gardent leur montant entier.`,
  },
  orders_by_email: {
    en: (count) =>
      `${count} ${agreeing(count!, 'order names its customer', 'orders name their customers')} by e-mail alone and others by an id: a person known by both counts as two customers.`,
    fr: (count) =>
      `${count} ${agreeing(count!, 'commande désigne son client', 'commandes désignent leur client')} par e-mail seul, d’autres par un identifiant : qui est connu des deux façons compte pour deux clients.`,
    numbers: [0],
  },
  statuses_unknown: {
    en: (file) => `${file} has no column of order statuses: its rows count whatever became of the orders.`,
    fr: (file) =>
      `${file} n’a pas de colonne de statut : ses lignes comptent quel que soit le sort des commandes.`,
  },
  refunds_unknown: {
    en: (file) => `${file} does not tell refunds: revenue is before them.`,
    fr: (file) => `${file} ne dit pas les remboursements : le chiffre d’affaires est avant ceux-ci.`,
  },
  amount_without_tax: {
    en: (file) =>
      `The amounts of ${file} are without tax or shipping: they do not add up with those of other exports.`,
    fr: (file) =>
      `Les montants de ${file} sont hors taxes ou hors port : ils ne s’additionnent pas à ceux d’autres exports.`,
  },
  local_times: {
    en: (file) =>
      `The times of ${file} are those of the shop, whose zone is not told; they are taken as they stand.`,
    fr: (file) =>
      `Les heures de ${file} sont celles de la boutique, dont le fuseau n’est pas dit ; elles sont prises telles quelles.`,
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
