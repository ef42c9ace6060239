import type { Against, CheckResult } from '../../report/schema.ts';
import type { Language } from '../options.ts';

type Method = NonNullable<CheckResult['interval']>['method'];

const en = {
  title: 'Checks',
  check: 'check',
  result: 'result',
  wanted: 'wanted',
  found: 'found',
  interval: 'interval',
  between: (low: string, high: string) => `between ${low} and ${high}`,
  drop: (most: string) => `drop of at most ${most}`,
  rise: (most: string) => `rise of at most ${most}`,
  since: {
    previous: 'since the previous period',
    year: 'since the year before',
    baseline: 'since the baseline',
  } satisfies Record<Against, string>,
  just: { below: 'just under', at: 'exactly', above: 'just over' },
  after: (now: string, earlier: string) => `${now} after ${earlier}`,
  intervalOf: (level: string, bounds: string, method: string) => `${level} interval ${bounds} (${method})`,
  methods: {
    'clopper-pearson': 'Clopper-Pearson',
    'adjusted-wald': 'adjusted Wald',
    t: 't',
  } satisfies Record<Method, string>,
  unevaluated: 'could not be evaluated',
  states: {
    passed: 'passed',
    failed: 'failed',
    warned: 'warning',
    undecided: 'not enough to tell',
    unevaluated: 'not evaluated',
  },
  counts: {
    passed: (count: string, _many: boolean) => `${count} passed`,
    failed: (count: string, _many: boolean) => `${count} failed`,
    warned: (count: string, many: boolean) => `${count} ${many ? 'warnings' : 'warning'}`,
    undecided: (count: string, _many: boolean) => `${count} not enough to tell`,
    unevaluated: (count: string, _many: boolean) => `${count} could not be evaluated`,
  },
  none: 'no check was made',
  more: (count: string) => `${count} more`,
};

const fr: typeof en = {
  title: 'Contrôles',
  check: 'contrôle',
  result: 'résultat',
  wanted: 'attendu',
  found: 'trouvé',
  interval: 'intervalle',
  between: (low, high) => `entre ${low} et ${high}`,
  drop: (most) => `baisse d’au plus ${most}`,
  rise: (most) => `hausse d’au plus ${most}`,
  since: {
    previous: 'depuis la période précédente',
    year: 'depuis l’année précédente',
    baseline: 'depuis la référence',
  },
  just: { below: 'juste en dessous de', at: 'exactement', above: 'juste au-dessus de' },
  after: (now, earlier) => `${now} après ${earlier}`,
  intervalOf: (level, bounds, method) => `intervalle à ${level} ${bounds} (${method})`,
  methods: { 'clopper-pearson': 'Clopper-Pearson', 'adjusted-wald': 'Wald ajusté', t: 't de Student' },
  unevaluated: 'n’a pas pu être évalué',
  states: {
    passed: 'réussi',
    failed: 'échoué',
    warned: 'avertissement',
    undecided: 'pas de quoi trancher',
    unevaluated: 'non évalué',
  },
  counts: {
    passed: (count, many) => `${count} ${many ? 'réussis' : 'réussi'}`,
    failed: (count, many) => `${count} ${many ? 'échoués' : 'échoué'}`,
    warned: (count, many) => `${count} ${many ? 'avertissements' : 'avertissement'}`,
    undecided: (count) => `${count} sans pouvoir trancher`,
    unevaluated: (count, many) => `${count} ${many ? 'n’ont pas pu être évalués' : 'n’a pas pu être évalué'}`,
  },
  none: 'aucun contrôle n’a été fait',
  more: (count) => `${count} de plus`,
};

/** The words checks are printed with in a language, beside the reasons. */
export const checkWords = (lang: Language): typeof en => (lang === 'fr' ? fr : en);
