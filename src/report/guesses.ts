import { comparableName } from '../sources/fields.ts';
import type { Declared, Source } from '../sources/inspect.ts';
import { dateFormats } from '../sources/values/dates.ts';
import type { Finding } from './request.ts';

const notationOf = (order: string): string =>
  Object.keys(dateFormats).find((notation) => dateFormats[notation] === order) ?? order;

const shortened = (name: string): string => {
  const line = name.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/**
 * What was guessed about a file because the request does not declare it, in the order in which a file is read.
 * Columns that bear the name of their field, commas between fields, and dates as ISO writes them or as eight digits go without saying.
 */
export const guessesOf = (
  { file, dialect, footerLines, applied, zones, mapping, dates, amounts }: Source,
  declared: Declared,
  timezone: string,
): Finding[] => {
  const found: Finding[] = [];
  const say = (code: string, ...details: string[]): void => {
    found.push({ code, details: [file.original.name, ...details], count: null });
  };
  if (applied !== null && !declared.chosenProfiles.includes(applied.profile.id))
    say('profile_recognised', applied.profile.title);
  if (dialect !== null && dialect.preamble > 0) say('preamble_passed', String(dialect.preamble));
  if (footerLines > 0) say('footer_passed', String(footerLines));
  const written = new Set([...zones.values(), applied?.profile.dates?.zone ?? timezone]);
  if ([...written].some((zone) => zone !== timezone))
    say('times_moved', [...written].sort().join(', '), timezone);
  if (file.concluded) say('encoding_guessed', file.encoding.split(',')[0]!);
  if (declared.delimiter === null && dialect !== null && dialect.delimiter !== ',')
    say('delimiter_guessed', dialect.delimiter === '\t' ? 'tab' : dialect.delimiter);
  if (declared.decimal === null && [...amounts.values()].some(({ decimal }) => decimal === ','))
    say('decimal_mark_guessed', ',');
  if (declared.dateOrder === null)
    for (const [field, { order }] of dates)
      if (order !== 'ymd' && order !== 'compact') say('date_order_guessed', field, notationOf(order));
  const renamed = mapping.guessed.filter(
    ({ field, column }) => comparableName(column) !== comparableName(field),
  );
  if (renamed.length > 0)
    say('columns_guessed', renamed.map(({ field, column }) => `${field} = ${shortened(column)}`).join(', '));
  return found;
};
