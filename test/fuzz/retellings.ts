import iconv from 'iconv-lite';
import type { Table } from './bases.ts';
import type { Chance } from './chance.ts';
import { csvOf, usual } from './written.ts';

/** Another way to say the same: the figures must be those of the shop. */
export type Retelling = (table: Table, chance: Chance) => Buffer;

const shuffled = <T>(items: readonly T[], chance: Chance): T[] =>
  items
    .map((item) => ({ item, place: chance.below(2 ** 30) }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

const permuted = (table: Table, chance: Chance): Table => {
  const order = shuffled([...table[0]!.keys()], chance);
  return table.map((row) => order.map((at) => row[at]!));
};

const written = (table: Table, ...manner: Partial<typeof usual>[]): Buffer =>
  Buffer.from(csvOf(table, Object.assign({}, usual, ...manner)));

const inEncoding = (text: string, encoding: string, mark: readonly number[]): Buffer => {
  const bytes = iconv.encode(text, encoding);
  return iconv.decode(bytes, encoding) === text
    ? Buffer.concat([Buffer.from(mark), bytes])
    : Buffer.from(text);
};

const preamble = ['My shop', 'All of it\n', 'Exported by nobody'];

/** The retellings, by what they are called. */
export const retellings: Readonly<Record<string, Retelling>> = {
  'as it is': (table) => written(table),
  'all in quotes': (table) => written(table, { quoteAll: true }),
  'ends of Windows': (table) => written(table, { lineEnd: '\r\n' }),
  'a byte order mark': (table) => Buffer.concat([Buffer.from('\ufeff'), written(table)]),
  'another delimiter': (table, chance) =>
    written(table, { delimiter: chance.pick([';', '\t', '|']), quoteAll: chance.oneIn(2) }),
  'the delimiter announced': (table) =>
    Buffer.concat([Buffer.from('sep=;\n'), written(table, { delimiter: ';' })]),
  'columns in another order': (table, chance) => written(permuted(table, chance)),
  'rows in another order': ([names = [], ...rows], chance) => written([names, ...shuffled(rows, chance)]),
  'a column nobody reads': ([names = [], ...rows], chance) => {
    const remark = chance.pick(['', 'é', 'a,b', '"', 'x\ny']);
    const remarked = rows.map((row) => [...row, row[0]!.length % 2 === 0 ? remark : 'z']);
    return written([[...names, 'remark'], ...remarked], { quoteAll: chance.oneIn(2) });
  },
  'names in another case': ([names = [], ...rows]) =>
    written([names.map((name) => ` ${name.replace('_', ' ').toUpperCase()}`), ...rows]),
  'empty lines between': (table, chance) => {
    const lines = csvOf(table).split('\n');
    lines.splice(chance.below(lines.length), 0, '');
    lines.splice(chance.below(lines.length), 0, '', '');
    return Buffer.from(lines.join('\n'));
  },
  'lines above the header': (table, chance) =>
    Buffer.from(`${chance.pick(preamble)}\n${chance.oneIn(2) ? '\n' : ''}${csvOf(table)}`),
  'UTF-16': (table, chance) =>
    chance.oneIn(2)
      ? inEncoding(csvOf(table), 'utf-16le', [0xff, 0xfe])
      : inEncoding(csvOf(table), 'utf-16be', [0xfe, 0xff]),
  'Windows-1252': (table) => inEncoding(csvOf(table), 'win1252', []),
};
