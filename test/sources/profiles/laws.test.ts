import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { messageText } from '../../../src/render/messages.ts';
import { fields } from '../../../src/sources/fields.ts';
import { mapColumns } from '../../../src/sources/mapping.ts';
import { type AppliedProfile, applyProfile, columnsOfField } from '../../../src/sources/profiles/apply.ts';
import { profiles } from '../../../src/sources/profiles/index.ts';
import { type Profile, profileSchema } from '../../../src/sources/profiles/profile.ts';

const all = profiles();
const orders = all.filter(({ role }) => role === 'orders');
const named = (of: readonly Profile[]) => of.map((profile) => [profile.id, profile] as const);

const has = (profile: Profile, field: string): boolean => profile.fields[field] !== undefined;
const isKeyless = (profile: Profile): boolean => !has(profile, 'customer_id') && !has(profile, 'email');
const warns = (profile: Profile, code: Profile['warnings'][number]): boolean =>
  profile.warnings.includes(code);

const wordsOfRefunds = (profile: Profile): readonly string[] => profile.statuses?.refunded ?? [];

/** A profile found in a file with a column for each of its fields, or for each but one. */
const applied = (profile: Profile, lacking?: string): AppliedProfile => {
  const header = Object.keys(profile.fields)
    .filter((field) => field !== lacking)
    .flatMap((field) => columnsOfField(profile, field)?.[0] ?? []);
  const { fields } = mapColumns(profile.role, 'an-export.csv', header, [], {
    profile,
    titles: [],
    sample: [],
  });
  return applyProfile(profile, header, fields, new Set());
};

const without = <Values extends object>(values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)) as Values;

const aboutRefunds = ({ warnings }: AppliedProfile): string[] =>
  warnings.filter((code) => code.includes('refunds')).toSorted();

const folder = new URL('../../../src/sources/profiles/', import.meta.url);

const declaredIn = async (file: string): Promise<unknown[]> =>
  Object.values((await import(new URL(file, folder).href)) as object).filter(
    (value) => typeof value === 'object' && value !== null && 'recognise' in value,
  );

test('every profile of the folder is in the register, under the name of its file', async () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const declared = await Promise.all(
    files.map(async (file) => ({ file, profiles: (await declaredIn(file)) as Profile[] })),
  );
  const ids = declared.flatMap(({ file, profiles }) =>
    profiles.map(({ id }) => {
      expect(`${id}.ts`).toBe(file);
      return id;
    }),
  );
  expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});

test('no two profiles have one id or one title', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
});

describe.each(named(all))('%s', (_, profile) => {
  it('is what its own form gives again', () => {
    expect(profileSchema.parse(profile)).toEqual(profile);
  });

  it('maps fields of its role alone', () => {
    const known = fields[profile.role].map(({ name }) => name);
    expect(Object.keys(profile.fields).filter((field) => !known.includes(field))).toEqual([]);
  });

  it('calls no status both counted and not, and nothing refunded that does not count', () => {
    const { count = [], ignore = [], refunded = [] } = profile.statuses ?? {};
    expect(count.filter((word) => ignore.includes(word))).toEqual([]);
    expect(refunded.filter((word) => !count.includes(word))).toEqual([]);
    for (const words of [count, ignore, refunded]) expect(new Set(words).size).toBe(words.length);
  });

  it('knows statuses where it has a column for them, and nowhere else', () => {
    expect(profile.statuses !== undefined).toBe(has(profile, 'status'));
  });

  it('is not recognised by a name that speaks against it', () => {
    const { has, lacks = [] } = profile.recognise;
    expect(lacks.filter((name) => has.flat().includes(name))).toEqual([]);
  });

  it.each(profile.warnings)('has a sentence for %s in both languages', (code) => {
    const [en, fr] = (['en', 'fr'] as const).map((lang) => messageText(code, ['an-export.csv'], lang));
    for (const text of [en, fr]) expect(text).toContain('an-export.csv');
    expect(en).not.toBe(fr);
  });
});

describe.each(named(orders))('refunds of %s', (_, profile) => {
  it('are told in one way, never in two', () => {
    expect(has(profile, 'refunded')).toBe(profile.refunds === 'column');
    if (profile.refunds !== 'column')
      expect(wordsOfRefunds(profile).length > 0).toBe(profile.refunds === 'status');
    if (has(profile, 'refund_of')) expect(profile.refunds).toBe('rows');
  });

  it('are warned of as far as the export does not tell them', () => {
    const { refunds } = profile;
    expect(warns(profile, 'refunds_unknown')).toBe(refunds === 'none');
    expect(warns(profile, 'refunds_by_status')).toBe(refunds === 'status');
    expect(warns(profile, 'partial_refunds_unknown')).toBe(refunds === 'status');
    if (refunds === 'column') expect(warns(profile, 'refunds_undated')).toBe(true);
    if (refunds === 'rows') expect(warns(profile, 'refunds_undated')).toBe(false);
  });

  it('are asked of the status only where it is the one to tell them', () => {
    expect(applied(profile).refundsByStatus).toBe(profile.refunds === 'status');
    expect(aboutRefunds(applied(profile))).toEqual(
      profile.warnings.filter((code) => code.includes('refunds')).toSorted(),
    );
  });
});

describe.each(named(orders.filter(({ refunds }) => refunds === 'column')))(
  'a file of %s without its column of refunds',
  (_, profile) => {
    const file = applied(profile, 'refunded');

    it('tells those of whole orders by the status where it has words for them, and nothing else of them', () => {
      const told = wordsOfRefunds(profile).length > 0;
      expect(file.refundsByStatus).toBe(told);
      expect(aboutRefunds(file)).toEqual(
        told ? ['partial_refunds_unknown', 'refunds_by_status', 'refunds_undated'] : ['refunds_unknown'],
      );
    });

    it('tells nothing of them without a column of statuses', () => {
      const bare = applied({ ...profile, fields: without(profile.fields, 'status') }, 'refunded');
      expect(bare.refundsByStatus).toBe(false);
      expect(aboutRefunds(bare)).toEqual(['refunds_unknown']);
    });
  },
);

describe.each(named(orders))('customers and amounts of %s', (_, profile) => {
  it('maps no key where it warns that customers are names, and no name as a key', () => {
    if (warns(profile, 'identity_by_name')) expect(isKeyless(profile)).toBe(true);
    const keys = ['customer_id', 'email'].flatMap((field) => columnsOfField(profile, field) ?? []);
    expect(keys.filter((column) => /name|nom\b/i.test(column))).toEqual([]);
  });

  it('says whether tax and shipping are in its amounts, and warns where tax is not', () => {
    expect(profile.amountIncludes).toBeDefined();
    expect(warns(profile, 'amount_without_tax')).toBe(profile.amountIncludes?.tax === false);
  });
});

test('a profile without a key warns of names, unless its export has not even names', () => {
  const silent = orders.filter((profile) => isKeyless(profile) && !warns(profile, 'identity_by_name'));
  expect(silent.map(({ id }) => id)).toEqual(['stripe-balance']);
});

test('every warning a profile may give is given by one, or found in a file that lacks a column', () => {
  const ofFiles = ['statuses_unknown'];
  const codes = profileSchema.shape.warnings
    .unwrap()
    .element.options.filter((code) => !ofFiles.includes(code));
  expect(codes.filter((code) => !all.some((profile) => warns(profile, code)))).toEqual([]);
});

test('every profile has the defaults that the schema gives', () => {
  for (const profile of all) expect(profile).toEqual(profileSchema.parse(profile));
});
