// The floor of the figures: one typed load, one group-by per order, and the statements all the figures come from, for
// the quarter and the one before. Nothing is verified and nothing printed but how many answers there were.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { BY_ORDER, loadStatement, READ_COLUMNS } from './statements.mjs';

const figures = readFileSync(new URL('figures.sql', import.meta.url), 'utf8')
  .replace(/^--.*\n/gm, '')
  .split(';\n')
  .filter((statement) => statement.trim() !== '');

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
const load = loadStatement(process.argv[2], ['order_id', ...READ_COLUMNS]);
await connection.run(load.replace('temp table orders', 'temp table bought'));
await connection.runAndReadAll(BY_ORDER.replace('from orders', 'from bought'));
let answers = 0;
for (const statement of figures) {
  const answer = await connection.runAndReadAll(statement);
  answers += answer.getRowObjectsJson().length;
}
console.log(JSON.stringify({ answers }));
connection.closeSync();
instance.closeSync();
