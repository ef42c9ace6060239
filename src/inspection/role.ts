import { LoyaltyError } from '../errors.ts';
import type { Role } from '../report/schema.ts';
import { columnsOf } from '../sources/expression.ts';
import { comparableName, fields, needed } from '../sources/fields.ts';
import { type Columns, type Declared, type Header, readHeader } from '../sources/inspect.ts';
import { type Mapping, mapColumns } from '../sources/mapping.ts';
import type { PreparedFile } from '../sources/prepare.ts';
import { recognition } from '../sources/profiles/recognise.ts';
import type { InspectedFile } from './schema.ts';

/** The role of a file, and by what it is known. */
export interface KnownRole {
  readonly role: Role;
  readonly roleBy: InspectedFile['roleBy'];
}

/** What a refusal makes impossible is null; anything else that is thrown goes on. */
export const attempt = <Found>(work: () => Found): Found | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof LoyaltyError) return null;
    throw error;
  }
};

/** The roles as a header is held against them; of two that fit as well the first is the file's. */
const order = ['orders', 'content', 'spend', 'surveys', 'customers'] as const satisfies readonly Role[];

interface Reading {
  readonly role: Role;
  readonly header: Header;
}

const byProfile = (readings: readonly Reading[]): KnownRole | null => {
  const [best] = readings
    .flatMap(({ role, header: { profile, header } }) =>
      profile === null ? [] : [{ role, profile, lists: recognition(profile, header) }],
    )
    .filter(({ lists }) => lists > 0)
    .toSorted((one, other) => other.lists - one.lists);
  return best === undefined
    ? null
    : { role: best.role, roleBy: { kind: 'profile', details: [best.profile.id] } };
};

const neededColumns = (role: Role, { header, fields: mapped }: Mapping): string[] =>
  needed[role].flatMap((alternatives) => {
    const expression = alternatives.map((name) => mapped.get(name)).find((found) => found !== undefined);
    return expression === undefined ? [] : columnsOf(expression).map((index) => header[index]!);
  });

const keys = new Set(['customer_id', 'email']);

/** The columns that bear a name of one of the role's own fields; what names the customer stands in files of every role. */
const namesakes = (role: Role, header: readonly string[]): string[] => {
  const own = fields[role].filter(({ name }) => !keys.has(name));
  const known = new Set(own.flatMap(({ name, aliases }) => [name, ...aliases].map(comparableName)));
  return header.filter((name) => known.has(comparableName(name)));
};

interface Candidate {
  readonly role: Role;
  /** Null where something that is needed is missing. */
  readonly mapping: Mapping | null;
  readonly named: readonly string[];
  readonly likeness: number;
}

const candidateOf = ({ role, header: { header } }: Reading, file: string, declared: Declared): Candidate => {
  const rules = declared.rules.filter((rule) => rule.role === role);
  const named = namesakes(role, header);
  return {
    role,
    mapping: attempt(() => mapColumns(role, file, header, rules)),
    named,
    likeness: named.length + rules.length,
  };
};

const customerNames = new Set(
  fields.orders
    .filter(({ name }) => name === 'order_id' || keys.has(name))
    .flatMap(({ name, aliases }) => [name, ...aliases].map(comparableName)),
);

/** Spend looks like orders, but tells neither order nor customer. */
const mayBeSpend = (header: readonly string[]): boolean =>
  !header.some((name) => customerNames.has(comparableName(name)));

const byColumns = (readings: readonly Reading[], file: string, declared: Declared): KnownRole | null => {
  const candidates = readings
    .filter(({ role, header: { header } }) => role !== 'spend' || mayBeSpend(header))
    .map((reading) => candidateOf(reading, file, declared))
    .filter(({ mapping, likeness }) => mapping !== null || likeness > 1)
    .toSorted(
      (one, other) =>
        other.likeness - one.likeness || Number(one.mapping === null) - Number(other.mapping === null),
    );
  const [first] = candidates;
  if (first === undefined) return null;
  const spend = candidates.find(({ role, mapping }) => role === 'spend' && mapping !== null);
  const { role, mapping, named } = first.role === 'orders' ? (spend ?? first) : first;
  return {
    role,
    roleBy: { kind: 'columns', details: mapping === null ? [...named] : neededColumns(role, mapping) },
  };
};

/**
 * Tells the role of a file by its header: by the profile of any role that knows it best, else the role of which it names
 * most fields, orders first. What none knows is taken for orders, as `kpi` takes it.
 */
export const roleOf = (prepared: PreparedFile, columns: Columns | null, declared: Declared): KnownRole => {
  const readings = order.flatMap((role) => {
    const header = attempt(() => readHeader(role, prepared, columns, declared));
    return header === null ? [] : [{ role, header }];
  });
  return (
    byProfile(readings) ??
    byColumns(readings, prepared.original.name, declared) ?? {
      role: 'orders',
      roleBy: { kind: 'assumed', details: [] },
    }
  );
};
