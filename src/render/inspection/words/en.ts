import type { InspectedFile, Inspection } from '../../../inspection/schema.ts';
import { agreeing } from '../../messages/message.ts';

/** The English words an inspection is written with. */
export const en = {
  role: 'kind',
  roleBy: {
    flag: () => 'as its flag says',
    config: () => 'as the configuration says',
    profile: () => 'by its profile',
    columns: (columns: string) => `by its columns ${columns}`,
    assumed: () => 'as kpi takes what is given without a flag, since nothing tells another kind',
  } satisfies Record<InspectedFile['roleBy']['kind'], (details: string) => string>,
  written: 'written',
  encodingBy: { declared: 'declared', recognised: '', concluded: 'concluded from its bytes' },
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'pipes' } as Record<string, string>,
  between: (what: string) => `${what} between columns`,
  decimal: (mark: string) => `decimal mark "${mark}"`,
  dates: (notation: string, offset: boolean) => `dates ${notation}${offset ? ' with an offset' : ''}`,
  header: 'header',
  preamble: (lines: number, rows: number) =>
    `${lines === 0 ? 'on top' : `below ${lines} other lines`}, ${rows === 1 ? 'one row' : `${rows} rows`}`,
  profile: 'profile',
  knownBy: (columns: string) => `known by ${columns}`,
  declared: 'as declared',
  noProfile: 'none; columns are found by their names',
  refunds: {
    column: 'refunds in a column',
    rows: 'refunds in rows of their own',
    status: 'refunds by the status',
    none: 'refunds unknown',
  },
  records: 'records',
  refused: 'refused',
  column: 'column',
  field: 'read as',
  filled: 'filled',
  shapes: 'shapes of its values, the commonest first',
  sampled: (rows: string) => `filled and shapes: in the first ${agreeing(rows, 'row', `${rows} rows`)}`,
  values: 'values',
  emptyColumns: 'empty',
  computed: (field: string, column: string) => `${field} = ${column}`,
  orders: 'Orders',
  others: { customers: 'Customers', surveys: 'Surveys', content: 'Content', spend: 'Spend' },
  grains: { orders: 'a row is an order', lines: 'a row is a line of an order' },
  ordersCount: (orders: string, days: string) => `${orders} ${agreeing(orders, 'order', 'orders')}${days}`,
  days: (first: string, last: string) => `, ${first} to ${last}`,
  customers: 'customers',
  customersCount: (customers: string, returned: string) =>
    `${customers}, ${returned} of them with two orders or more`,
  guests: 'guests',
  guestsCount: (orders: string, share: string) =>
    `${orders} ${agreeing(orders, 'order', 'orders')} without a customer (${share})`,
  repeated: 'repeated',
  repeatedRows: {
    orders: (rows: string) => `${rows} exact ${agreeing(rows, 'copy', 'copies')}, counted once`,
    lines: (rows: string) => `${rows} exact ${agreeing(rows, 'repeat', 'repeats')} of lines, all counted`,
  },
  refundsLabel: 'refunds',
  refundsCount: (orders: string, sum: string) => `${sum} of ${orders} ${agreeing(orders, 'order', 'orders')}`,
  unlinked: (count: string, sum: string) =>
    `${count} ${agreeing(count, 'refund names', 'refunds name')} no order here: ${sum}`,
  currencies: 'currencies',
  statuses: 'statuses',
  blank: '(blank)',
  otherWords: '(other words)',
  counted: { true: 'counts', false: 'does not count', null: 'not known' },
  firstOrders: 'history',
  firstOrdersText: (month: string, months: string, customers: string, share: string) =>
    `${months} ${agreeing(months, 'month', 'months')}. Nobody is older than ${month}: whoever bought before looks new. First orders in that month: ${customers} (${share} of the customers)`,
  usual: (usual: string) => `; usual in the months after it: ${usual}`,
  truncated: 'Many of them are no new customers.',
  months: 'months',
  monthsRule:
    'A month is empty without orders; it drops with less than half the median of the three before it.',
  monthsFine: 'none is empty, and none drops by more than half against the median of the three before it',
  remarks: {
    empty: 'empty',
    drop: (orders: string, usual: string) => `drops to ${orders} from ${usual}`,
    unfinished: (orders: string) => `unfinished, ${orders} so far`,
  },
  rows: (rows: string, people: string | null, days: string) =>
    `${rows} ${agreeing(rows, 'row', 'rows')}${people === null ? '' : ` of ${people} people`}${days}`,
  kinds: 'kinds',
  lacking: 'Figures without a value',
  lackingMonth: 'asked for the last month of the data',
  none: 'none: every figure will have a value',
  notWritten: (path: string) => `${path} is not written, since a file is refused.`,
  refusal: 'The files together are refused',
  giveAs: 'give it to kpi as',
};

/** The roles that have a flag of kpi. */
export const flagOf: Readonly<Record<Inspection['files'][number]['role'], string>> = {
  orders: 'FILE',
  customers: '--customers FILE',
  surveys: '--surveys FILE',
  content: '--content FILE',
  spend: '--spend FILE',
};
