import type { LoyaltyError } from '../errors.ts';
import { findDataDefinition } from '../indicators/data/index.ts';
import type { Indicator } from '../indicators/define.ts';
import { findIndicator } from '../indicators/index.ts';
import { compile, type DeclaredIndicator } from '../indicators/own/compile.ts';
import { Misread } from '../indicators/own/misread.ts';
import { type ConfigIssue, nearestName } from './issue.ts';

const whatOf = ({ message, unknown }: Misread): string => {
  if (unknown === null) return message;
  const nearest = nearestName(unknown.text, unknown.known);
  return nearest === null
    ? `${message}; its columns are ${unknown.known.join(', ')}`
    : `${message} (did you mean ${nearest}?)`;
};

const idIssue = (declared: readonly DeclaredIndicator[], index: number): string | null => {
  const { id } = declared[index]!;
  if (findIndicator(id) !== undefined || findDataDefinition(id) !== undefined)
    return 'is taken by a figure of loyalty';
  return declared.slice(0, index).some((other) => other.id === id) ? 'is there twice' : null;
};

/** Makes the indicators that a configuration declares; what is wrong with one is refused at the key where it stands. */
export const ownIndicators = (
  declared: readonly DeclaredIndicator[],
  refusal: (issue: ConfigIssue) => LoyaltyError,
): readonly Indicator[] =>
  declared.map((one, index) => {
    const taken = idIssue(declared, index);
    if (taken !== null) throw refusal({ path: ['define', index, 'id'], what: taken });
    try {
      return compile(one);
    } catch (error) {
      if (!(error instanceof Misread)) throw error;
      throw refusal({ path: ['define', index, error.key], what: whatOf(error) });
    }
  });
