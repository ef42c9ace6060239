import { cut } from './width.ts';

const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const shown = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\ufe0f') return character;
  if (code < 0xa0) return named[character] ?? `\\x${code.toString(16).padStart(2, '0')}`;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/**
 * Text out of data made safe for a terminal, one line: controls are shown as `\x1b`, `\n`, what is invisible or turns
 * the direction of writing as `<U+202E>`, piled-up accents are cut, and commands a CI runner would obey are broken.
 * With `width` the result is cut to so many columns.
 */
export const terminalText = (text: string, width?: number): string => {
  const safe = text
    .replace(unsafe, shown)
    .replace(/(\p{M}{4})\p{M}+/gu, '$1…')
    .replace(/^(?=\p{M})/u, '◌')
    .replace(/:(?=:)/g, ':\\')
    .replace(/#(?=#(?:vso|teamcity)?\[)/g, '#\\');
  return width === undefined ? safe : cut(safe, width);
};

/**
 * A text cell no spreadsheet runs as a formula: one that begins like a formula (after blanks and quotes, full-width
 * signs included) gets a leading apostrophe. Numbers are never passed through here.
 */
export const spreadsheetText = (text: string): string => {
  const whole = text.replace(/\p{Cs}/gu, '\ufffd');
  return /^(?:[\s"']*[=+\-@＝＋－＠]|[\t\r\n\0])/.test(whole) ? `'${whole}` : whole;
};

/**
 * Text out of data as a Markdown code span: nothing in it is a link, an image, HTML, a mention or a new table cell.
 * A pipe and a backtick are shown as `\x7c` and `\x60`, since parsers disagree about escapes inside code.
 */
export const markdownData = (text: string): string => {
  const safe = terminalText(text).replace(/[|`]/g, (character) => (character === '|' ? '\\x7c' : '\\x60'));
  return safe.trim() === '' ? `\`"${safe}"\`` : `\`${safe}\``;
};

/** A sentence of ours, in which a user's own words may stand, as Markdown text on one line. */
export const markdownText = (text: string): string =>
  terminalText(text).replace(
    /[\\`*[\]<>|~&@#!]|(?<![a-z\d])_|_(?![a-z\d])/gi,
    (character) => `&#${character.charCodeAt(0)};`,
  );
