import { type Message, message } from './message.ts';

const needed = (what: string, quoi: string): Message =>
  message(
    `The date ${what} is missing, or no date in the notation of its column.`,
    `La date ${quoi} manque, ou n’est pas une date dans la notation de sa colonne.`,
  );

const dated = (what: string, quoi: string): Message =>
  message(
    `The date ${what} is no date in the notation of its column.`,
    `La date ${quoi} n’est pas une date dans la notation de sa colonne.`,
  );

const counted = (what: string, quoi: string): Message =>
  message(`The ${what} is no number.`, `${quoi} n’est pas un nombre.`);

const marked = (what: string, quoi: string): Message =>
  message(`The ${what} is no whole number.`, `La note ${quoi} n’est pas un nombre entier.`);

/** Why a record was rejected, by the codes of the reconciliation and of `--rejects`; a code never changes its meaning. */
export const rejections: Readonly<Record<string, Message>> = {
  no_order_id: message('The order has no id.', 'La commande n’a pas d’identifiant.'),
  no_customer: message(
    'The row has neither a customer id nor an e-mail.',
    'La ligne n’a ni identifiant de client ni adresse e-mail.',
  ),
  unknown_kind: message(
    'The kind of the spending is neither acquisition nor retention.',
    'La dépense n’est ni d’acquisition ni de fidélisation.',
  ),
  score_out_of_range: message(
    'A score is not on its scale: 0 to 10, satisfaction 1 to 5, effort 1 to 7.',
    'Une note est hors de son échelle : 0 à 10, satisfaction 1 à 5, effort 1 à 7.',
  ),
  bad_ordered_at: needed('of the order', 'de la commande'),
  bad_amount: message(
    'The amount is missing, no number in the notation of its column, or has more than 14 digits or 4 decimals.',
    'Le montant manque, n’est pas un nombre dans la notation de sa colonne, ou dépasse 14 chiffres ou 4 décimales.',
  ),
  bad_refunded: counted('refunded amount', 'Le montant remboursé'),
  bad_discount: counted('discount', 'Le montant de la remise'),
  bad_quantity: counted('quantity', 'Le nombre d’articles'),
  bad_created_at: dated('of the customer’s creation', 'de création du client'),
  bad_started_at: dated('of the contract’s start', 'de début du contrat'),
  bad_ended_at: dated('of the contract’s end', 'de fin du contrat'),
  bad_enrolled_at: dated('of the enrolment', 'd’adhésion'),
  bad_points_earned: counted('number of points earned', 'Le nombre de points gagnés'),
  bad_points_redeemed: counted('number of points redeemed', 'Le nombre de points utilisés'),
  bad_answered_at: dated('of the answer', 'de la réponse'),
  bad_score: marked('recommendation score', 'de recommandation'),
  bad_satisfaction: marked('satisfaction score', 'de satisfaction'),
  bad_effort: marked('effort score', 'd’effort'),
  bad_completed: message(
    'Whether the survey was completed is neither yes nor no.',
    'Que l’enquête soit terminée n’est dit ni par oui ni par non.',
  ),
  bad_occurred_at: needed(
    'of the open, click, view or visit',
    'de l’ouverture, du clic, de la vue ou de la visite',
  ),
  bad_spent_on: needed('of the spending', 'de la dépense'),
};
