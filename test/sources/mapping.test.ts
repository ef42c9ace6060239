import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/report/schema.ts';
import { comparableName, fields, needed } from '../../src/sources/fields.ts';
import { findColumn, type MapRule, mapColumns } from '../../src/sources/mapping.ts';
import { codeOf, faultOf } from '../support/faults.ts';

const roles = ['orders', 'customers', 'surveys', 'content', 'spend'] as const satisfies readonly Role[];

const rule = (role: Role, field: string, column: string): MapRule => ({ role, field, column });

/** The mapped fields by the column they read, arithmetic as its columns. */
const mapped = (role: Role, header: readonly string[], ...rules: MapRule[]): Record<string, string> =>
  Object.fromEntries(
    [...mapColumns(role, 'f.csv', header, rules).fields].map(([field, expression]) => [
      field,
      expression.kind === 'column' ? header[expression.index]! : expression.kind,
    ]),
  );

describe('the columns of a file', () => {
  it.each<[string, Role, readonly string[], Record<string, string>]>([
    [
      'canonical names, in any order',
      'orders',
      ['amount', 'ordered_at', 'customer_id', 'order_id'],
      { order_id: 'order_id', customer_id: 'customer_id', ordered_at: 'ordered_at', amount: 'amount' },
    ],
    [
      'English names',
      'orders',
      ['Order ID', 'Customer', 'Order Date', 'Total'],
      { order_id: 'Order ID', customer_id: 'Customer', ordered_at: 'Order Date', amount: 'Total' },
    ],
    [
      'French names',
      'orders',
      ['N° commande', 'Client', 'Date de commande', 'Montant TTC'],
      {
        order_id: 'N° commande',
        customer_id: 'Client',
        ordered_at: 'Date de commande',
        amount: 'Montant TTC',
      },
    ],
    [
      'names without accents',
      'orders',
      ['Numero de commande', 'Numero client', 'Date achat', 'Montant'],
      {
        order_id: 'Numero de commande',
        customer_id: 'Numero client',
        ordered_at: 'Date achat',
        amount: 'Montant',
      },
    ],
    [
      'names in capitals with underscores',
      'orders',
      ['ORDER_NO', 'E_MAIL', 'CREATED_AT', 'GRAND_TOTAL'],
      { order_id: 'ORDER_NO', email: 'E_MAIL', ordered_at: 'CREATED_AT', amount: 'GRAND_TOTAL' },
    ],
    [
      'a canonical name before an alias',
      'orders',
      ['date', 'ordered_at', 'total', 'amount'],
      { ordered_at: 'ordered_at', amount: 'amount' },
    ],
    [
      'columns nobody reads',
      'orders',
      ['date', 'total', 'shoe size'],
      { ordered_at: 'date', amount: 'total' },
    ],
    [
      'survey answers',
      'surveys',
      ['Horodateur', 'Courriel', 'Recommanderiez-vous ?'],
      { email: 'Courriel', answered_at: 'Horodateur', score: 'Recommanderiez-vous ?' },
    ],
    [
      'a question as the name',
      'surveys',
      ['How likely are you to recommend us to a friend? (0-10)'],
      { score: 'How likely are you to recommend us to a friend? (0-10)' },
    ],
    [
      'customers',
      'customers',
      ['ID', 'Pays', "Date d'inscription"],
      { customer_id: 'ID', created_at: "Date d'inscription", country: 'Pays' },
    ],
    [
      'content',
      'content',
      ['email', 'timestamp', 'event'],
      { email: 'email', occurred_at: 'timestamp', kind: 'event' },
    ],
    ['spend', 'spend', ['Mois', 'Poste', 'Coût'], { spent_on: 'Mois', kind: 'Poste', amount: 'Coût' }],
  ])('are found by name: %s', (_, role, header, expected) => {
    expect(mapped(role, header)).toEqual(expected);
  });

  it('are found by every alias of every field, alone beside the needed ones', () => {
    for (const role of roles)
      for (const field of fields[role])
        for (const name of [field.name, ...field.aliases]) {
          const others = needed[role]
            .map((alternatives) => alternatives[0]!)
            .filter((other) => other !== field.name);
          const header = [...others, name.toUpperCase()];
          expect(mapped(role, header)[field.name], `${role}: ${name}`).toBe(name.toUpperCase());
        }
  });

  it('have aliases that mean one field of a role, dates and keys apart that a file holds once', () => {
    for (const role of roles) {
      const meant = new Map<string, string[]>();
      for (const { name, aliases } of fields[role])
        for (const alias of new Set([name, ...aliases].map(comparableName)))
          meant.set(alias, [...(meant.get(alias) ?? []), name]);
      expect(
        [...meant].filter(([, names]) => names.length > 1),
        role,
      ).toEqual([]);
    }
  });

  it('mean the same whatever their order', () => {
    const header = ['Order ID', 'Customer', 'Order Date', 'Total', 'Status', 'Currency', 'shoe size'];
    fc.assert(
      fc.property(fc.shuffledSubarray(header, { minLength: header.length }), (shuffled) => {
        expect(mapped('orders', shuffled)).toEqual(mapped('orders', header));
      }),
      { numRuns: 50 },
    );
  });

  it('tell which were found by another name than their own', () => {
    const { guessed } = mapColumns('orders', 'f.csv', ['order_id', 'Date', 'Total'], []);
    expect(guessed).toEqual([
      { field: 'ordered_at', column: 'Date' },
      { field: 'amount', column: 'Total' },
    ]);
  });
});

