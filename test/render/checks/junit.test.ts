import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { junit } from '../../../src/render/checks/junit.ts';
import { xmlText } from '../../../src/render/checks/xml.ts';
import type { Report } from '../../../src/report/schema.ts';
import { anyText } from '../arbitrary.ts';
import { checkedReport, checkResult, checks, notEvaluated, options } from './sample.ts';

const schema = fileURLToPath(new URL('./junit.xsd', import.meta.url));

/** What libxml2 says of a document, read by it and held to the schema; '' where it is valid. */
const faultsOf = (document: string): string => {
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, '-'], {
    input: document,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
};

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** The attributes of the first element of a name. */
const attributesOf = (document: string, name: string): Record<string, string> => {
  const [, written = ''] = new RegExp(`<${name}((?: [a-z]+="[^"]*")*)/?>`).exec(document) ?? [];
  return Object.fromEntries(
    [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]),
  );
};

const written = (given?: Parameters<typeof checkedReport>[0]): string =>
  junit(checkedReport(given), options());

/** How a check is told: what stands inside its test case. */
const told = (check: (typeof checks)[number]): string | null =>
  /<testcase [^>]*>\s*<([a-z-]+)/.exec(written([check]))?.[1] ?? null;

test('a failure for what failed, an error for what was not evaluated, output for a warning, nothing for a pass', () => {
  expect(checks.map(told)).toEqual([
    null,
    'failure',
    'system-out',
    'system-out',
    'system-out',
    'error',
    'error',
  ]);
  expect(told(checkResult({ verdict: 'inconclusive', outcome: 'fail', reason: 'straddles' }))).toBe(
    'failure',
  );
  expect(told(notEvaluated('no_orders', [], { level: 'warn' }))).toBe('error');
});

test('the counts are those of the cases, and nothing is ever skipped', () => {
  const document = written();
  for (const name of ['testsuites', 'testsuite'])
    expect(attributesOf(document, name)).toMatchObject({ tests: '7', failures: '1', errors: '2', time: '0' });
  expect(document.match(/<testcase /g)).toHaveLength(7);
  expect(document.match(/<failure /g)).toHaveLength(1);
  expect(document.match(/<error /g)).toHaveLength(2);
  expect(document).not.toContain('<skipped');
});

test('its time is the as-of day, and what it was made of stands in its properties', () => {
  const document = written();
  expect(attributesOf(document, 'testsuite').timestamp).toBe('2021-07-02T00:00:00');
  const properties = Object.fromEntries(
    [...document.matchAll(/<property name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const [input] = checkedReport().inputs;
  expect(properties).toMatchObject({
    period: '2021-Q2',
    'period.start': '2021-04-01',
    'period.stop': '2021-07-01',
    'period.timezone': 'Europe/Paris',
    as_of: '2021-07-02',
    'input.1.path': 'orders.csv',
    'input.1.sha256': input!.sha256,
  });
});

test('it is the same in every language and on every terminal', () => {
  const report = checkedReport();
  expect(junit(report, options({ lang: 'fr', width: 40, colour: 3, unicode: false }))).toBe(
    junit(report, options()),
  );
});

test.each([
  ['<a href="x">&\'', '&lt;a href=&quot;x&quot;&gt;&amp;&apos;'],
  ['a\u0000b\u001bc', 'a\\x00b\\x1bc'],
  ['one\r\n\ttwo', 'one\\r\\n\\ttwo'],
  ['\ud800', '&lt;U+D800&gt;'],
  ['\uffff\ufffe', '\ufffd\ufffd'],
  [']]>', ']]&gt;'],
])('%j is written %j', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});

const withText = (text: string, other: string): Report => {
  const report = checkedReport([
    checkResult({ check: text, name: other, segment: { [text]: other }, verdict: 'failed', outcome: 'fail' }),
    checkResult({ check: text, name: text, verdict: 'inconclusive', outcome: 'warn', reason: 'straddles' }),
    notEvaluated('no_segment', [other], { check: other, id: text, segment: { channel: text } }),
  ]);
  return { ...report, inputs: report.inputs.map((input) => ({ ...input, path: text })) };
};

test('no text out of the data leaves its place', () => {
  const shape = (document: string): string => document.replace(/"[^"]*"/g, '""').replace(/>[^<>\n]+</g, '><');
  const expected = shape(junit(withText('a', 'b'), options()));
  fc.assert(
    fc.property(anyText, anyText, (text, other) => {
      const document = junit(withText(text, other), options());
      expect(document).not.toMatch(/[^\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      expect(shape(document)).toBe(expected);
    }),
  );
});

describe.skipIf(!hasXmllint)('held to the schema by libxml2 (skipped where xmllint is missing)', () => {
  test('the sample is valid, and so is a report without checks', () => {
    expect(faultsOf(written())).toBe('');
    expect(faultsOf(written([]))).toBe('');
  });

  test('whatever the data say', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        expect(faultsOf(junit(withText(text, other), options()))).toBe('');
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['<testcase ', '<test '],
    [' errors="2"', ''],
    ['time="0"', 'time="soon"'],
    ['T00:00:00"', '"'],
    ['<error ', '<skipped/><error '],
    ['&gt;', '<'],
  ])('a document with %j made %j is not', (part, other) => {
    expect(faultsOf(written().replace(part, other))).not.toBe('');
  });
});
