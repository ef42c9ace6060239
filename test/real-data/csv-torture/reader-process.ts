import { LoyaltyError } from '../../../src/errors.ts';
import { type ReadCells, readCells } from '../../support/reader.ts';

/** What the reader made of a file; anything but a refusal in words is `broken`. */
export type Answer =
  | { readonly kind: 'read'; readonly cells: ReadCells }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly line: number | null;
      readonly column: number | null;
      readonly sentence: string;
    }
  | { readonly kind: 'broken'; readonly what: string };

const answer = async (path: string): Promise<Answer> => {
  try {
    return { kind: 'read', cells: await readCells(path) };
  } catch (error) {
    if (!(error instanceof LoyaltyError)) return { kind: 'broken', what: String(error) };
    const { code, place, message } = error;
    return {
      kind: 'refused',
      code,
      line: place?.line ?? null,
      column: place?.column ?? null,
      sentence: message,
    };
  }
};

process.on('message', async (path: string) => {
  process.send!(await answer(path));
});
