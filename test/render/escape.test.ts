import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownData, markdownText, spreadsheetText, terminalText } from '../../src/render/escape.ts';
import { displayWidth } from '../../src/render/width.ts';
import { anyText } from './arbitrary.ts';

describe('terminalText', () => {
  test.each([
    ['web', 'web'],
    ['a\u001b[31mb', 'a\\x1b[31mb'],
    ['a\u009b31mb\u0007', 'a\\x9b31mb\\x07'],
    ['one\r\ntwo\tthree', 'one\\r\\ntwo\\tthree'],
    ['abc\u202edcba', 'abc<U+202E>dcba'],
    ['zero\u200bwidth\ufeff', 'zero<U+200B>width<U+FEFF>'],
    ['line\u2028end', 'line<U+2028>end'],
    ['tag\u{e0041}', 'tag<U+E0041>'],
    ['lone\ud800', 'lone<U+D800>'],
    ['::error::no', ':\\:error:\\:no'],
    ['a long name ::error::no', 'a long name :\\:error:\\:no'],
    ['see ##[error]no', 'see #\\#[error]no'],
    ['##vso[task.complete]', '#\\#vso[task.complete]'],
    [`a${'\u0301'.repeat(9)}`, `a${'\u0301'.repeat(4)}…`],
    ['日本 é 🙂', '日本 é 🙂'],
  ])('%j is shown as %j', (text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  test('leaves nothing a terminal obeys or hides, and no command a CI runner obeys', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = terminalText(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u);
        expect(shown.trimStart().startsWith('::')).toBe(false);
        expect(shown).not.toMatch(/##(vso|teamcity)?\[/);
      }),
    );
  });

  test('cuts by display width and says so', () => {
    expect(terminalText('日本日本', 5)).toBe('日本…');
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(displayWidth(terminalText(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('spreadsheetText', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    ' =1',
    '"=1',
    '\0=1',
  ])('defuses %j', (text) => {
    expect(spreadsheetText(text)).toBe(`'${text}`);
  });

  test.each(['web', 'a=1', '(unknown)', '2021-Q1', '', 'été'])('leaves %j alone', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });
});

describe('Markdown', () => {
  test.each([
    ['a|b`c', '`a\\x7cb\\x60c`'],
    ['[x](javascript:y) <img> @me', '`[x](javascript:y) <img> @me`'],
    ['', '`""`'],
    ['one\ntwo', '`one\\ntwo`'],
  ])('%j out of data is %j', (text, written) => {
    expect(markdownData(text)).toBe(written);
  });

  test('a sentence keeps its words and loses its markup', () => {
    expect(markdownText('a_b *c* <d> [e] _f_')).toBe('a_b &#42;c&#42; &#60;d&#62; &#91;e&#93; &#95;f&#95;');
  });

  test('no text out of data leaves its code span', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(markdownData(text)).toMatch(/^`[^`|\n\r]+`$/);
      }),
    );
  });
});
