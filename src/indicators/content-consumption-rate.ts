import { define } from './define.ts';
import { asOf, orders, sheet } from './edges.ts';

const shop = orders(
  '1,a,2021-01-10,10',
  '2,a,2021-06-30,10',
  '3,b,2020-06-01,10',
  '4,b,2020-06-30,10',
  '5,c,2021-05-01,10',
  '6,d,2020-06-01,10',
  '7,d,2020-07-01,10',
);

const content = (...rows: readonly string[]) => sheet('customer_id,occurred_at,kind', ...rows);

const reads = (customer: string): readonly string[] => [
  `${customer},2021-04-30,open`,
  `${customer},2021-05-01,click`,
  `${customer},2021-06-30,visit`,
];

export const contentConsumptionRate = define({
  id: 'content_consumption_rate',
  group: 'content',
  title: { en: 'Content consumption rate', fr: 'Taux de consommation de contenu' },
  question: {
    en: 'How many of the loyal customers regularly read what you send or show them?',
    fr: 'Combien de clients fidèles consultent régulièrement le contenu proposé ?',
  },
  formula: {
    en: 'loyal customers with an open, click, view or visit in every month of the period ÷ loyal customers',
    fr: 'clients fidèles ayant une ouverture, un clic, une vue ou une visite chaque mois de la période ÷ clients fidèles',
  },
  remarks: {
    en: 'Loyal: two orders or more up to the end of the period, one of them in its last 12 months (--loyal-orders). Something sent is not something read; --content-min changes how often is regularly.',
    fr: 'Fidèle : au moins deux commandes jusqu’à la fin de la période, dont une dans les 12 derniers mois (--loyal-orders). Un envoi n’est pas une lecture ; --content-min change ce que régulièrement veut dire.',
  },
  source: 'B',
  unit: 'share',
  better: 'higher',
  needs: ['orders', 'orders.customer_id', 'content'],
  computation: {
    kind: 'share',
    grain: 'customer',
    numerator: 'count_where(loyal AND regular_reader)',
    denominator: 'count_where(loyal)',
  },
  edges: [
    {
      what: { en: 'no order, no loyal customer', fr: 'aucune commande, aucun client fidèle' },
      given: { orders: orders(), content: content(...reads('a')) },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'undefined',
    },
    {
      what: {
        en: 'a and d are loyal, b bought a day too long ago, c once; a reads every month, d was only sent something in June',
        fr: 'a et d sont fidèles, b a acheté un jour trop tôt, c une fois ; a lit chaque mois, d n’a eu en juin qu’un envoi',
      },
      given: {
        orders: shop,
        content: content(
          ...reads('a'),
          ...reads('b'),
          ...reads('c'),
          'd,2021-04-01,open',
          'd,2021-05-31,view',
          'd,2021-06-15,sent',
        ),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0.5,
      numerator: 1,
      denominator: 2,
    },
    {
      what: {
        en: 'three months of reading, but the last of them lies after the period',
        fr: 'trois mois de lecture, mais le dernier est après la période',
      },
      given: {
        orders: shop,
        content: content('a,2021-04-30,open', 'a,2021-05-01,click', 'a,2021-07-01,visit'),
      },
      period: '2021-Q2',
      flags: asOf,
      value: 0,
      numerator: 0,
      denominator: 2,
    },
    {
      what: { en: 'no content file is given', fr: 'aucun fichier de contenu n’est donné' },
      given: { orders: shop },
      period: '2021-Q2',
      flags: asOf,
      value: null,
      status: 'unavailable',
    },
  ],
});
