// The floor without order ids: one typed load, one group-by per customer; nothing is verified.
import { DuckDBInstance } from '@duckdb/node-api';
import { BY_CUSTOMER, loadStatement, READ_COLUMNS } from './statements.mjs';

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await connection.run(loadStatement(process.argv[2], READ_COLUMNS));
const answer = await connection.runAndReadAll(BY_CUSTOMER);
console.log(JSON.stringify(answer.getRowObjectsJson()[0]));
connection.closeSync();
instance.closeSync();
