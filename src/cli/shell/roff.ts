const special: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  '"': '\\(dq',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

const outsideAscii = (sign: string): string =>
  `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;

/** A line that begins with a dot would be a macro. */
const noMacro = (line: string): string => (line.startsWith('.') ? `\\&${line}` : line);

/** A text in the man macros as it stands, whatever signs are in it; a line of its own may begin with it. */
export const roffText = (text: string): string =>
  noMacro(
    text
      .replace(/[\\\-"'`^~]/g, (sign) => special[sign]!)
      .replace(/[\n\r\t]/g, ' ')
      .replace(/\P{ASCII}/gu, outsideAscii),
  );

const width = 78;

/** A text over as many short lines as it needs; how the page is read makes no difference. */
export const running = (text: string): string => {
  const lines: string[] = [];
  for (const word of roffText(text)
    .split(' ')
    .filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(noMacro(word));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
};

/** A text in bold, inside other text. */
export const bold = (text: string): string => `\\fB${roffText(text)}\\fR`;

/** A text that stands for a value, inside other text. */
export const italic = (text: string): string => `\\fI${roffText(text)}\\fR`;

/** A heading of the page. */
export const section = (title: string): string => `.SH "${roffText(title)}"`;

/** A heading within a section. */
export const subsection = (title: string): string => `.SS "${roffText(title)}"`;

/** A term, ready-made, and below it what it means. */
export const entry = (term: string, meaning: string): string => `.TP\n${term}\n${running(meaning)}`;

/** Lines that are printed as they stand. */
export const literal = (lines: readonly string[]): string =>
  ['.RS 4', '.nf', ...lines.map(roffText), '.fi', '.RE'].join('\n');
