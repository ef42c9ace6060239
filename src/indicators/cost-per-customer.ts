import type { Derived, Operand } from './define.ts';
import { product } from './exact.ts';

/** Money ÷ customers, noted `no_spend` where no money at all is dated in the period: the file may have a gap there. */
export const costPerCustomer = ([spend, customers]: readonly Operand[]): Derived => ({
  numerator: spend!.numerator,
  denominator: customers!.numerator,
  notes: spend!.numerator.units === 0n ? ['no_spend'] : [],
});

/** The quotient of two quotients. */
export const ratio = ([over, under]: readonly Operand[]): Derived => ({
  numerator: product(over!.numerator, under!.denominator),
  denominator: product(over!.denominator, under!.numerator),
});
