import { type Message, message } from './message.ts';

const listed = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;

/** Why there is nothing to compare with: the status of the earlier figure, or what else its value lacks. */
const lacks: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  none: ['nothing is compared', 'rien n’est comparé'],
  zero: ['the earlier value is 0', 'la valeur antérieure est 0'],
  ok: ['its history is too short', 'son historique est trop court'],
  history_short: ['its history is too short', 'son historique est trop court'],
  undefined: ['it is undefined there', 'il n’y est pas défini'],
  incomplete: ['it is to date only there', 'il n’y est qu’à ce jour'],
  unavailable: ['it is unavailable there', 'il n’y est pas disponible'],
  no_orders: ['there are no orders then', 'il n’y a alors aucune commande'],
  no_base: ['nobody was a customer at the start then', 'personne n’était alors client au début'],
  no_answers: ['there are no survey rows then', 'il n’y a alors aucune ligne de sondage'],
  no_spend: ['no money at all is dated then', 'aucune dépense n’y est datée'],
};

/**
 * Why a check could not be evaluated or not be told, by code; the details are the ones of the check, those that are
 * missing are left out of the sentence.
 */
export const reasons: Readonly<Record<string, Message>> = {
  unknown_indicator: {
    en: (...nearest) =>
      `no figure has this id${nearest.length === 0 ? '' : `; did you mean ${listed(nearest, 'or')}?`}`,
    fr: (...nearest) =>
      `aucun indicateur n’a cet id${nearest.length === 0 ? '' : ` ; vouliez-vous dire ${listed(nearest, 'ou')} ?`}`,
  },
  no_segment: {
    en: (...nearest) =>
      `no such segment in these data${nearest.length === 0 ? '' : `; the nearest: ${nearest.join(', ')}`}`,
    fr: (...nearest) =>
      `pas de tel segment dans ces données${nearest.length === 0 ? '' : ` ; le plus proche : ${nearest.join(', ')}`}`,
  },
  no_attribute: {
    en: (attribute) =>
      attribute === undefined
        ? 'it has no such attribute'
        : `it cannot be broken down by ${attribute}: no such attribute`,
    fr: (attribute) =>
      attribute === undefined
        ? 'il n’a pas cet attribut'
        : `il ne se décompose pas par ${attribute} : pas de tel attribut`,
  },
  undefined: {
    en: (why) => `it has no value${why === undefined ? '' : `, ${why}`}`,
    fr: (why) => `il n’a pas de valeur${why === undefined ? '' : `, ${why}`}`,
  },
  incomplete: message(
    'the period is not over in these data, its value is to date',
    'la période n’est pas finie dans ces données, sa valeur est à ce jour',
  ),
  unavailable: {
    en: (needs) => (needs === undefined ? 'an export is missing' : `it needs ${needs}`),
    fr: (needs) => (needs === undefined ? 'il manque un export' : `il faut ${needs}`),
  },
  suppressed: message(
    'its group is small, or would give a small one away',
    'son groupe est petit, ou en révélerait un petit',
  ),
  no_rows: {
    en: (role) =>
      role === undefined ? 'the files have no rows' : `there is no row that counts in the ${role}`,
    fr: (role) =>
      role === undefined ? 'les fichiers n’ont aucune ligne' : `aucune ligne qui compte (${role})`,
  },
  no_orders: message('it has no orders in the period', 'aucune commande dans la période'),
  no_base: message('nobody was a customer at the start', 'personne n’était client au début'),
  no_answers: message('it has no survey rows in the period', 'aucune ligne de sondage dans la période'),
  no_spend: message(
    'no money at all is dated in the period, as when the file has a gap there',
    'aucune dépense n’est datée dans la période, comme quand le fichier y a un trou',
  ),
  too_few: {
    en: (n, least) => `too few cases${n === undefined ? '' : `: ${n}, wanted ${least} at least`}`,
    fr: (n, least) => `trop peu de cas${n === undefined ? '' : ` : ${n}, il en faut ${least}`}`,
    numbers: [0, 1],
  },
  no_n: message(
    'it counts no cases that could be too few',
    'il ne compte pas de cas dont on puisse dire qu’il y en a trop peu',
  ),
  no_interval: message('it has no interval to be sure by', 'il n’a pas d’intervalle pour en être sûr'),
  history_short: message(
    'the data begin inside the window that says who was a customer',
    'les données commencent dans la fenêtre qui dit qui était client',
  ),
  no_earlier: {
    en: (status) =>
      `no earlier value to compare with${lacks[status ?? ''] === undefined ? '' : `, ${lacks[status!]![0]}`}`,
    fr: (status) =>
      `pas de valeur antérieure à comparer${lacks[status ?? ''] === undefined ? '' : `, ${lacks[status!]![1]}`}`,
  },
  not_in_baseline: message('the baseline does not have this figure', 'la référence n’a pas cet indicateur'),
  baseline_differs: {
    en: (...what) => `the baseline was made otherwise${what.length === 0 ? '' : `: ${what.join(', ')}`}`,
    fr: (...what) => `la référence a été faite autrement${what.length === 0 ? '' : ` : ${what.join(', ')}`}`,
  },
  straddles: message(
    'not enough to tell: the interval lies on both sides',
    'pas de quoi trancher : l’intervalle est des deux côtés',
  ),
};
