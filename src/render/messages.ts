import type { Warning } from '../report/schema.ts';
import { guesses } from './messages/guesses.ts';
import type { Message } from './messages/message.ts';
import { notes } from './messages/notes.ts';
import { warnings } from './messages/warnings.ts';
import { formatDecimal } from './numbers.ts';
import type { Language } from './options.ts';
import { needsText, wordsOf } from './words.ts';

const sentence = (found: Message, details: readonly string[], lang: Language): string => {
  const written = details.map((detail, index) =>
    found.numbers?.includes(index) && /^-?\d+(\.\d+)?$/.test(detail) ? formatDecimal(detail, lang) : detail,
  );
  return found[lang](...written, '', '', '');
};

const entry = (catalogue: Readonly<Record<string, Message>>, code: string): Message | undefined =>
  Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;

/** The sentence of a figure's note, a code with or without a value: `history_short`, `median=12.5`. */
export const noteText = (note: string, lang: Language): string => {
  const [code = '', value] = note.split(/=(.*)/s);
  const found = entry(notes, code);
  if (found === undefined) return note;
  if (value === undefined) return sentence(found, [], lang);
  return sentence(found, [code === 'needs' ? needsText([value], wordsOf(lang)) : value], lang);
};

/**
 * The sentence of a warning, guess or note code, its numbers written as the language writes them. A code without
 * a sentence is returned as it is. Details come from the user: escape the result for where it is printed.
 */
export const messageText = (code: string, details: readonly string[], lang: Language): string => {
  const found = entry(warnings, code) ?? entry(guesses, code);
  return found === undefined ? noteText([code, ...details].join('='), lang) : sentence(found, details, lang);
};

/** A warning of a report in the reader's language; one without a sentence here keeps its own message. */
export const warningText = (warning: Warning, lang: Language): string => {
  const text = messageText(warning.code, warning.details, lang);
  return lang === 'en' || text === [warning.code, ...warning.details].join('=') ? warning.message : text;
};
