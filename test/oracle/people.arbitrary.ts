import fc from 'fast-check';
import { dayText } from './day.ts';
import { tradingDay } from './days.arbitrary.ts';
import type { CustomerRow } from './shop.ts';

/** Someone of a random shop: how the exports spell them, and their rows in the customers export. */
export interface Person {
  /** Spellings of one and the same key. */
  readonly spellings: readonly { readonly customer_id: string; readonly email: string }[];
  readonly rows: readonly CustomerRow[];
}

type Kind = 'id' | 'email' | 'shared text';

const kind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Kind>('id') },
  { weight: 3, arbitrary: fc.constant<Kind>('email') },
  { weight: 1, arbitrary: fc.constant<Kind>('shared text') },
);

const address = (number: number): string =>
  number % 3 === 0 ? `josé${number}@shop.example` : `buyer${number}@shop.example`;

const spellingsOf = (kindOf: Kind, number: number): Person['spellings'] => {
  const mail = address(number);
  if (kindOf === 'id') {
    const id = `c${number}`;
    return [
      { customer_id: id, email: '' },
      { customer_id: ` ${id} `, email: mail },
      { customer_id: id, email: address(number + 1) },
    ];
  }
  if (kindOf === 'shared text') return [{ customer_id: address(number - 1), email: '' }];
  return [
    { customer_id: '', email: mail },
    { customer_id: '', email: ` ${mail.toUpperCase()}` },
    { customer_id: ' ', email: mail.normalize('NFD') },
  ];
};

const contractDays = fc
  .uniqueArray(tradingDay, { maxLength: 5, size: 'max' })
  .map((days) => days.toSorted((a, b) => a - b).map(dayText));

const details = fc.record({
  kind,
  listed: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
  country: fc.constantFrom('FR', 'BE', 'DE', ''),
  contractDays,
  end_reason: fc.constantFrom('', 'price', 'moved away', 'service'),
  enrolled_at: fc.option(tradingDay.map(dayText), { nil: '' }),
  points_earned: fc.constantFrom('', '0', '100', '250'),
  points_redeemed: fc.constantFrom('', '0', '40', '100'),
  referred_by: fc.constantFrom('', '', 'c1', ' '),
});

const contractsOf = (days: readonly string[], reason: string) => {
  if (days.length === 0) return [{ started_at: '', ended_at: '', end_reason: '' }];
  const contracts: { started_at: string; ended_at: string; end_reason: string }[] = [];
  for (let at = 0; at < days.length; at += 2) {
    const ended_at = days[at + 1] ?? '';
    contracts.push({ started_at: days[at]!, ended_at, end_reason: ended_at === '' ? '' : reason });
  }
  return contracts;
};

/** 1 to 15 people: with an id, with an e-mail alone, or with an id that reads like the e-mail of another. */
export const people: fc.Arbitrary<readonly Person[]> = fc
  .array(details, { minLength: 1, maxLength: 15, size: 'max' })
  .map((drawn) =>
    drawn.map(({ kind: kindOf, listed, contractDays: days, end_reason, ...attributes }, at): Person => {
      const spellings = spellingsOf(kindOf, at + 1);
      const contracts = listed ? contractsOf(days, end_reason) : [];
      return {
        spellings,
        rows: contracts.map((contract) => ({ ...spellings[0]!, ...attributes, ...contract })),
      };
    }),
  );

/** Rows of a customers export: the contracts of everyone listed, and now and then exact copies of some. */
export const customerRows = (everyone: readonly Person[]): fc.Arbitrary<CustomerRow[]> => {
  const rows = everyone.flatMap((person) => person.rows);
  return fc
    .array(fc.nat(99), { maxLength: 2, size: 'max' })
    .map((copies) => (rows.length === 0 ? [] : [...rows, ...copies.map((at) => rows[at % rows.length]!)]));
};
