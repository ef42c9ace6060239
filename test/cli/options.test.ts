import { describe, expect, it } from 'vitest';
import { kpiOptions, printOptions, validate } from '../../src/cli/options.ts';
import { faultOf } from '../support/faults.ts';

const refusal = (flags: Record<string, unknown>): string => {
  const fault = faultOf(() => validate(kpiOptions, flags));
  expect(fault.code).toBe('bad_flag');
  expect(fault.exit).toBe(2);
  return fault.message;
};

describe('the flags of kpi', () => {
  it('have their defaults', () => {
    expect(validate(kpiOptions, {})).toMatchInlineSnapshot(`
      {
        "allowUnterminated": false,
        "answers": "last",
        "base": "previous",
        "compare": "previous",
        "content": [],
        "contentMin": 1,
        "customers": [],
        "except": [],
        "exclude": [],
        "group": [],
        "loyalOrders": 2,
        "map": [],
        "maxRejects": 0.01,
        "minGroup": 5,
        "only": [],
        "onlyWhere": [],
        "period": "all",
        "profile": [],
        "scale": [],
        "showValues": false,
        "spend": [],
        "strict": false,
        "surveys": [],
        "timezone": "UTC",
      }
    `);
  });

  it('are taken as they are written', () => {
    const flags = {
      base: 'active:12m',
      asOf: '2024-02-29',
      currency: 'eur',
      margin: '30%',
      minGroup: '10',
      maxRejects: '0,5 %',
      delimiter: 'tab',
      dateFormat: 'DD/MM/YYYY',
      threads: '2',
      memory: '1.5 GB',
    };
    expect(validate(kpiOptions, flags)).toMatchObject({
      ...flags,
      minGroup: 10,
      maxRejects: 0.005,
      delimiter: '\t',
      dateFormat: 'dd/mm/yyyy',
      threads: 2,
    });
  });

  it.each([
    [',', ','],
    ['comma', ','],
    [';', ';'],
    ['semicolon', ';'],
    ['\t', '\t'],
    ['\\t', '\t'],
    ['tab', '\t'],
    ['|', '|'],
    ['pipe', '|'],
  ])('--delimiter %j is %j', (written, delimiter) => {
    expect(validate(kpiOptions, { delimiter: written }).delimiter).toBe(delimiter);
  });

  it.each([
    ['1%', 0.01],
    ['0.01', 0.01],
    ['0', 0],
    ['2.5 %', 0.025],
    ['100%', 1],
    ['1', 1],
  ])('--max-rejects %s is %s', (written, share) => {
    expect(validate(kpiOptions, { maxRejects: written }).maxRejects).toBe(share);
  });
});

describe('a flag is refused in one sentence', () => {
  it('that says what it takes', () => {
    expect(
      [
        { compare: 'before' },
        { base: 'active' },
        { base: 'active:1.5m' },
        { asOf: '2023-02-29' },
        { asOf: 'today' },
        { dataThrough: '31/12/2021' },
        { currency: 'EURO' },
        { grain: 'baskets' },
        { answers: 'best' },
        { margin: '30 percent' },
        { margin: '30' },
        { margin: '101%' },
        { margin: '-5%' },
        { loyalOrders: '0' },
        { loyalOrders: '2.5' },
        { contentMin: '-1' },
        { minGroup: '1e3' },
        { minGroup: '' },
        { maxRejects: '5' },
        { maxRejects: 'few' },
        { maxRejects: '-1%' },
        { encoding: 'utf8' },
        { delimiter: 'space' },
        { delimiter: 'constructor' },
        { decimal: ';' },
        { dateFormat: 'yyyy/mm/dd' },
        { threads: '0' },
        { threads: '9999' },
        { memory: 'all' },
        { memory: '4' },
      ].map(refusal),
    ).toMatchInlineSnapshot(`
      [
        "--compare is one of previous, year, none.",
        "--base is previous, ever, contract or active:12m.",
        "--base is previous, ever, contract or active:12m.",
        "--as-of is a day such as 2021-12-31.",
        "--as-of is a day such as 2021-12-31.",
        "--data-through is a day such as 2021-12-31.",
        "--currency is a code such as EUR.",
        "--grain is one of orders, lines.",
        "--answers is one of last, first, all.",
        "--margin is a share such as 0.3 or 30%.",
        "--margin is a share such as 0.3 or 30%, and none is above 100%.",
        "--margin is a share such as 0.3 or 30%, and none is above 100%.",
        "--margin is a share such as 0.3 or 30%.",
        "--loyal-orders is a whole number from 1 to 1000000.",
        "--loyal-orders is a whole number from 1 to 1000000.",
        "--content-min is a whole number from 1 to 1000000.",
        "--min-group is a whole number from 1 to 1000000.",
        "--min-group is a whole number from 1 to 1000000.",
        "--max-rejects is a share such as 1% or 0.01.",
        "--max-rejects is a share such as 1% or 0.01.",
        "--max-rejects is a share such as 1% or 0.01.",
        "--encoding is one of utf-8, utf-16le, utf-16be, windows-1252, latin1.",
        "--delimiter is one of ",", ";", tab, "|".",
        "--delimiter is one of ",", ";", tab, "|".",
        "--decimal is one of ".", ",".",
        "--date-format is one of yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy, yyyymmdd, dd/mm/yy, mm/dd/yy, mon dd, yyyy, dd mon yyyy, excel, unix.",
        "--threads is a whole number from 1 to 1024.",
        "--threads is a whole number from 1 to 1024.",
        "--memory is a size such as 512MB or 4GB.",
        "--memory is a size such as 512MB or 4GB.",
      ]
    `);
  });

  it('the first of several faults is told', () => {
    expect(refusal({ threads: '0', compare: 'before' })).toContain('--compare');
  });

  it('of those that print, too', () => {
    const sentences = [
      { lang: 'de' },
      { color: 'red' },
      { width: '10' },
      { width: 'wide' },
      { csvDialect: 'excel' },
    ].map((flags) => faultOf(() => validate(printOptions, flags)).message);
    expect(sentences).toMatchInlineSnapshot(`
      [
        "--lang is one of en, fr.",
        "--color is one of auto, always, never.",
        "--width is a whole number from 40 to 1000.",
        "--width is a whole number from 40 to 1000.",
        "--csv-dialect is one of rfc4180, excel-fr.",
      ]
    `);
  });
});
