import { Chalk, type ChalkInstance } from 'chalk';
import type { RenderOptions } from './options.ts';

const ascii: Record<string, string> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '÷': '/',
  '×': 'x',
  '·': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '→': '->',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  '€': 'EUR',
  '£': 'GBP',
  '±': '+/-',
  '√': 'sqrt',
  '◌': '',
};

const codePoint = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** Writes a text in ASCII: typographic signs by their usual stand-ins, accents dropped, the rest as `<U+65E5>`. */
export const asciiText = (text: string): string =>
  text
    .replace(/[^\p{ASCII}]/gu, (character) => ascii[character] ?? character)
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFD')
    .replace(/([a-z])\p{Mn}+/giu, '$1')
    .replace(/[^\p{ASCII}]/gu, codePoint);

const unicodeSigns = {
  up: '▲',
  down: '▼',
  better: '✓',
  worse: '✗',
  chance: '~',
  same: '=',
  ellipsis: '…',
  range: ' – ',
  dot: ' · ',
};

const asciiSigns: typeof unicodeSigns = {
  up: '^',
  down: 'v',
  better: 'ok',
  worse: '!!',
  chance: '~',
  same: '=',
  ellipsis: '...',
  range: ' .. ',
  dot: ' | ',
};

/** How a run writes on its terminal: which signs and colours it has, and what `text` makes of a string for it. */
export interface Pen {
  readonly signs: typeof unicodeSigns;
  readonly paint: ChalkInstance;
  readonly text: (text: string) => string;
  /** The marks of footnotes, counted from 1, to stand behind a title. */
  readonly marks: (numbers: readonly number[]) => string;
}

const superscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);

/** The pen for these options. Colour is taken from them alone, never from the environment. */
export const penOf = (options: RenderOptions): Pen => ({
  signs: options.unicode ? unicodeSigns : asciiSigns,
  paint: new Chalk({ level: options.colour }),
  text: options.unicode ? (text) => text : asciiText,
  marks: (numbers) =>
    options.unicode
      ? numbers.map(superscript).join('\u00a0')
      : numbers.map((number) => `[${number}]`).join(''),
});
