// The floor with order ids: one typed load, one group-by per order, one per customer; nothing is verified.
import { DuckDBInstance } from '@duckdb/node-api';
import { BY_CUSTOMER, BY_ORDER, loadStatement, READ_COLUMNS } from './statements.mjs';

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await connection.run(loadStatement(process.argv[2], ['order_id', ...READ_COLUMNS]));
for (const question of [BY_ORDER, BY_CUSTOMER]) {
  const answer = await connection.runAndReadAll(question);
  console.log(JSON.stringify(answer.getRowObjectsJson()[0]));
}
connection.closeSync();
instance.closeSync();
