import type { Figure } from '../report/schema.ts';
import { noteText } from './messages.ts';
import type { Language } from './options.ts';

/** The notes of the figures printed so far, each sentence once, numbered in the order they were first needed. */
export interface Footnotes {
  /** The numbers of a figure's notes, after adding those that are new. */
  readonly numbersOf: (figure: Figure) => readonly number[];
  /** The sentences, the first numbered 1. */
  readonly sentences: () => readonly string[];
}

/** The notes of a figure with its status, which is one too, as sentences. Values of segments stay in JSON and CSV. */
export const noteSentences = (figure: Figure, lang: Language): string[] => {
  const notes = figure.notes.filter(
    (note) => !note.startsWith('needs=') && (figure.segment === null || !note.includes('=')),
  );
  const status =
    figure.status === 'incomplete' && !notes.includes('incomplete')
      ? ['incomplete']
      : figure.status === 'undefined' && notes.length === 0
        ? ['undefined']
        : [];
  return [...status, ...notes].map((note) => noteText(note, lang));
};

/** An empty list of footnotes. */
export const footnotes = (lang: Language): Footnotes => {
  const known: string[] = [];
  const numberOf = (sentence: string): number => {
    if (!known.includes(sentence)) known.push(sentence);
    return known.indexOf(sentence) + 1;
  };
  return {
    numbersOf: (figure) => noteSentences(figure, lang).map(numberOf),
    sentences: () => known,
  };
};
