let segmenter: Intl.Segmenter | null = null;

// East Asian Wide and Fullwidth of UAX #11, and what is drawn as an emoji.
const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u;
const nothing = /^[\p{M}\p{C}\p{Default_Ignorable_Code_Point}]+$/u;
// Characters of one column that join no other: Latin letters, punctuation, arrows, signs, blocks, ticks and crosses.
const plain =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u2190-\u22ff\u2500-\u25fc\u2713-\u2718]*$/;

// Made where it is first needed: the runtime reads its rules for it, and plain text needs none.
const graphemes = (text: string): string[] => {
  if (plain.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
};

const graphemeWidth = (grapheme: string): number =>
  nothing.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1;

/** How many terminal columns a text without controls takes. */
export const displayWidth = (text: string): number =>
  plain.test(text)
    ? text.length
    : graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);

/** The longest beginning of a text that fits in `width` columns, whole graphemes only. */
const beginning = (text: string, width: number): string => {
  let taken = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme);
    if (used > width) break;
    taken += grapheme;
  }
  return taken;
};

/** A text of at most `width` columns; what is left out is marked by an ellipsis. */
export const cut = (text: string, width: number): string =>
  displayWidth(text) <= width ? text : `${beginning(text, Math.max(0, width - 1))}…`;

const pieces = (word: string, width: number): string[] => {
  const parts: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const part = beginning(rest, width) || graphemes(rest)[0]!;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
};

/** A text broken at its spaces into lines of at most `width` columns; longer words are broken too. Never empty. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(' ').flatMap((word) => pieces(word, Math.max(2, width)))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (displayWidth(longer) <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
};
