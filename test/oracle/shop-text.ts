import { columns, roles, type Shop, type ShopRole } from './shop.ts';

/** How a CSV file is written; every choice says the same. */
export interface CsvStyle {
  readonly lineEnd?: '\n' | '\r\n';
  /** Quotes around every field instead of only where RFC 4180 needs them. */
  readonly quoteAll?: boolean;
  readonly columns?: readonly string[];
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (shop: Shop, role: ShopRole): readonly Row[] =>
  (shop[role] ?? []).map((row) => ({ ...row }) as Row);

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

/** One export as CSV with its header and a final line end. */
export const csvText = (shop: Shop, role: ShopRole, style: CsvStyle = {}): string => {
  const header = style.columns ?? columns[role];
  const written = (field: string) => (style.quoteAll || /[",\r\n]/.test(field) ? quoted(field) : field);
  const lines = [header, ...rowsOf(shop, role).map((row) => header.map((column) => row[column] ?? ''))];
  return lines.map((fields) => fields.map(written).join(',') + (style.lineEnd ?? '\n')).join('');
};

/** One export as a JSON array of objects. */
export const jsonText = (shop: Shop, role: ShopRole): string => `${JSON.stringify(rowsOf(shop, role))}\n`;

/** One export as one JSON object a line. */
export const ndjsonText = (shop: Shop, role: ShopRole): string =>
  rowsOf(shop, role)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');

/** The exports a shop has, each as CSV. */
export const csvTexts = (shop: Shop, style: CsvStyle = {}): Partial<Record<ShopRole, string>> =>
  Object.fromEntries(
    roles.filter((role) => shop[role] !== null).map((role) => [role, csvText(shop, role, style)]),
  );
