import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expectedOf, filesOf, folders } from '../support/profile-fixtures.ts';
import { canaries } from './token.ts';

/** An export of a known system with canaries in it. */
export interface MarkedExport {
  readonly name: string;
  readonly role: string;
  readonly flags: readonly string[];
  readonly bytes: string;
}

const personal =
  /name|mail|address|street|city|zip|phone|note|company|customer|client|contact|comment|first|last|pr[ée]nom|\bnom\b|adresse|ville|t[ée]l|user|person|buyer|reference|^(?:order |sales? |response )?(?:id|#)$|number/i;

/** The names of a file's people, orders and places become canaries, the same text always the same one. */
const marked = (text: string, headerRows: number): string => {
  const firstLine = text.slice(0, text.indexOf('\n'));
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const rows: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true });
  const header = rows[0]!;
  const { of } = canaries();
  const cell = (value: string): string =>
    value.trim() === '' || value === '0'
      ? value
      : value.includes('@')
        ? `${of(value)}@example.com`
        : of(value);
  return stringify(
    rows.map((row, at) =>
      at < headerRows
        ? row
        : row.map((value, index) => (personal.test(header[index] ?? '') ? cell(value) : value)),
    ),
    { delimiter },
  );
};

/** The exports of known systems that are CSV in UTF-8, with canaries in place of people. */
export const markedExports = (): MarkedExport[] =>
  folders.flatMap((folder) => {
    const { flags } = expectedOf(folder);
    const rows = ['qualtrics'].includes(folder) ? 3 : ['surveymonkey'].includes(folder) ? 2 : 1;
    return filesOf(folder)
      .filter(({ name }) => name.endsWith('.csv') && !folder.includes('1252'))
      .map(({ role, name, path }) => ({
        name: `${folder}-${name}`,
        role,
        flags,
        bytes: marked(readFileSync(path, 'utf8'), rows),
      }));
  });