describe('columns are refused', () => {
  it('when one stands twice', () => {
    const fault = faultOf(() => mapped('orders', ['date', 'amount', 'Amount']));
    expect(fault.code).toBe('duplicate_column');
    expect(fault.message).toContain('amount, Amount');
  });

  it('when two may be the same field', () => {
    const fault = faultOf(() => mapped('orders', ['date', 'Total', 'Montant']));
    expect(fault.code).toBe('ambiguous_column');
    expect(fault.message).toContain('--map orders.amount=');
  });

  it.each<[Role, readonly string[], string]>([
    ['orders', ['order_id', 'amount'], 'ordered_at'],
    ['orders', ['order_id', 'date'], 'amount'],
    ['customers', ['country'], 'customer_id or email'],
    ['surveys', ['date', 'comment'], 'score or satisfaction or effort'],
    ['content', ['email', 'date'], 'kind'],
    ['content', ['kind', 'date'], 'customer_id or email'],
    ['spend', ['date', 'amount'], 'kind'],
  ])('when a needed one is missing: %s %j', (role, header, field) => {
    const fault = faultOf(() => mapped(role, header));
    expect(fault.code).toBe('header_missing_field');
    expect(fault.message).toContain(field);
    for (const name of header) expect(fault.message).toContain(name);
  });

  it('without a word of what stands there, when the first record holds values instead of names', () => {
    const fault = faultOf(() => mapped('orders', ['o1', 'bob@example.com', '2021-01-05', '12.50']));
    expect(fault.code).toBe('header_absent');
    expect(fault.message).not.toMatch(/bob|12\.50|2021/);
  });

  it.each<[string, readonly string[], MapRule[]]>([
    ['no word that I know', ['Anna Blum', 'Wien', 'gold'], []],
    ['one word that I know, which may be a value', ['Anna Blum', 'Wien', 'Client', 'gold', 'vip'], []],
    ['no word of a rule either', ['Anna Blum', 'Wien', 'gold'], [rule('orders', 'amount', 'Betrag')]],
  ])('by their number, where a first record may be a customer’s: %s', (_, header, rules) => {
    const { code, message } = faultOf(() => mapped('orders', header, ...rules));
    expect(code).toBe(rules.length > 0 ? 'unknown_column' : 'header_missing_field');
    expect(message).toContain(`${header.length}, whose names I do not know`);
    for (const name of header) expect(message).not.toContain(name);
  });

  it('by their names, once a rule names one of them', () => {
    const fault = faultOf(() =>
      mapped('orders', ['Kunde', 'Tag', 'Betrag'], rule('orders', 'amount', 'Betrag')),
    );
    expect(fault.message).toContain('Kunde, Tag, Betrag');
  });

  it('of an export of three hundred columns, with the first names alone', () => {
    const fault = faultOf(() =>
      mapped(
        'orders',
        Array.from({ length: 300 }, (_, index) => ['order_id', 'customer_id'][index] ?? `column ${index}`),
      ),
    );
    expect(fault.message).toContain('column 11, …');
    expect(fault.message).not.toContain('column 12');
  });
});

