import type { LoyaltyError } from '../errors.ts';
import type { Finding } from '../report/request.ts';
import type { Declared } from '../sources/inspect.ts';
import type { PreparedFile } from '../sources/prepare.ts';
import { columnsNamed } from '../sources/profiles/recognise.ts';
import { dateFormats } from '../sources/values/dates.ts';
import { columnsOfFile, fieldsOf } from './columns.ts';
import type { Understood } from './glimpse.ts';
import type { OpenedForInspection } from './opening.ts';
import type { InspectedFile, Refusal } from './schema.ts';

/** What a run established of a file, as far as it came. */
export interface Established {
  readonly prepared: PreparedFile | null;
  readonly understood: Understood | null;
  readonly account: Pick<InspectedFile, 'records' | 'sha256' | 'reconciliation'> | null;
  readonly guesses: readonly Finding[];
  readonly refusal: LoyaltyError | null;
}

/** A refusal as the answer tells it. */
export const refusalOf = (error: LoyaltyError | null): Refusal | null =>
  error === null ? null : { code: error.code, message: error.message };

const encodingOf = (prepared: PreparedFile | null, declared: boolean): InspectedFile['encoding'] =>
  prepared === null
    ? null
    : {
        name: prepared.encoding,
        by: prepared.concluded ? 'concluded' : declared ? 'declared' : 'recognised',
      };

/** The decimal mark that the numbers of a file have settled, all of them alike. */
const decimalOf = ({ amounts }: Understood): '.' | ',' | null => {
  const marks = new Set([...amounts.values()].flatMap(({ settled, decimal }) => (settled ? [decimal] : [])));
  return marks.size === 1 ? [...marks][0]! : null;
};

const datesOf = ({ dates }: Understood): InspectedFile['dates'] =>
  [...dates].flatMap(([field, { order, offset }]) => {
    const notation = Object.keys(dateFormats).find((name) => dateFormats[name] === order);
    return notation === undefined ? [] : [{ field, notation, offset }];
  });

const profileOf = ({ applied, header }: Understood, declared: Declared): InspectedFile['profile'] => {
  if (applied === null) return null;
  const { id, title, recognise, refunds, warnings } = applied.profile;
  return {
    id,
    title,
    by: declared.chosenProfiles.includes(id) ? 'declared' : 'header',
    columns: recognise.has.flatMap((names) => columnsNamed(names, header).map((index) => header[index]!)),
    refunds,
    warnings,
  };
};

const nothing: Understood = {
  dialect: null,
  applied: null,
  dates: new Map(),
  amounts: new Map(),
  header: [],
  sample: [],
  nameless: false,
};

/** The entry of a file: everything that was understood of it, the refusal with what came before it. */
export const entryOf = (
  { reading, name, role, roleBy }: OpenedForInspection,
  { prepared, understood, account, guesses, refusal }: Established,
  showValues: boolean,
): InspectedFile => {
  const { declared, encoding } = reading;
  const file = understood ?? nothing;
  const { dialect } = file;
  return {
    path: name,
    role,
    roleBy,
    bytes: prepared?.original.bytes ?? null,
    sha256: account?.sha256 ?? null,
    encoding: encodingOf(prepared, encoding !== null),
    delimiter: prepared?.selfClosing ? null : (dialect?.delimiter ?? null),
    preamble: dialect?.preamble ?? null,
    headerRows: dialect === null ? null : 1 + dialect.titles.length,
    decimal: decimalOf(file),
    dates: datesOf(file),
    profile: profileOf(file, declared),
    fields: fieldsOf(role, file, declared),
    columns: columnsOfFile(file, showValues),
    records: account?.records ?? null,
    reconciliation: account?.reconciliation ?? null,
    guesses: guesses.map(({ code, details }) => ({ code, details: [...details] })),
    refusal: refusalOf(refusal),
  };
};
