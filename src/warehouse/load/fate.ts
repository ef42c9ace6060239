import { type Field, type FieldKind, fields } from '../../sources/fields.ts';

/**
 * What became of a record, as the small number its row carries. Every record has exactly one fate, so that the
 * reconciliation of a file is a count by fate. `bad_…` are rejections by the field that could not be read.
 */
export interface Fates {
  readonly names: readonly string[];
  readonly of: (name: string) => number;
}

const common = [
  'accepted',
  'excluded',
  'duplicate',
  'outside_window',
  'other_currency',
  'status_not_counted',
  'status_unknown',
  'undated',
  'foreign_rows',
];
const rejections = ['no_order_id', 'no_customer', 'unknown_kind', 'score_out_of_range'];

const judgedKinds: ReadonlySet<FieldKind> = new Set(['date', 'amount', 'score', 'flag']);

/** Whether a field can hold what cannot be read as its value; any text is a key, an e-mail or a word. */
export const isJudged = ({ kind }: Field): boolean => judgedKinds.has(kind);

/** The fates a row of a role can have, by its fields. */
export const fatesOf = (fields: readonly Field[]): Fates => {
  const names = [...common, ...rejections, ...fields.map((field) => `bad_${field.name}`)];
  return {
    names,
    of: (name) => {
      const index = names.indexOf(name);
      if (index < 0) throw new Error(`no fate ${name}`);
      return index;
    },
  };
};

/** Whether a fate is a rejection: a value that could not be read. */
export const isRejection = (name: string): boolean => name.startsWith('bad_') || rejections.includes(name);

/** The codes of all rejections there can be, in whatever file; they are stable. */
export const rejectionCodes = (): string[] => [
  ...new Set([
    ...rejections,
    ...Object.values(fields).flatMap((list) => list.filter(isJudged).map(({ name }) => `bad_${name}`)),
  ]),
];