describe('--map', () => {
  const header = ['id', 'Date', 'Total', 'Net', 'Quantity', 'Unit Price', 'Total Discount', 'Discount'];

  it('wins over every name', () => {
    expect(mapped('orders', header, rule('orders', 'amount', 'Net')).amount).toBe('Net');
    expect(mapped('orders', ['date', 'amount', 'Total'], rule('orders', 'amount', 'Total')).amount).toBe(
      'Total',
    );
  });

  it('settles what is ambiguous, and the column it takes is no other field', () => {
    expect(mapped('orders', ['date', 'Total', 'Montant'], rule('orders', 'amount', 'Montant')).amount).toBe(
      'Montant',
    );
    const found = mapped('orders', ['Date', 'Total', 'Order'], rule('orders', 'customer_id', 'Order'));
    expect(found).toEqual({ ordered_at: 'Date', amount: 'Total', customer_id: 'Order' });
  });

  it('finds a name without case, accents and punctuation where none is written to the letter', () => {
    expect(mapped('orders', header, rule('orders', 'amount', 'net')).amount).toBe('Net');
    expect(
      mapped('orders', ['Date', 'Montant Hors Taxé'], rule('orders', 'amount', 'montant hors taxe')).amount,
    ).toBe('Montant Hors Taxé');
    expect(mapped('orders', ['Date', 'net', 'NET'], rule('orders', 'amount', 'NET')).amount).toBe('NET');
  });

  it('takes arithmetic for an amount', () => {
    expect(mapped('orders', header, rule('orders', 'amount', 'Quantity*[Unit Price]')).amount).toBe(
      'operation',
    );
  });

  it('takes a difference for a difference, even where a column is named like it', () => {
    const { fields: found } = mapColumns('orders', 'f.csv', header, [
      rule('orders', 'amount', 'Total-Discount'),
    ]);
    expect(found.get('amount')).toEqual({
      kind: 'operation',
      operator: '-',
      left: { kind: 'column', index: header.indexOf('Total') },
      right: { kind: 'column', index: header.indexOf('Discount') },
    });
  });

  it('takes a column for a column whose name looks like arithmetic, written to the letter', () => {
    expect(
      mapped('orders', ['Date', 'sub-total', 'total (net)'], rule('orders', 'amount', 'sub-total')).amount,
    ).toBe('sub-total');
    expect(
      mapped('orders', ['Date', 'sub-total', 'total (net)'], rule('orders', 'amount', 'total (net)')).amount,
    ).toBe('total (net)');
  });

  it('takes no arithmetic for anything else', () => {
    expect(codeOf(() => mapped('orders', header, rule('orders', 'order_id', 'Quantity*2')))).toBe(
      'unknown_column',
    );
  });

  it('refuses a column that is not there, with those that are', () => {
    const fault = faultOf(() => mapped('orders', header, rule('orders', 'amount', 'Price')));
    expect(fault.code).toBe('unknown_column');
    expect(fault.message).toContain('"Price"');
    expect(fault.message).toContain('Unit Price');
    expect(codeOf(() => mapped('orders', header, rule('orders', 'amount', 'Quantity*Price')))).toBe(
      'unknown_column',
    );
  });

  it('refuses a name that stands twice, instead of taking the first', () => {
    expect(
      codeOf(() => mapped('orders', ['Date', 'Total', 'Total'], rule('orders', 'amount', 'Total'))),
    ).toBe('duplicate_column');
    expect(
      codeOf(() => mapped('orders', ['Date', 'TOTAL', 'total'], rule('orders', 'amount', 'Total'))),
    ).toBe('duplicate_column');
    expect(
      codeOf(() => mapped('orders', ['Date', 'Q', 'Total', 'Total'], rule('orders', 'amount', 'Q*Total'))),
    ).toBe('duplicate_column');
  });
});

describe('findColumn', () => {
  it.each<[readonly string[], string, number | null]>([
    [['a', 'b'], 'b', 1],
    [['A', 'b'], 'a', 0],
    [['Prix Unitaire'], 'prix_unitaire', 0],
    [['a', 'A'], 'a', 0],
    [['a', 'a'], 'a', null],
    [['A', 'Á'], 'a', null],
    [['a'], 'c', null],
    [['?', '!'], '-', null],
    [[], 'a', null],
  ])('%j %j: %s', (header, name, index) => {
    expect(findColumn(header, name)).toBe(index);
  });
});
