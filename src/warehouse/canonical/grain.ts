import { fault } from '../../errors.ts';
import { isProduct } from '../../sources/expression.ts';
import { comparableName } from '../../sources/fields.ts';
import type { Source } from '../../sources/inspect.ts';

/** What one row of an orders file is. */
export type OrderGrain = 'orders' | 'lines';

const lineSigns = new Set(
  ['sku', 'stock code', 'line item', 'lineitem name', 'lineitem quantity', 'product', 'product id', 'product name', 'unit price',
    'item', 'item id', 'item price', 'produit', 'référence produit', 'prix unitaire', 'ligne', 'line', 'line id'].map(comparableName),
); // biome-ignore format: a list of names

/** Whether a file holds order lines, as its profile, its amount (a product of columns) or a column about one article says. */
export const guessGrain = (source: Source): OrderGrain => {
  if (source.applied !== null) return source.applied.profile.grain;
  const amount = source.mapping.fields.get('amount');
  if (amount !== undefined && isProduct(amount)) return 'lines';
  return source.mapping.header.some((name) => lineSigns.has(comparableName(name))) ? 'lines' : 'orders';
};

/** The one grain of several files; lines beside whole orders are refused. */
export const oneGrain = (sources: readonly Source[]): OrderGrain => {
  const lines = sources.find((source) => guessGrain(source) === 'lines');
  const orders = sources.find((source) => guessGrain(source) === 'orders');
  if (lines !== undefined && orders !== undefined)
    throw fault('mixed_grains', [lines.file.original.name, orders.file.original.name]);
  return lines === undefined ? 'orders' : 'lines';
};
