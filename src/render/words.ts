import type { Language } from './options.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** The words a report is written with beside titles and messages, in one language. */
export type Words = typeof en;

/** The words of a language. */
export const wordsOf = (lang: Language): Words => (lang === 'fr' ? fr : en);

/** The exports and fields a figure needs, in words: `the orders with amount; --customers with referred_by`. */
export const needsText = (needs: readonly string[], words: Words): string => {
  const fields = new Map<string, string[]>();
  for (const need of needs) {
    const [role = '', field] = need.split('.');
    fields.set(role, [
      ...(fields.get(role) ?? []),
      ...(field === undefined ? [] : [need === 'orders.customer_id' ? words.customerKey : field]),
    ]);
  }
  return [...fields]
    .map(([role, named]) => {
      const name = words.exports[role as keyof Words['exports']] ?? role;
      return named.length === 0 ? name : words.withField(name, named.join(' + '));
    })
    .join(words.semicolon);
};
