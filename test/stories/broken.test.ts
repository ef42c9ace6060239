import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fault } from '../../src/errors.ts';
import { loyalty, root } from './binary.ts';

interface Expectation {
  readonly file: string;
  readonly role: 'orders' | 'surveys';
  readonly flags: readonly string[];
  readonly exit: number;
  readonly code: Parameters<typeof fault>[0] | null;
}

const folder = 'fixtures/broken/';
const expectations: Expectation[] = JSON.parse(readFileSync(`${root}${folder}expected.json`, 'utf8'));

const argvOf = ({ file, role, flags }: Expectation): string[] => {
  const files =
    role === 'orders' ? [folder + file] : ['fixtures/small/orders.csv', '--surveys', folder + file];
  return ['kpi', ...files, '--period', '2021-Q2', '--as-of', '2022-01-01', '--format', 'json', ...flags];
};

/** The catalogue's sentence with anything in the places of its details. */
const sentenceOf = (code: NonNullable<Expectation['code']>): RegExp => {
  const mark = '\u0001';
  const escaped = fault(code, Array(8).fill(mark)).message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replaceAll(mark, '.+'));
};

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}@._+-]+/gu) ?? [];

/** Status words and currency codes: a message lists them, since they are what must be settled. */
const told = new Set(['paid', 'teleported', 'EUR', 'CHF']);

/** The words of a file that stand in its records: values of customers, except small numbers. */
const valuesOf = (file: string): Set<string> => {
  const bytes = readFileSync(`${root}${folder}${file}`);
  const text = file.startsWith('utf-16le') ? bytes.toString('utf16le') : bytes.toString('latin1');
  const body = /\.(json|ndjson)$/.test(file)
    ? text.replaceAll(/"\w+" *:/g, ' ')
    : text.slice(text.indexOf('\n'));
  return new Set(
    wordsOf(body).filter((word) => word.length > 1 && !/^\d{1,3}$/.test(word) && !told.has(word)),
  );
};

describe.each(expectations)('$file $flags', (expectation) => {
  const { file, exit, code } = expectation;

  it(code === null ? 'is read' : `ends with ${exit} and says ${code}`, async () => {
    const ended = await loyalty(argvOf(expectation));
    expect(ended.code, ended.stderr).toBe(exit);
    if (code === null) {
      expect(JSON.parse(ended.stdout).period.label).toBe('2021-Q2');
      return;
    }
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^loyalty: .*[^\n]\n$/);
    expect(ended.stderr).toMatch(sentenceOf(code));
    const place = new RegExp(`${file.replaceAll('.', '\\.')}:\\d+:\\d+ `);
    if (place.test(ended.stderr)) expect(ended.stderr).toContain(` ${code}: `);
    const values = valuesOf(file);
    expect(wordsOf(ended.stderr).filter((word) => values.has(word))).toEqual([]);
  });
});
