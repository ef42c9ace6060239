import { gzipSync } from 'node:zlib';
import { type Damage, damage } from './damage.ts';
import { csv, json, ndjson, roles, shop } from './shop.ts';

const { orders } = shop;

/** Files without a header: their first record stands where names should. */
export const headerless: readonly Damage[] = roles.flatMap((role) => [
  damage(`${role} without a header`, csv(shop[role].slice(1)), 3, role),
  damage(`${role} without a header, by semicolons`, csv(shop[role].slice(1), ';'), 3, role),
  damage(
    `${role} of names alone, without a header`,
    csv(shop[role].slice(1).map((row) => row.filter((cell) => /^zqx\w+$/.test(cell)))),
    3,
    role,
  ),
]);

const packed = gzipSync(csv(orders));
const array = json(orders);
const perLine = ndjson(orders);

/** What is wrong with compression, JSON and encodings. */
export const wrapped: readonly Damage[] = [
  damage('a cut gzip', packed.subarray(0, packed.length - 400)),
  damage('a gzip with a wrong sum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)])),
  damage('a cut JSON array', array.slice(0, -40)),
  damage('a JSON array with a wrong sign', array.replace('"note":', '"note";')),
  damage('a JSON string with a wrong escape', array.replace(/"note":"z/, '"note":"\\z')),
  damage('JSON with a key twice', array.replace(/"phone":("zqx\w+")/, '"phone":$1,"phone":$1')),
  damage('JSON with objects in it', array.replace(/"phone":("zqx\w+")/, '"phone":{"a":[[$1]]}'), 0),
  damage('JSON of one object', JSON.stringify(JSON.parse(array)[0]), 0),
  damage('JSON of texts', JSON.stringify(orders.slice(1).map(([id]) => id))),
  damage('NDJSON with a broken line', perLine.replace('"note":', '"note')),
  damage('NDJSON with a text between', perLine.replace('\n', '\n"zqx00000aaaaaaaa"\n')),
  damage('NDJSON that is cut', perLine.slice(0, -60)),
  damage('CSV without its last line end', csv(orders).slice(0, -1)),
  damage('UTF-16 without a mark', Buffer.from(csv(orders), 'utf16le')),
  damage('UTF-8 said to be UTF-16', csv(orders), 3, 'orders', ['--encoding', 'utf-16le']),
  damage('a workbook', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(csv(orders))])),
  damage('a Parquet file that is none', `PAR1${csv(orders)}PAR1`),
  damage('a header of a quote never closed', `"${csv(orders).repeat(12)}`),
];
