import { fault } from '../../errors.ts';
import { comparableName } from '../fields.ts';
import type { Profile } from './profile.ts';

/** The fields that a question of the shop's own wording can hold, in the order in which they choose. */
const asked = ['score', 'satisfaction', 'effort'] as const;
type Asked = (typeof asked)[number];

/** What a question asks for, in lower case without accents. */
const words: Readonly<Record<Asked, RegExp>> = {
  score: /recommend|recommand|conseilleri|(?<![a-z0-9])nps(?![a-z0-9])|net promoter/,
  satisfaction: /satisf/,
  effort: /\beffort|\beas(?:y|ily|ier|e)\b|\bfacil/,
};

/** What is known of a file besides its header and a sample of its rows. */
export interface QuestionFile {
  readonly name: string;
  /** Header records below the names, which say more of each column: the text of a question, the label of a choice. */
  readonly titles: readonly (readonly string[])[];
  /** Columns by field, as the user mapped them: these are settled. */
  readonly mapped: ReadonlyMap<string, number>;
}

interface Column {
  readonly index: number;
  readonly text: string;
  readonly filled: readonly string[];
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

const numberOrLabel = /^\d{1,4}(?:\s*[-–—:=(]\s*[^\d\s].*|\s+[^\d.,/\s-].*)?$/s;

const answeredInNumbers = ({ filled }: Column): boolean =>
  2 * filled.filter((value) => numberOrLabel.test(value)).length > filled.length;

const namedOtherwise = (profile: Profile): Set<string> => {
  const { recognise, fields, dates, notQuestions = [] } = profile;
  const ofFields = Object.values(fields).flatMap((found) =>
    'question' in found ? [] : 'columns' in found ? [...found.columns, ...Object.keys(found.when)] : found,
  );
  const ofRows = [profile.ignore, profile.drop, profile.keep].flatMap((values) => Object.keys(values ?? {}));
  const ofDates = [...(dates?.time ?? []), ...(dates?.zoneColumn ?? [])];
  return new Set(
    [...recognise.has.flat(), ...ofFields, ...ofRows, ...ofDates, ...notQuestions].map(comparableName),
  );
};

const group = /_NPS_GROUP$/i;

const questionsOf = (
  profile: Profile,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  { titles, mapped }: QuestionFile,
): Column[] => {
  const known = namedOtherwise(profile);
  const taken = new Set(mapped.values());
  return header.flatMap((name, index) => {
    const comparable = comparableName(name);
    if (comparable === '' || known.has(comparable) || taken.has(index) || group.test(name)) return [];
    const text = plain([name, ...titles.map((row) => row[index] ?? '')].join(' '));
    const filled = sample.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '');
    return [{ index, text, filled }];
  });
};

/** The columns beside which the export writes who is a promoter, passive or detractor. */
const grouped = (columns: readonly Column[], header: readonly string[]): Column[] => {
  const names = new Set(header.filter((name) => group.test(name)).map((name) => name.replace(group, '')));
  return columns.filter(({ index }) => names.has(header[index]!));
};

const asking = (field: Asked, columns: readonly Column[], empty: boolean): Column[] => {
  const first = columns.filter(({ text }) => asked.find((other) => words[other].test(text)) === field);
  const answered = first.filter((column) => column.filled.length > 0 && answeredInNumbers(column));
  if (answered.length > 0) return answered;
  const unanswered = first.filter(({ filled }) => filled.length === 0);
  return empty ? unanswered.slice(0, 1) : unanswered;
};

const candidates = (
  field: Asked,
  columns: readonly Column[],
  header: readonly string[],
  empty: boolean,
): Column[] => {
  const withGroup = field === 'score' ? grouped(columns, header) : [];
  return withGroup.length > 0 ? withGroup : asking(field, columns, empty);
};

/**
 * Finds the columns of a profile's questions by field. The score is the column beside which the export writes groups,
 * else the one that asks for a recommendation and is answered in numbers; satisfaction and effort are found by what is
 * asked alone. Several columns for one field are refused; none leaves it out, whatever numbers other columns hold.
 */
export const questionColumns = (
  profile: Profile,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  file: QuestionFile,
): ReadonlyMap<string, number> => {
  const columns = questionsOf(profile, header, sample, file);
  const unanswered = sample.every((row) => row.every((cell) => cell.trim() === ''));
  const found = new Map<string, number>();
  for (const field of asked) {
    if (file.mapped.has(field) || !('question' in (profile.fields[field] ?? {}))) continue;
    const several = candidates(field, columns, header, unanswered);
    if (several.length > 1) {
      const names = several.map(({ index }) => header[index]!.replace(/\s+/g, ' '));
      const twice = new Set(names.map(comparableName)).size < names.length;
      throw fault(twice ? 'duplicate_column' : 'ambiguous_column', [
        file.name,
        `${profile.role}.${field}`,
        names.join(', '),
      ]);
    }
    if (several.length === 1) found.set(field, several[0]!.index);
  }
  return found;
};
