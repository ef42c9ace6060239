// Writes a generated export again as a JSON array or as NDJSON, a record a line:
//
//   node bench/convert.mjs bench/data/orders-1m.csv bench/data/orders-1m.ndjson
import { createReadStream, createWriteStream, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

const [, , from, to] = process.argv;
const isArray = to.endsWith('.json');
const out = createWriteStream(`${to}.part`);
const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY });

let names = null;
let batch = isArray ? '[' : '';
let separator = '\n';
for await (const line of lines) {
  const values = line.split(',');
  if (names === null) {
    names = values;
    continue;
  }
  const record = JSON.stringify(Object.fromEntries(names.map((name, index) => [name, values[index]])));
  batch += isArray ? `${separator}${record}` : `${record}\n`;
  separator = ',\n';
  if (batch.length > 1 << 20) {
    if (!out.write(batch)) await new Promise((drained) => out.once('drain', drained));
    batch = '';
  }
}
out.end(isArray ? `${batch}\n]\n` : batch);
await finished(out);
renameSync(`${to}.part`, to);
