import { LoyaltyError } from '../../src/errors.ts';

/** The fault some work ends with; throws where it ends with none. */
export const faultOf = (work: () => unknown): LoyaltyError => {
  try {
    work();
  } catch (error) {
    if (error instanceof LoyaltyError) return error;
    throw error;
  }
  throw new Error('taken without a word');
};

/** The code of that fault. */
export const codeOf = (work: () => unknown): string => faultOf(work).code;
