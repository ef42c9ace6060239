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

/** The sentence of a figure's note, a code with or without a value: `history_short`, `margin=0.3`. */
export const noteText = (note: string, lang: Language): string => {
  const [code = '', value] = note.split(/=(.*)/s);
  const found = entry(notes, code);
  if (found === undefined) return note;
  if (value === undefined) return sentence(found, [], lang);
  return sentence(found, [code === 'needs' ? needsText([value], wordsOf(lang)) : value], lang);
};

/** What a guess or a warning is made of: its code, and the details of its sentence. */
interface Said {
  readonly code: string;
  readonly details: readonly string[];
}

const mostFiles = 3;

const filesText = (files: readonly string[], lang: Language): string => {
  const more = files.length - mostFiles;
  if (more < 1) return files.join(', ');
  return `${files.slice(0, mostFiles).join(', ')} ${wordsOf(lang).andMore(String(more))}`;
};

/** What was guessed, a line for each file; files of which the same was guessed share theirs. */
export const guessLines = (found: readonly Said[], lang: Language): string[] => {
  const phrases = new Map<string, string[]>();
  for (const { code, details } of found) {
    const file = details[0] ?? '';
    phrases.set(file, [...(phrases.get(file) ?? []), messageText(code, details, lang)]);
  }
  const files = new Map<string, string[]>();
  for (const [file, said] of phrases) {
    const text = said.join(', ');
    files.set(text, [...(files.get(text) ?? []), file]);
  }
  return [...files].map(([text, named]) => wordsOf(lang).guessed(filesText(named, lang), text));
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
