import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/render/csv.ts';
import { spreadsheetText } from '../../src/render/escape.ts';
import type { RenderOptions } from '../../src/render/options.ts';
import type { Report } from '../../src/report/schema.ts';
import { anyReport } from './arbitrary.ts';
import { bySegment, options, sample } from './sample.ts';

const read = (report: Report, csvDialect: RenderOptions['csvDialect']): Record<string, string>[] =>
  parse(csv(report, options({ csvDialect })), {
    columns: true,
    bom: true,
    delimiter: csvDialect === 'excel-fr' ? ';' : ',',
    record_delimiter: csvDialect === 'excel-fr' ? '\r\n' : '\n',
  });

const number = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell.replace(',', '.'));

test('one row per figure under the named columns', () => {
  expect(csv(sample, options()).split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "period,start,stop,timezone,base,attribute,segment,id,unit,status,value,exact,numerator,denominator,low,high,level,method,previous_value,previous_numerator,previous_denominator,change_absolute,change_relative,significant,p,notes",
      "2021-Q2,2021-04-01,2021-07-01,Europe/Paris,previous,,,customers_at_start,count,ok,524,,,,,,,,524,524,,0,0,,,",
      "2021-Q2,2021-04-01,2021-07-01,Europe/Paris,previous,,,retention_rate,share,ok,0.4083969465648855,,214,524,0.36712,0.4509,0.95,wilson,0.3219,169,525,0.0865,0.2687,true,0.0038,",
    ]
  `);
});

test('text a spreadsheet could run is defused and quoted, numbers are not', () => {
  const written = csv(bySegment, options());
  expect(written).toContain(`"'=\u202eevil\u001b[2J"`);
  expect(csv(sample, options())).toContain(',-1024.09,-0.03656,');
});

test('excel-fr: byte order mark, semicolons, decimal commas, CRLF', () => {
  const written = csv(sample, options({ csvDialect: 'excel-fr' }));
  expect(written.startsWith('\ufeffperiod;start;stop;')).toBe(true);
  expect(written).toContain(';26987,31;26987,3100;');
  expect(written.endsWith('\r\n')).toBe(true);
  expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe.each(['rfc4180', 'excel-fr'] as const)('%s', (dialect) => {
  test('reads back to the same numbers and texts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = read(report, dialect);
        expect(rows.length).toBe(report.figures.length);
        report.figures.forEach((figure, index) => {
          const row = rows[index]!;
          const numbers = [
            row.value,
            row.numerator,
            row.denominator,
            row.change_absolute,
            row.change_relative,
          ].map(number);
          const expected = [
            figure.value,
            figure.numerator,
            figure.denominator,
            figure.change?.absolute ?? null,
          ];
          // -0 is written as 0.
          expect(numbers.map((value) => value ?? null)).toEqual(
            [...expected, figure.change?.relative ?? null].map((value) =>
              value === null ? null : value + 0,
            ),
          );
          expect(row.exact?.replace(',', '.') ?? '').toBe(figure.exact ?? '');
          expect(row.segment).toBe(spreadsheetText(figure.segment?.channel ?? ''));
          expect(row.significant).toBe(String(figure.change?.significant ?? ''));
          expect(row.notes).toBe(figure.notes.join('|'));
        });
      }),
    );
  });
});
