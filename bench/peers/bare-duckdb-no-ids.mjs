// The floor without order ids: one typed load, one group-by per customer; nothing is verified.
import { DuckDBInstance } from '@duckdb/node-api';
import { BY_CUSTOMER, loadStatement } from './statements.mjs';

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await connection.run(loadStatement(process.argv[2], ['customer_id', 'ordered_at', 'amount']));
const answer = await connection.runAndReadAll(BY_CUSTOMER);
console.log(JSON.stringify(answer.getRowObjectsJson()[0]));
connection.closeSync();
instance.closeSync();
