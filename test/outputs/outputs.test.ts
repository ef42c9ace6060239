import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertWritable, writeOutputs } from '../../src/outputs/index.ts';
import { codeOf, faultOf } from '../support/faults.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loyalty-outputs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const put = (name: string, content = 'old'): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const text = (name: string): string => readFileSync(at(name), 'utf8');

describe('files are written', () => {
  it('with all of their content, new or in place of the old', () => {
    put('b.csv');
    const long = 'é€\n'.repeat(300_000);
    writeOutputs([
      { path: at('a.json'), content: long },
      { path: at('b.csv'), content: '' },
    ]);
    expect(text('a.json')).toBe(long);
    expect(text('b.csv')).toBe('');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.csv']);
  });

  it('none of them, where there is none', () => {
    writeOutputs([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, (path: string) => string]>([
    ['a folder that is missing', () => join(at('missing'), 'b.csv')],
    ['a folder in its place', () => at('folder')],
    ['a name too long for any file', () => at('x'.repeat(300))],
    ['a file taken for a folder', () => join(at('a.json'), 'b.csv')],
  ])('all or none: %s', (_, second) => {
    put('a.json');
    put('c.md');
    mkdirSync(at('folder'));
    const path = second(folder);
    const fault = faultOf(() =>
      writeOutputs([
        { path: at('a.json'), content: 'new' },
        { path, content: 'new' },
        { path: at('c.md'), content: 'new' },
      ]),
    );
    expect(fault.code).toBe('not_written');
    expect(fault.exit).toBe(5);
    expect(fault.message).toContain(path);
    expect([text('a.json'), text('c.md')]).toEqual(['old', 'old']);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'c.md', 'folder']);
  });

  it('with the permissions of the file they replace', () => {
    chmodSync(put('private.json'), 0o600);
    writeOutputs([{ path: at('private.json'), content: 'new' }]);
    expect(text('private.json')).toBe('new');
    expect(statSync(at('private.json')).mode & 0o777).toBe(0o600);
  });

  it('for their owner alone where they are secret, whatever they replace', () => {
    chmodSync(put('open.csv'), 0o644);
    writeOutputs(['open.csv', 'new.csv'].map((name) => ({ path: at(name), content: 'new', secret: true })));
    for (const name of ['open.csv', 'new.csv']) {
      expect(text(name)).toBe('new');
      expect(statSync(at(name)).mode & 0o777).toBe(0o600);
    }
  });

  it('with what stands in a file of ours, however long it is', () => {
    const long = 'é€\n'.repeat(500_000);
    const spooled = put('spooled', long);
    writeOutputs([{ path: at('copy.csv'), content: { spooled } }]);
    expect(text('copy.csv')).toBe(long);
    expect(text('spooled')).toBe(long);
  });

  it('through a link, which stays one', () => {
    put('real.json');
    symlinkSync(at('real.json'), at('link.json'));
    writeOutputs([{ path: at('link.json'), content: 'new' }]);
    expect(text('real.json')).toBe('new');
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
  });

  it('under the longest name a file may have, in whatever letters', () => {
    for (const name of [`${'x'.repeat(250)}.json`, `${'é'.repeat(124)}€.csv`]) {
      writeOutputs([{ path: at(name), content: 'new' }]);
      expect(text(name)).toBe('new');
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('never over a link that leads nowhere', () => {
    symlinkSync(at('nowhere'), at('link.json'));
    expect(codeOf(() => assertWritable([at('link.json')], []))).toBe('not_written');
    expect(codeOf(() => writeOutputs([{ path: at('link.json'), content: 'new' }]))).toBe('not_written');
    expect(readdirSync(folder)).toEqual(['link.json']);
  });

  it('never over a device', () => {
    expect(codeOf(() => writeOutputs([{ path: '/dev/null', content: 'new' }]))).toBe('not_written');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('outputs are refused before anything is read', () => {
  it('where one is an input, under whatever name', () => {
    const input = put('orders.csv');
    symlinkSync(input, at('alias.csv'));
    linkSync(input, at('twin.csv'));
    for (const output of [input, join(folder, '.', 'orders.csv'), at('alias.csv'), at('twin.csv')])
      expect(codeOf(() => assertWritable([at('new.json'), output], [input]))).toBe('output_is_input');
    expect(codeOf(() => assertWritable([input], [at('alias.csv')]))).toBe('output_is_input');
  });

  it('where two are one file', () => {
    put('a.json');
    symlinkSync(at('a.json'), at('alias.json'));
    expect(codeOf(() => assertWritable([at('new.json'), join(folder, '.', 'new.json')], []))).toBe(
      'output_twice',
    );
    expect(codeOf(() => assertWritable([at('a.json'), at('alias.json')], []))).toBe('output_twice');
    symlinkSync(folder, at('here'));
    expect(codeOf(() => assertWritable([at('new.json'), join(at('here'), 'new.json')], []))).toBe(
      'output_twice',
    );
  });

  it('where no file can stand', () => {
    expect(codeOf(() => assertWritable([join(at('missing'), 'a.json')], []))).toBe('not_written');
    expect(codeOf(() => assertWritable([folder], []))).toBe('not_written');
  });

  it('and taken otherwise, standard input and files that are missing beside them', () => {
    put('old.json');
    expect(() => assertWritable([at('new.json'), at('old.json')], ['-', at('missing.csv')])).not.toThrow();
    expect(readdirSync(folder)).toEqual(['old.json']);
  });
});
