// The floor of a small run: Node with the engine loaded, one trivial statement.
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create();
const connection = await instance.connect();
const answer = await connection.runAndReadAll('select 42');
console.log(answer.getRows()[0][0]);
connection.closeSync();
instance.closeSync();
