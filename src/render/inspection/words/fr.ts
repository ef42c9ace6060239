import { agreeing } from '../../messages/message.ts';
import type { en } from './en.ts';

/** The French words an inspection is written with. */
export const fr: typeof en = {
  role: 'genre',
  roleBy: {
    flag: () => 'selon son option',
    config: () => 'selon la configuration',
    profile: () => 'selon son profil',
    columns: (columns) => `selon ses colonnes ${columns}`,
    assumed: () => 'comme kpi prend ce qui vient sans option, faute d’indice d’un autre genre',
  },
  written: 'écriture',
  encodingBy: { declared: 'déclaré', recognised: '', concluded: 'conclu de ses octets' },
  delimiters: { ',': 'virgules', ';': 'points-virgules', '\t': 'tabulations', '|': 'barres' },
  between: (what) => `${what} entre les colonnes`,
  decimal: (mark) => `marque décimale « ${mark} »`,
  dates: (notation, offset) => `dates ${notation}${offset ? ' avec décalage' : ''}`,
  header: 'en-tête',
  preamble: (lines, rows) =>
    `${lines === 0 ? 'en haut' : `sous ${lines} autres lignes`}, ${rows === 1 ? 'une ligne' : `${rows} lignes`}`,
  profile: 'profil',
  knownBy: (columns) => `reconnu à ${columns}`,
  declared: 'comme déclaré',
  noProfile: 'aucun ; les colonnes sont trouvées par leurs noms',
  refunds: {
    column: 'remboursements dans une colonne',
    rows: 'remboursements en lignes à part',
    status: 'remboursements selon le statut',
    none: 'remboursements inconnus',
  },
  records: 'lignes',
  refused: 'refusé',
  column: 'colonne',
  field: 'lue comme',
  filled: 'remplies',
  shapes: 'formes de ses valeurs, la plus fréquente d’abord',
  sampled: (rows) =>
    `remplies et formes : sur ${agreeing(rows, 'la première ligne', `les ${rows} premières lignes`)}`,
  values: 'valeurs',
  emptyColumns: 'vides',
  computed: (field, column) => `${field} = ${column}`,
  orders: 'Commandes',
  others: { customers: 'Clients', surveys: 'Enquêtes', content: 'Contenu', spend: 'Dépenses' },
  grains: { orders: 'une ligne est une commande', lines: 'une ligne est une ligne de commande' },
  ordersCount: (orders, days) => `${orders} ${agreeing(orders, 'commande', 'commandes')}${days}`,
  days: (first, last) => `, du ${first} au ${last}`,
  customers: 'clients',
  customersCount: (customers, returned) => `${customers}, dont ${returned} avec deux commandes ou plus`,
  guests: 'anonymes',
  guestsCount: (orders, share) =>
    `${orders} ${agreeing(orders, 'commande', 'commandes')} sans client (${share})`,
  repeated: 'répétées',
  repeatedRows: {
    orders: (rows) =>
      `${rows} ${agreeing(rows, 'copie exacte, comptée', 'copies exactes, comptées')} une fois`,
    lines: (rows) =>
      `${rows} ${agreeing(rows, 'répétition exacte de ligne, comptée', 'répétitions exactes de lignes, toutes comptées')}`,
  },
  refundsLabel: 'remboursé',
  refundsCount: (orders, sum) => `${sum} sur ${orders} ${agreeing(orders, 'commande', 'commandes')}`,
  unlinked: (count, sum) =>
    `${count} ${agreeing(count, 'remboursement ne nomme', 'remboursements ne nomment')} aucune commande d’ici : ${sum}`,
  currencies: 'devises',
  statuses: 'statuts',
  blank: '(vide)',
  otherWords: '(autres mots)',
  counted: { true: 'compte', false: 'ne compte pas', null: 'inconnu' },
  firstOrders: 'historique',
  firstOrdersText: (month, months, customers, share) =>
    `${months} mois. Personne n’est plus ancien que ${month} : qui achetait avant paraît nouveau. Premières commandes ce mois-là : ${customers} (${share} des clients)`,
  usual: (usual) => ` ; d’ordinaire les mois suivants : ${usual}`,
  truncated: 'Beaucoup d’entre eux ne sont pas de nouveaux clients.',
  months: 'mois',
  monthsRule: 'Un mois est vide sans commande ; il chute sous la moitié de la médiane des trois précédents.',
  monthsFine: 'aucun n’est vide, aucun ne chute de plus de moitié sous la médiane des trois précédents',
  remarks: {
    empty: 'vide',
    drop: (orders, usual) => `chute à ${orders} au lieu de ${usual}`,
    unfinished: (orders) => `inachevé, ${orders} à ce jour`,
  },
  rows: (rows, people, days) =>
    `${rows} ${agreeing(rows, 'ligne', 'lignes')}${people === null ? '' : ` de ${people} personnes`}${days}`,
  kinds: 'genres',
  lacking: 'Indicateurs sans valeur',
  lackingMonth: 'demandés pour le dernier mois des données',
  none: 'aucun : chaque indicateur aura une valeur',
  notWritten: (path) => `${path} n’est pas écrit, car un fichier est refusé.`,
  refusal: 'Les fichiers ensemble sont refusés',
  giveAs: 'à donner à kpi comme',
};
