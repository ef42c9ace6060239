import { describe, expect, test } from 'vitest';
import { guesses } from '../../src/render/messages/guesses.ts';
import type { Message } from '../../src/render/messages/message.ts';
import { notes } from '../../src/render/messages/notes.ts';
import { warnings } from '../../src/render/messages/warnings.ts';
import { guessLines, messageText, noteText, warningText } from '../../src/render/messages.ts';

test.each<[string, string[], string, string]>([
  ['guest_orders', ['1234'], '1,234 orders name no customer', '1\u202f234 commandes sans client'],
  [
    'rows_rejected',
    ['2021', '1200', 'bad_amount: 1200'],
    '2021: 1,200 rows have a value that cannot be read',
    '2021\u00a0: 1\u202f200 lignes ont une valeur illisible',
  ],
  ['no_history', [], 'nothing lies before the period', 'rien ne précède la période'],
  ['margin', ['12.5'], 'times a margin of 12.5', 'avec une marge de 12,5'],
])('%s %j', (code, details, en, fr) => {
  expect(messageText(code, details, 'en').startsWith(en)).toBe(true);
  expect(messageText(code, details, 'fr').startsWith(fr)).toBe(true);
});

test('a note carries its value', () => {
  expect(noteText('margin=1234.5', 'fr')).toBe('avec une marge de 1\u202f234,5');
  expect(noteText('needs=customers.referred_by', 'en')).toBe('it needs --customers with referred_by');
});

test('an unknown code is itself, the names of objects included', () => {
  expect(messageText('never_heard', [], 'fr')).toBe('never_heard');
  expect(messageText('constructor', [], 'en')).toBe('constructor');
  expect(noteText('never_heard=5', 'en')).toBe('never_heard=5');
});

test('a warning without a sentence here keeps its own', () => {
  const warning = { code: 'never_heard', message: 'Something was seen.', count: 1, details: ['x'] };
  expect(warningText(warning, 'fr')).toBe('Something was seen.');
});

const detailsOf = (message: Message): string[] =>
  ['first', 'second', 'third', 'fourth'].slice(0, Math.max(message.en.length, message.fr.length));

describe.each(Object.entries({ notes, warnings }))('%s', (_, catalogue) => {
  test.each(Object.entries(catalogue))('%s says every detail in both languages', (_code, message) => {
    const details = detailsOf(message);
    for (const text of [message.en(...details), message.fr(...details)]) {
      for (const detail of details) expect(text).toContain(detail);
      expect(text).not.toContain('undefined');
    }
    expect(message.en(...details)).not.toBe(message.fr(...details));
  });
});

test.each(Object.entries(guesses))(
  '%s says every detail in both languages, the file among them',
  (code, message) => {
    const details = ['first', ...detailsOf(message).slice(1)];
    const lines = (['en', 'fr'] as const).map((lang) => guessLines([{ code, details }], lang).join('\n'));
    for (const line of lines) {
      for (const detail of details) expect(line).toContain(detail);
      expect(line).not.toContain('undefined');
    }
    expect(lines[0]).not.toBe(lines[1]);
  },
);
