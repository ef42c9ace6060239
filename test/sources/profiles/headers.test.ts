import { describe, expect, it, test } from 'vitest';
import type { Role } from '../../../src/report/schema.ts';
import { mapColumns } from '../../../src/sources/mapping.ts';
import { profiles } from '../../../src/sources/profiles/index.ts';
import { recognised } from '../../../src/sources/profiles/recognise.ts';
import { headers as shops } from './headers-shopsA.ts';
import { headers as payments } from './headers-shopsB.ts';
import { headers as surveys } from './headers-surveys.ts';

/** A header to the letter, the one profile it is recognised as, and where it was seen. */
interface Seen {
  readonly profile: string;
  readonly role: string;
  readonly header: readonly string[];
  readonly from: string;
}

const all = profiles();
const seen: readonly Seen[] = [...shops, ...payments, ...surveys];

const withoutAccents = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

const forms: Readonly<Record<string, (header: readonly string[]) => readonly string[]>> = {
  'to the letter': (header) => header,
  reversed: (header) => header.toReversed(),
  'in capitals': (header) => header.map((name) => name.toUpperCase()),
  'in small letters': (header) => header.map((name) => name.toLowerCase()),
  'without accents': (header) => header.map(withoutAccents),
  'with accents of their own': (header) => header.map((name) => name.normalize('NFD')),
  'with other blanks': (header) => header.map((name) => ` ${name.replaceAll(' ', '\u00a0')} `),
  'with underscores': (header) => header.map((name) => name.replaceAll(/[ '’]/g, '_')),
  'beside columns of the shop’s own': (header) => ['Our note', ...header, 'Colour of the box'],
};

describe.each(Object.entries(forms))('a header %s', (_, form) => {
  it.each(seen.map((one) => [one.profile, one.from, one] as const))('%s: %s', (profile, _from, one) => {
    const found = recognised(all, null, form(one.header)).map(({ id, role }) => ({ id, role }));
    expect(found).toEqual([{ id: profile, role: one.role }]);
  });
});

test.each(seen.map((one) => [one.profile, one.from, one] as const))(
  'has a column for each field its role needs: %s: %s',
  (id, _, { role, header }) => {
    const profile = all.find((one) => one.id === id)!;
    const file = { profile, titles: [], sample: [] };
    const mapping = mapColumns(role as Role, 'seen.csv', header, [], file);
    expect(mapping.fields.size).toBeGreaterThan(0);
  },
);

test('there is a header of every profile', () => {
  const shown = new Set(seen.map(({ profile }) => profile));
  expect(all.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

test('a header of the canonical names is no profile’s', () => {
  const plain = [
    'order_id',
    'customer_id',
    'email',
    'ordered_at',
    'amount',
    'refunded',
    'currency',
    'status',
  ];
  expect(recognised(all, null, plain)).toEqual([]);
});
