import type { Chance } from './chance.ts';

/** What may be done to the bytes of any file; what comes of it is for the readings to say. */
export type Damage = (bytes: Buffer, chance: Chance) => Buffer;

const spliced = (bytes: Buffer, from: number, to: number, put: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(put as string), bytes.subarray(to)]);

/** What breaks readers, or looks as if it should. */
export const tokens: readonly (string | Buffer)[] = [
  ',', ';', '\t', '|', '"', '""', '"""', '\n', '\r\n', '\r', '\n\n', '\0', '\ufeff', '=', '#', '\\', "'", ' ', '\u00a0',
  'é', 'e\u0301', '\u001b[31m', '\u202e', '\u200b', '\u2028', 'NaN', '1e309', '-', '--', '0x1F', '-0', '1_000', '99999999999999999999',
  '2023-02-29', '2024-02-29', '0000-00-00', '03/04/2024', '$(id)', '{{7*7}}', '__proto__', 'null', 'NULL', '[', ']', '{', '}', ':', '\\u0000',
  '\\ud800', 'true', '٣', '−5', '€', '(', ')', 'İ', 'ß', '😀', 'sep=;\n', Buffer.from([0xe9]), Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0xc0, 0xaf]),
]; // biome-ignore format: a list of tokens

/** The damages of bytes, by what they are called. */
export const damages: Readonly<Record<string, Damage>> = {
  'a token put in': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return spliced(bytes, at, at, chance.pick(tokens) as string);
  },
  'a token in the first line': (bytes, chance) => {
    const at = chance.below(bytes.indexOf(0x0a) + 1);
    return spliced(bytes, at, at, chance.pick(tokens) as string);
  },
  'a token put over': (bytes, chance) => {
    const at = chance.below(bytes.length);
    return spliced(
      bytes,
      at,
      Math.min(bytes.length, at + 1 + chance.below(12)),
      chance.pick(tokens) as string,
    );
  },
  'a bit flipped': (bytes, chance) => {
    const changed = Buffer.from(bytes);
    const at = chance.below(bytes.length);
    if (changed.length > 0) changed[at] = changed[at]! ^ (1 << chance.below(8));
    return changed;
  },
  'a byte put over': (bytes, chance) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[chance.below(bytes.length)] = chance.below(256);
    return changed;
  },
  'the end cut off': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length)),
  'a part cut out': (bytes, chance) => {
    const from = chance.below(bytes.length);
    return spliced(bytes, from, Math.min(bytes.length, from + 1 + chance.below(40)), '');
  },
  'a part copied elsewhere': (bytes, chance) => {
    const from = chance.below(bytes.length);
    const part = bytes.subarray(from, Math.min(bytes.length, from + 1 + chance.below(80)));
    const at = chance.below(bytes.length + 1);
    return spliced(bytes, at, at, Buffer.from(part));
  },
  'a line copied elsewhere': (bytes, chance) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(chance.below(lines.length), 0, chance.pick(lines));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  'a line left out': (bytes, chance) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(chance.below(lines.length), 1);
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};
