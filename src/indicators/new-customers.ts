import { define } from './define.ts';
import { emptyCount } from './edges.ts';
import { shortContracts, waterfallEdges } from './waterfall-edges.ts';

export const newCustomers = define({
  id: 'new_customers',
  group: 'retention',
  title: { en: 'New customers', fr: 'Nouveaux clients' },
  question: {
    en: 'How many customers came for the first time?',
    fr: 'Combien de clients sont venus pour la première fois ?',
  },
  formula: {
    en: 'number of customers whose first order in the data lies in the period (contract: whose first contract began in it and still runs at its end)',
    fr: 'nombre de clients dont la première commande des données se situe dans la période (contrat : dont le premier contrat y a commencé et court encore à la fin)',
  },
  remarks: {
    en: 'First means first in the files given: where they begin with the period, everybody is new. Give the older exports too. Contracts that began and ended within the period are shown apart.',
    fr: 'Première veut dire première dans les fichiers donnés : s’ils commencent avec la période, tout le monde est nouveau. Donnez aussi les exports plus anciens. Les contrats commencés et terminés dans la période sont montrés à part.',
  },
  source: 'A',
  unit: 'count',
  better: 'higher',
  needs: ['orders', 'orders.customer_id'],
  base: 'counts',
  computation: {
    kind: 'count',
    grain: 'customer',
    numerator: 'count_where(is_new)',
    aside: { note: 'came_and_went', count: 'count_where(came_and_went)' },
  },
  edges: [
    emptyCount,
    ...waterfallEdges({ previous: 1, ever: 1, contract: 1 }, { contract: 'came_and_went=1' }),
    { ...shortContracts, value: 3, note: 'came_and_went=2' },
  ],
});
