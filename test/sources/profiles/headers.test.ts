import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Role } from '../../../src/report/schema.ts';
import { type Field, fields, needed } from '../../../src/sources/fields.ts';
import { mapColumns } from '../../../src/sources/mapping.ts';
import { profiles } from '../../../src/sources/profiles/index.ts';
import { recognised } from '../../../src/sources/profiles/recognise.ts';
import { headers as shops } from './headers-shopsA.ts';
import { headers as payments } from './headers-shopsB.ts';
import { headers as surveys } from './headers-surveys.ts';
import type { Seen } from './seen.ts';

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
    const mapping = mapColumns(role, 'seen.csv', header, [], file);
    expect(mapping.fields.size).toBeGreaterThan(0);
  },
);

test('there is a header of every profile', () => {
  const shown = new Set(seen.map(({ profile }) => profile));
  expect(all.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

const roles = ['orders', 'customers', 'surveys', 'content', 'spend'] as const satisfies readonly Role[];

const namesOf = ({ name, aliases }: Field): readonly string[] => [name, ...aliases];

const idsOf = (header: readonly string[]): string[] => recognised(all, null, header).map(({ id }) => id);

/** Headers of plain files of a role: a name of each field it needs, and of any others, in any order. */
const plainHeaders = (role: Role): fc.Arbitrary<string[]> => {
  const oneOf = (field: string) =>
    fc.constantFrom(...namesOf(fields[role].find(({ name }) => name === field)!));
  const wanted = needed[role].map((names) => fc.constantFrom(...names).chain(oneOf));
  const others = fc
    .subarray([...fields[role]])
    .chain((chosen) => fc.tuple(...chosen.map(({ name }) => oneOf(name))));
  return fc
    .tuple(fc.tuple(...wanted), others)
    .map(([some, more]) => [...new Set([...some, ...more])])
    .chain((names) => fc.shuffledSubarray(names, { minLength: names.length }));
};

describe.each(roles)('a plain file of %s', (role) => {
  it('with its canonical names is no profile’s', () => {
    expect(idsOf(fields[role].map(({ name }) => name))).toEqual([]);
  });

  it('with every name it may have is no profile’s', () => {
    expect(idsOf(fields[role].flatMap(namesOf))).toEqual([]);
  });

  it('with any of its names is no profile’s', () => {
    fc.assert(
      fc.property(plainHeaders(role), (header) => {
        expect(idsOf(header)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('with all its names and one that an export has as well is no profile’s', () => {
    const plain = fields[role].flatMap(namesOf);
    const telling = new Set(['order total (inc tax)']);
    const strange = all.flatMap(({ recognise }) => recognise.has.flat());
    const taken = strange
      .filter((name) => !telling.has(name.toLowerCase()))
      .filter((name) => idsOf([...plain, name]).length > 0);
    expect(taken).toEqual([]);
  });
});

it('a plain file with some names of an export keeps its columns', () => {
  const files = [
    'order_id,order_date,order_total,billing_email,customer_email,status,refund_amount',
    'Record ID,First Name,Email,customer_id,started_at,ended_at,country',
    'timestamp,email,recommendation,finished,reason',
    'timestamp,customer_id,nps_score',
    'order_number,order_date,total,total_refunded,billing_email',
  ];
  for (const names of files) expect(idsOf(names.split(',')), names).toEqual([]);
});
