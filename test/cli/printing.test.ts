import { describe, expect, it } from 'vitest';
import { exitCodeOf, Interrupted } from '../../src/cli/exit.ts';
import type { Io, Stream } from '../../src/cli/io.ts';
import { printOptions, validate } from '../../src/cli/options.ts';
import { fileRenderOptions, renderOptions } from '../../src/cli/printing.ts';
import { fault } from '../../src/errors.ts';

const stream = (isTerminal: boolean): Stream => ({ isTerminal, width: 120, write: async () => {} });
const colour = (environment: Record<string, string>, isTerminal = true, color = 'auto'): number =>
  renderOptions(stream(isTerminal), { environment } as unknown as Io, validate(printOptions, { color }))
    .colour;

describe('colours', () => {
  it.each<[string, Record<string, string>, boolean, string, boolean]>([
    ['stand on a terminal', {}, true, 'auto', true],
    ['stand nowhere else', {}, false, 'auto', false],
    ['are refused by NO_COLOR', { NO_COLOR: '1' }, true, 'auto', false],
    ['are not refused by an empty NO_COLOR', { NO_COLOR: '' }, true, 'auto', true],
    ['are refused by a dumb terminal', { TERM: 'dumb' }, true, 'auto', false],
    ['are forced by FORCE_COLOR', { FORCE_COLOR: '1' }, false, 'auto', true],
    ['are not forced by FORCE_COLOR=0', { FORCE_COLOR: '0' }, false, 'auto', false],
    ['are forced by FORCE_COLOR against NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 'auto', true],
    ['are what --color says: always', { NO_COLOR: '1' }, false, 'always', true],
    ['are what --color says: never', { FORCE_COLOR: '1' }, true, 'never', false],
  ])('%s', (_, environment, isTerminal, color, coloured) => {
    expect(colour(environment, isTerminal, color) > 0).toBe(coloured);
  });

  it('never stand in a file', () => {
    expect(fileRenderOptions(validate(printOptions, { color: 'always' })).colour).toBe(0);
  });
});

describe('the width', () => {
  it('is asked for, else the stream’s, in a file 80', () => {
    const io = { environment: {} } as unknown as Io;
    expect(renderOptions(stream(true), io, validate(printOptions, {})).width).toBe(120);
    expect(renderOptions(stream(true), io, validate(printOptions, { width: '60' })).width).toBe(60);
    expect(fileRenderOptions(validate(printOptions, {})).width).toBe(80);
    expect(fileRenderOptions(validate(printOptions, { width: '200' })).width).toBe(200);
  });
});

describe('the exit code', () => {
  it.each<[unknown, number]>([
    [fault('no_files'), 2],
    [fault('file_missing', ['a.csv']), 3],
    [fault('not_written', ['a.json', 'ENOSPC']), 5],
    [new Interrupted('SIGINT'), 130],
    [new Interrupted('SIGTERM'), 143],
    [new TypeError('x is not a function'), 70],
    ['a text', 70],
  ])('of %s', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});
