import type { Table } from './bases.ts';
import type { Chance } from './chance.ts';

const days: readonly string[] = [
  '2023-08-09', '2024-02-29', '2023-02-29', '2023-8-9', '2023/08/09', '2023.08.09', '2023-08/09', '2023-13-01', '2023-00-10', '2023-04-31', '0000-00-00', '1969-12-31',
  '1970-01-01', '2199-12-31', '2200-01-01', '2023-08-09 10:11', '2023-08-09T10:11:12', '2023-08-09T10:11:12.5', '2023-08-09 24:00', '2023-08-09 23:60', ' 2023-08-09 ', '\u00a02023-08-09',
  '2023-08-09 garbage', '2023-08-09x', 'infinity', 'epoch', 'today', '45000', '20230809', '09/08/2023', '9 Aug 2023', '', '--', '٢٠٢٣-٠٨-٠٩',
]; // biome-ignore format: a list of values

const amounts: readonly string[] = [
  '12.30', '0', '0.00', '-0', '-4.5', '4.5-', '+3', '(5.00)', '( 5.00 )', '(-5)', '--5', '- 5', '−5', '-5-', '1,234.50', '1,23', '12,34', '1,234,567.89', '1,2345', '1234,567', '1 234.50',
  '1\u00a0234', '1\u202f234.5', "1'234.50", "1,234'567", '1.234,50', '12.345', '12.3456', '12.34567', '12.340000', '00012.00', '.5', '5.', '1e3', '1E-2', '0x1F', '1_000', 'NaN', 'Infinity',
  '99999999999999.9999', '100000000000000', '999999999999999999', '€5.00', '5.00 €', '-€5', '€-5', 'EUR 5', '5 eur', '$5', '£1,000.00', '€€5', '5 €-', '', ' ', '--', '-', 'null', '٣', '５', "'5", "'-5",
]; // biome-ignore format: a list of values

const keys: readonly string[] = [
  'o1', ' o1 ', 'O1', "'o1", "'=o1", "'1", '1', '01', '1.0', 'o2', '', ' ', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u2028', 'é', 'e\u0301', 'ﬁ', 'zq9c1', 'zq9c1 ', 'ZQ9C1', 'zq9buyer1@shop.example',
  ' ZQ9BUYER1@SHOP.EXAMPLE', 'null', 'NULL', '__proto__', 'constructor', '{"a":1}', '[1]', 'x'.repeat(3000), '\u0001', '\u0002', 'a\nb', 'a\r\nb', 'a"b', "a'b", 'a\\', '%00', '😀',
]; // biome-ignore format: a list of values

const words: readonly string[] = [
  'paid', 'Paid', ' PAID ', 'payé', 'partially refunded', 'Partially-Refunded', 'partially  refunded', 'voided', 'VOIDED', 'cancelled', 'pending', 'teleported', 'paid|', '|', 'void|voided', '', ' ', 'tea', 'Tea', 'TEA ', 'te\u0301',
]; // biome-ignore format: a list of values

const pools: Readonly<Record<string, readonly string[]>> = {
  ordered_at: days,
  amount: amounts,
  refunded: amounts,
  quantity: amounts,
  order_id: keys,
  customer_id: keys,
  email: keys,
  refund_of: keys,
  status: words,
  category: words,
};

/** Puts another value in one to three cells of orders, of the kind that their columns are read for. */
export const valuesEdited = (table: Table, chance: Chance): { table: Table; done: string[] } => {
  const done: string[] = [];
  let edited = table;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const name = chance.pick(Object.keys(pools));
    const value = chance.pick(pools[name]!);
    const row = 1 + chance.below(table.length - 1);
    const column = table[0]!.indexOf(name);
    edited = edited.map((cells, at) =>
      at === row ? cells.map((cell, index) => (index === column ? value : cell)) : cells,
    );
    done.push(`another ${name}`);
  }
  return { table: edited, done };
};
