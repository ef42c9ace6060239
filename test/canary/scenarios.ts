import { markedExports } from './exports.ts';
import { asOf, at, period, type Scenario, scenario } from './scenario.ts';
import { roles } from './shop.ts';

const shopIn = (ending: string): string[] => [
  at(`orders.${ending}`),
  ...roles.slice(1).flatMap((role) => [`--${role}`, at(`${role}.${ending}`)]),
];
const plain = shopIn('csv');
const answers: Scenario[] = [
  ...['table', 'json', 'csv', 'markdown'].map((format) =>
    scenario(['kpi', ...plain, ...period, '--format', format]),
  ),
  ...['csv.gz', 'json', 'ndjson', 'json.gz'].map((ending) =>
    scenario(['kpi', ...shopIn(ending), ...period, '--format', 'json']),
  ),
  ...['en', 'fr'].flatMap((lang) =>
    [
      ['--verbose'],
      ['--ascii', '--width', '40'],
      ['--color', 'always'],
      ['--quiet'],
      ['--csv-dialect', 'excel-fr'],
    ].map((flags) => scenario(['kpi', ...plain, ...period, '--lang', lang, ...flags])),
  ),
  ...['json', 'csv', 'markdown', 'table'].map((format) =>
    scenario(['kpi', ...plain, ...period, '--output', `${format}=answer.${format}`]),
  ),
  ...['all', '2021', '2021-08', '2021-W30'].map((one) =>
    scenario(['kpi', ...plain, '--period', one, ...asOf, '--verbose', '--format', 'json']),
  ),
  ...['previous', 'active:12m', 'ever', 'contract'].map((base) =>
    scenario([
      'kpi',
      ...plain,
      '--period',
      '2021',
      ...asOf,
      '--base',
      base,
      '--compare',
      'year',
      '--verbose',
    ]),
  ),
  ...['channel', 'category', 'first.channel', 'customer.country', 'customer.tier'].flatMap((by) =>
    ['table', 'json'].map((format) =>
      scenario(['kpi', ...plain, ...period, '--by', by, '--min-group', '1', '--format', format]),
    ),
  ),
];

const personal = [
  ...['order_id', 'customer_id', 'email', 'phone', 'first.customer_id', 'first.email', 'first.phone'],
  ...['customer.customer_id', 'customer.email', 'customer.full_name', 'customer.referred_by'],
];

const refusals: Scenario[] = [
  ...personal.map((by) => scenario(['kpi', ...plain, ...period, '--by', by], [2])),
  scenario(['check', ...plain, ...period, '--check', 'retention_rate[customer.email=a] >= 0.1'], [2, 4]),
  ...[
    ['--by', 'nowhere'],
    ['--by', 'customer.nowhere'],
    ['--map', 'orders.amount=Nowhere'],
    ['--map', 'customers.email=Nowhere'],
    ['--exclude', 'orders.nowhere=a'],
    ['--only-where', 'surveys.nowhere=a'],
    ['--map', 'orders.amount=note'],
    ['--map', 'orders.ordered_at=note'],
    ['--map', 'orders.status=note'],
    ['--map', 'orders.currency=note'],
    ['--map', 'orders.quantity=delivery'],
    ['--map', 'surveys.score=comment'],
    ['--map', 'spend.kind=supplier'],
    ['--map', 'content.kind=page'],
    ['--map', 'customers.created_at=full_name'],
    ['--map', 'orders.amount=amount*note'],
    ['--map', 'orders.amount=note', '--max-rejects', '100%'],
    ['--map', 'orders.ordered_at=note', '--max-rejects', '100%'],
    ['--map', 'surveys.score=comment', '--max-rejects', '100%'],
    ['--delimiter', ';'],
    ['--profile', 'shopify-orders'],
    ['--grain', 'lines', '--map', 'orders.order_id=category'],
    ['--currency', 'USD'],
    ['--count-status', 'shipped'],
    ['--date-format', 'dd/mm/yyyy'],
    ['--decimal', ','],
    ['--encoding', 'windows-1252'],
    ['--strict'],
    ['--exclude', 'orders.note=zz*', '--only-where', 'orders.channel=web'],
  ].flatMap((flags, number) =>
    ['kpi', number % 2 === 0 ? 'check' : 'inspect'].map((command) =>
      scenario(
        [
          command,
          ...plain,
          ...(command === 'inspect' ? asOf : period),
          ...flags.filter(
            (word, index) => command === 'kpi' || (word !== '--by' && flags[index - 1] !== '--by'),
          ),
          ...(command === 'check' ? ['--check', 'orders >= 1'] : []),
        ],
        null,
      ),
    ),
  ),
];

const reporters = ['people', 'json', 'junit', 'github', 'github-summary', 'openmetrics'];
const thresholds = [
  ['retention_rate >= 0.01', 'orders > 5'],
  ['retention_rate >= 0.99 confidence', 'net_promoter_score between -100 and 100', 'rejected_share < 1%'],
  ['retention_rate[customer.country=FR] >= 0.1', 'orders[channel=nowhere] >= 1', 'nowhere >= 1'],
];

const checks: Scenario[] = [
  ...reporters.flatMap((reporter) =>
    thresholds.map((these, number) => {
      const asked = these.flatMap((one) => ['--check', one]);
      const to = number === 0 ? reporter : `${reporter}=checks.out`;
      return scenario(['check', ...plain, ...period, ...asked, '--reporter', to], [0, 1, 2, 4]);
    }),
  ),
  scenario(['check', ...plain, ...period, '--check', 'matched_survey_share >= 0.5', '--lang', 'fr'], [0, 1]),
  scenario(['kpi', ...plain, ...period, '--check', 'orders >= 1', '--format', 'json']),
];

const looks: Scenario[] = [
  ...['csv', 'csv.gz', 'json', 'ndjson'].flatMap((ending) =>
    ['table', 'json'].map((format) =>
      scenario(['inspect', ...roles.map((role) => at(`${role}.${ending}`)), ...asOf, '--format', format]),
    ),
  ),
  scenario(['inspect', ...plain, ...asOf, '--lang', 'fr']),
  scenario(['inspect', ...plain, ...asOf, '--write-config', 'written.yaml']),
  scenario(['init', ...plain, ...asOf]),
  scenario(['init', at('orders.csv'), ...asOf, '--force']),
  scenario(['init'], [3]),
  scenario(['config', 'print', ...plain, ...period]),
  scenario(['config', 'schema']),
  scenario(['profiles']),
  scenario(['profiles', 'shopify-orders']),
  scenario(['list', '--lang', 'fr']),
  scenario(['explain', 'retention_rate', '--verbose']),
  ...['bash', 'zsh', 'fish'].map((shell) => scenario(['completion', shell])),
];

const exported: Scenario[] = markedExports().map(({ name, role, flags }, number) => {
  const file = role === 'orders' ? [at(name)] : [`--${role}`, at(name)];
  const days = ['--as-of', '2022-12-31'];
  return number % 3 === 0
    ? scenario(['inspect', at(name), ...days], null)
    : scenario(['kpi', ...file, ...flags, ...days, '--format', 'json', '--rejects', 'rejects.csv'], null);
});

/** Command lines over sound files, in groups. */
export const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  'an answer': answers,
  'a refusal': refusals,
  'a check': checks,
  'a look at files': looks,
  'an export of another system': exported,
};
