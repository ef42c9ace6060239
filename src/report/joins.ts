import { type Match, matchesOf } from '../warehouse/canonical/matches.ts';
import { followKeys, idsAreForeign, preferEmails } from '../warehouse/canonical/people.ts';
import { type Gathered, mapsField } from './gather.ts';
import type { Finding } from './request.ts';
import type { Role } from './schema.ts';

/** People who answered, and those of them who ordered. */
export type SurveyMatch = Pick<Match, 'people' | 'matched'>;

const joined = ['customers', 'surveys', 'content'] as const;

const namesOf = ({ sources }: Gathered, role: Role): string =>
  (sources.get(role) ?? []).map(({ file }) => file.original.name).join(', ');

/** The files of a role that name people by id and e-mail both, and by e-mail find more customers of the orders. */
const matchingByEmail = async (
  gathered: Gathered,
  role: (typeof joined)[number],
  pairs: readonly string[],
): Promise<number[]> => {
  if (!pairs.includes('raw_orders')) return [];
  const found: number[] = [];
  for (const [index, { mapping }] of (gathered.sources.get(role) ?? []).entries())
    if (
      mapping.fields.has('customer_id') &&
      mapping.fields.has('email') &&
      (await idsAreForeign(gathered.engine, `raw_${role}`, index))
    )
      found.push(index);
  return found;
};

/**
 * Brings all files to one key of people: the ids of the orders, or their e-mails where they have no ids. A file whose
 * ids are another system's is joined by its e-mails, where these find more customers. Tells what it so decided.
 */
export const shareKeys = async (gathered: Gathered): Promise<Finding[]> => {
  const { engine, sources, columns } = gathered;
  const findings: Finding[] = [];
  const kind = !sources.has('orders') || mapsField(gathered, 'orders', 'customer_id') ? 'id' : 'email';
  const both = (['customers', 'orders'] as const).filter(
    (role) =>
      sources.has(role) && mapsField(gathered, role, 'customer_id') && mapsField(gathered, role, 'email'),
  );
  const pairs = both.filter((role) => columns.get(role)!.includes('email')).map((role) => `raw_${role}`);
  const foreignIds = kind === 'id' ? await matchingByEmail(gathered, 'customers', pairs) : [];
  const trusted = foreignIds.length > 0 ? pairs.filter((pair) => pair !== 'raw_customers') : pairs;
  for (const role of ['surveys', 'content', 'customers'] as const) {
    if (!sources.has(role)) continue;
    if (kind === 'email' && role !== 'customers') await preferEmails(engine, `raw_${role}`);
    const byEmail =
      role === 'customers' ? foreignIds : kind === 'id' ? await matchingByEmail(gathered, role, trusted) : [];
    if (byEmail.length > 0) {
      await preferEmails(engine, `raw_${role}`, byEmail);
      findings.push({ code: 'joined_by_email', details: [namesOf(gathered, role)], count: null });
    }
    const files = sources
      .get(role)!
      .flatMap(({ mapping }, index) =>
        kind === 'id' && mapping.fields.has('customer_id') && !byEmail.includes(index) ? [] : [index],
      );
    await followKeys(engine, `raw_${role}`, files, kind, trusted);
  }
  return findings;
};

/** How the people of each file beside the orders were found among those who ordered, once the orders are settled. */
export const matchFindings = async (
  gathered: Gathered,
): Promise<{ readonly findings: Finding[]; readonly surveys: SurveyMatch | null }> => {
  const { engine, sources } = gathered;
  const findings: Finding[] = [];
  const naming = joined.filter((role) =>
    sources
      .get(role)
      ?.some(({ mapping }) => mapping.fields.has('customer_id') || mapping.fields.has('email')),
  );
  const tables = naming.map((role) => `raw_${role}` as const);
  const matches = await matchesOf(engine, tables, sources.has('customers'));
  for (const role of naming) {
    const match = matches.get(`raw_${role}`)!;
    const people = [namesOf(gathered, role), match.matched, match.people, match.shoppers].map(String);
    findings.push({ code: 'people_matched', details: people, count: match.matched });
    if (role !== 'customers' && match.unknownRows > 0)
      findings.push({
        code: 'unknown_people',
        details: [namesOf(gathered, role), String(match.unknownRows)],
        count: match.unknownRows,
      });
  }
  return { findings, surveys: matches.get('raw_surveys') ?? null };
};
