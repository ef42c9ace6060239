import { Misread } from './misread.ts';

/** A word, sign or value of an expression. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'number' | 'text' | 'day';
  /** Of a word in small letters, of a text without its quotes. */
  readonly text: string;
}

const forms = [
  ['day', /\d{4}-\d{2}-\d{2}(?![\w.])/y],
  ['number', /-?\d+(?:\.\d+)?(?![\w.,])/y],
  ['text', /'(?:[^']|'')*'|"(?:[^"]|"")*"/y],
  ['word', /[A-Za-z_]\w*/y],
  ['sign', /<=|>=|!=|=|<|>|\(|\)/y],
] as const;

const blank = /\s*/y;

const unquoted = (text: string): string => {
  const quote = text[0]!;
  const inner = text.slice(1, -1).replaceAll(quote + quote, quote);
  if (/\p{Cc}/u.test(inner)) throw new Misread('holds a control character in a text');
  return inner.normalize('NFC').trim();
};

/** Splits an expression into its tokens; what is none is refused. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const take = (form: RegExp): string | null => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  for (;;) {
    take(blank);
    if (at === text.length) return tokens;
    const token = forms.reduce<Token | null>((known, [kind, form]) => {
      const found = known === null ? take(form) : null;
      if (found === null) return known;
      return {
        kind,
        text: kind === 'text' ? unquoted(found) : kind === 'word' ? found.toLowerCase() : found,
      };
    }, null);
    if (token === null)
      throw new Misread(`cannot be read from "${text.slice(at, at + 12).replace(/\p{Cc}/gu, ' ')}" on`);
    tokens.push(token);
  }
};
