import type { Role } from '../../report/schema.ts';
import { reasons } from '../messages/reasons.ts';
import { noteText } from '../messages.ts';
import { formatDecimal } from '../numbers.ts';
import type { Language } from '../options.ts';
import { needsText, wordsOf } from '../words.ts';

const roleText = (role: string, lang: Language): string => {
  const { roles } = wordsOf(lang);
  return Object.hasOwn(roles, role) ? roles[role as Role] : role;
};

const written = (reason: string, detail: string, place: number, lang: Language): string => {
  if (reason === 'undefined') return noteText(detail, lang);
  if (reason === 'no_rows') return roleText(detail, lang);
  return reasons[reason]!.numbers?.includes(place) && /^\d+$/.test(detail)
    ? formatDecimal(detail, lang)
    : detail;
};

/** Why a check could not be evaluated, or not be told; a code without a sentence is said as it is. */
export const reasonText = (reason: string, details: readonly string[], lang: Language): string => {
  if (!Object.hasOwn(reasons, reason)) return [reason, ...details].join(' ');
  const given = details.filter((detail) => detail !== '');
  const said =
    reason === 'unavailable' && given.length > 0
      ? [needsText(given, wordsOf(lang))]
      : given.map((detail, place) => written(reason, detail, place, lang));
  return reasons[reason]![lang](...said);
};
