import { type Message, message } from './message.ts';

/** What a figure's note codes say; a detail is what stands after `=` in the note. */
export const notes: Readonly<Record<string, Message>> = {
  history_short: message(
    'the data begin inside the window that says who was a customer: earlier customers are missing',
    'les données commencent dans la fenêtre qui dit qui était client : des clients plus anciens manquent',
  ),
  no_history: message(
    'nothing lies before the period in these data, so nobody is known to have been there',
    'rien ne précède la période dans ces données : on ne sait pas qui était là',
  ),
  denominator_zero: message('nobody and nothing to divide by: 0 cases', 'rien à diviser : 0 cas'),
  undefined: message('it has no value here', 'pas de valeur ici'),
  incomplete: message(
    'the period is not over in these data: the value is to date',
    'la période n’est pas finie dans ces données : valeur à ce jour',
  ),
  after_data: message('the period lies after the end of the data', 'la période est après la fin des données'),
  before_data: message('the period lies before the data begin', 'la période est avant le début des données'),
  needs: {
    en: (what) => `it needs ${what}`,
    fr: (what) => `il faut ${what}`,
  },
  suppressed: message(
    'left out because the group is small, or would give a small one away',
    'masqué : le groupe est petit, ou en révélerait un petit',
  ),
  extrapolation: message(
    'an extrapolation: the lifespan is 1 ÷ the yearly churn, not one that was observed',
    'une extrapolation : la durée de vie est 1 ÷ l’attrition annuelle, elle n’a pas été observée',
  ),
  snapshot: message(
    'a snapshot: the file does not say when they enrolled, today’s members are counted',
    'un instantané : le fichier ne dit pas quand ils ont adhéré, on compte les membres d’aujourd’hui',
  ),
  churn_zero: message(
    'no customer was lost in a year, so no lifespan follows; give --lifespan',
    'aucun client perdu en un an, donc pas de durée de vie ; donnez --lifespan',
  ),
  history_short_for_lifespan: message(
    'the orders begin under 24 months before the end of the period; give --lifespan',
    'les commandes commencent moins de 24 mois avant la fin de la période ; donnez --lifespan',
  ),
  no_spend: message(
    'the spend file has no such spend in the period',
    'aucune dépense de ce genre dans la période',
  ),
  came_and_went: {
    en: (count) => `came and went within the period: ${count}, counted neither as new nor as lost`,
    fr: (count) => `venus et repartis dans la période : ${count}, ni nouveaux ni perdus`,
    numbers: [0],
  },
  margin: {
    en: (share) => `times a margin of ${share}`,
    fr: (share) => `avec une marge de ${share}`,
    numbers: [0],
  },
};
