import { describe, expect, it } from 'vitest';
import { sniffJson } from '../../../../src/sources/staging/index.ts';

describe('sniffJson', () => {
  it.each([
    ['[{"a":1}]', 'array'],
    [' \t\r\n[', 'array'],
    ['\ufeff[', 'array'],
    ['{"a":1}\n', 'ndjson'],
    ['\ufeff\n\n{', 'ndjson'],
    ['', null],
    ['   \n', null],
    ['order_id,amount\n', null],
    ['"id";"[x]"\n', null],
    ['\v{', null],
    ['\u00a0{', null],
    ['\0{', null],
    ['12', null],
  ])('takes %j for %s', (head, kind) => {
    expect(sniffJson(Buffer.from(head))).toBe(kind);
  });

  it('does not take UTF-16 for JSON', () => {
    expect(sniffJson(Buffer.from('\ufeff[{', 'utf16le'))).toBeNull();
  });
});
