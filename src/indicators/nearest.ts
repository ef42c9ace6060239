import type { Texts } from './define.ts';
import { editDistance } from './edit-distance.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

const contains = (whole: string, part: string): boolean =>
  part.length > 2 && `_${whole}_`.includes(`_${part}`);

/**
 * Up to three ids somebody may have meant by a text, the nearest first: those few typing errors away, then those
 * whose id or title, in English or French, has the text in it (`nps`, `attrition`, `panier`).
 */
export const nearestTo = (
  indicators: readonly { readonly id: string; readonly title: Texts }[],
  text: string,
): readonly string[] => {
  const wanted = plain(text);
  const ranked = indicators.flatMap(({ id, title }) => {
    const distance = editDistance(wanted, id);
    if (distance <= Math.max(2, Math.floor(id.length / 5))) return [{ id, rank: distance }];
    if ([id, title.en, title.fr].some((name) => contains(plain(name), wanted)))
      return [{ id, rank: Infinity }];
    return [];
  });
  return ranked
    .sort((left, right) => (left.rank === right.rank ? 0 : left.rank - right.rank))
    .slice(0, 3)
    .map(({ id }) => id);
};
