import { existsSync } from 'node:fs';
import { inProject, LARGE, LOYALTY, MILLION, RETAIL, SMALL, VENV_PYTHON } from './paths.mjs';

/** The period and date every figure is asked for. */
export const QUESTION = ['--period', '2021-Q1', '--as-of', '2021-12-31', '--format', 'json'];

const RETAIL_QUESTION = [
  ...['--map', 'orders.order_id=InvoiceNo', '--map', 'orders.amount=Quantity*UnitPrice'],
  ...['--exclude', 'orders.order_id=C*,A*', '--period', 'all', '--as-of', '2021-12-31', '--format', 'json'],
];

const node = (...parts) => [process.execPath, ...parts];
const peer = (name) => inProject(`bench/peers/${name}`);

/**
 * The commands that are timed. The others of a heat are compared with its `own`; `slow` ones run in fewer rounds
 * and are not warmed up. `six` marks those that print the six figures `agree.mjs` compares.
 */
export const heats = [
  {
    title: '5 million orders',
    own: 'loyalty',
    rounds: 5,
    slowRounds: 2,
    contestants: [
      {
        name: 'loyalty',
        title: '`loyalty kpi`',
        command: node(LOYALTY, 'kpi', LARGE, ...QUESTION),
        six: true,
      },
      {
        name: 'inspect',
        title: '`loyalty inspect`',
        command: node(LOYALTY, 'inspect', LARGE, '--as-of', '2021-12-31', '--format', 'json'),
      },
      {
        name: 'bare-duckdb',
        title: 'bare DuckDB: the same columns typed, grouped by order and by customer; nothing checked',
        command: node(peer('bare-duckdb.mjs'), LARGE),
      },
      {
        name: 'bare-figures',
        title: 'bare DuckDB: the same columns typed, and every figure computed; nothing checked',
        command: node(peer('bare-figures.mjs'), LARGE),
      },
      {
        name: 'bare-duckdb-no-ids',
        title: 'bare DuckDB: the same without order ids',
        command: node(peer('bare-duckdb-no-ids.mjs'), LARGE),
      },
      {
        name: 'polars',
        title: 'polars (Python, lazy): six figures, nothing checked',
        command: [VENV_PYTHON, peer('polars_six.py'), LARGE],
        six: true,
      },
      {
        name: 'pandas',
        title: 'pandas: six figures, nothing checked',
        command: [VENV_PYTHON, peer('pandas_six.py'), LARGE],
        six: true,
        slow: true,
      },
      {
        name: 'csv-parse',
        title: 'csv-parse: reading alone',
        command: node(peer('csv-parse.mjs'), LARGE),
        slow: true,
      },
    ],
  },
  {
    title: '1 million orders',
    own: 'million-csv',
    rounds: 3,
    slowRounds: 3,
    contestants: ['csv', 'json', 'ndjson'].map((format, index) => ({
      name: `million-${format}`,
      title: `\`loyalty kpi\` on ${format === 'csv' ? 'CSV' : format === 'json' ? 'a JSON array' : 'NDJSON'}`,
      command: node(LOYALTY, 'kpi', MILLION[index], ...QUESTION),
    })),
  },
  {
    title: '541 909 real order lines, gzip',
    own: 'retail',
    rounds: 3,
    slowRounds: 3,
    contestants: existsSync(RETAIL)
      ? [
          {
            name: 'retail',
            title: '`loyalty kpi`, lines folded into orders',
            command: node(LOYALTY, 'kpi', RETAIL, ...RETAIL_QUESTION),
          },
        ]
      : [],
  },
  {
    title: '1,000 orders',
    own: 'small',
    rounds: 15,
    slowRounds: 15,
    contestants: [
      { name: 'small', title: '`loyalty kpi`', command: node(LOYALTY, 'kpi', SMALL, ...QUESTION) },
      {
        name: 'open-duckdb',
        title: 'Node opening DuckDB, `select 42`',
        command: node(peer('open-duckdb.mjs')),
      },
    ],
  },
  {
    title: 'no data',
    own: 'help',
    rounds: 15,
    slowRounds: 15,
    contestants: [
      { name: 'help', title: '`loyalty --help`', command: node(LOYALTY, '--help') },
      { name: 'node', title: '`node -e 0`', command: node('-e', '0') },
    ],
  },
];

/**
 * What the project holds itself to: `slower` ÷ `faster` in wall time, at most or at least that many times; or seconds
 * of wall time, where a goal names them.
 */
export const goals = [
  { peer: 'bare-duckdb', slower: 'loyalty', faster: 'bare-duckdb', atMost: 1.5 },
  { peer: 'bare-duckdb-no-ids', slower: 'loyalty', faster: 'bare-duckdb-no-ids', atMost: 2.5 },
  { peer: 'pandas', slower: 'pandas', faster: 'loyalty', atLeast: 8 },
  { peer: 'inspect', slower: 'inspect', faster: 'loyalty', atMost: 1.5 },
  { peer: 'million-json', slower: 'million-json', faster: 'million-csv', atMost: 6 },
  { peer: 'million-ndjson', slower: 'million-ndjson', faster: 'million-csv', atMost: 6 },
  { peer: 'retail', slower: 'retail', seconds: 3 },
  { peer: 'open-duckdb', slower: 'small', faster: 'open-duckdb', atMost: 1.5 },
  { peer: 'node', slower: 'help', faster: 'node', atMost: 3 },
];
