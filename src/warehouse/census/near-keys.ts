import type { Role } from '../../report/schema.ts';
import type { Engine } from '../engine.ts';
import { literal } from '../sql.ts';

/** Blanks, also those within a key, and signs that take no room: joiners, marks of direction, soft hyphens. */
const unseen =
  '[\\s\\p{Z}\\x{ad}\\x{34f}\\x{61c}\\x{180e}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2064}\\x{feff}]+';

/**
 * Counts the customer keys of the accepted rows that repeat another but for case, accents, blanks and signs that are not
 * seen. They stay customers of their own; nothing is merged.
 */
export const countNearKeys = async (
  engine: Engine,
  roles: readonly Exclude<Role, 'spend'>[],
): Promise<number> => {
  if (roles.length === 0) return 0;
  const keys = roles.map(
    (role) => `SELECT customer FROM raw_${role} WHERE fate = 0 AND customer IS NOT NULL`,
  );
  const seen = `lower(strip_accents(nfc_normalize(regexp_replace(customer, ${literal(unseen)}, '', 'g'))))`;
  const [row] = await engine.rows(
    `SELECT count(*) - count(DISTINCT ${seen}) AS near FROM (SELECT DISTINCT customer FROM (${keys.join(' UNION ALL ')}))`,
  );
  return Number(row!.near);
};
