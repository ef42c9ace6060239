import { fault } from '../errors.ts';
import type { Source } from '../sources/inspect.ts';
import { type OrderFindings, settleOrders } from '../warehouse/canonical/orders.ts';
import { settleCustomers } from '../warehouse/canonical/people.ts';
import { assertNetScale, lacksZeros } from '../warehouse/canonical/scale.ts';
import { type Gathered, mapsField } from './gather.ts';
import { matchFindings, type SurveyMatch, shareKeys } from './joins.ts';
import { profileFindings } from './profile-findings.ts';
import { asksForAll, type Finding, type KpiRequest } from './request.ts';
import type { Role } from './schema.ts';

/** What settling the rows found out. */
export interface Settled {
  readonly orders: OrderFindings | null;
  readonly findings: readonly Finding[];
  /** How those who answered were found among those who ordered; null without either. */
  readonly surveys: SurveyMatch | null;
}

/** Refuses amounts with tax beside amounts without, as the profiles of their files say. */
const assertOneAmount = (sources: readonly Source[]): void => {
  const withTax = (wanted: boolean): Source | undefined =>
    sources.find(({ applied }) => applied?.profile.amountIncludes?.tax === wanted);
  const [taxed, untaxed] = [withTax(true), withTax(false)];
  if (taxed !== undefined && untaxed !== undefined)
    throw fault('mixed_amounts', [taxed.file.original.name, untaxed.file.original.name]);
};

/** Turns the raw rows of every role into the canonical relations, and refuses what contradicts itself. */
export const settle = async (gathered: Gathered, request: KpiRequest): Promise<Settled> => {
  const { engine, sources, columns } = gathered;
  const findings: Finding[] = [];
  const names = (role: Role): string =>
    (sources.get(role) ?? []).map(({ file }) => file.original.name).join(', ');
  const say = (code: string, number: number, ...details: string[]): void => {
    if (number > 0) findings.push({ code, details: [...details, String(number)], count: number });
  };
  findings.push(...profileFindings([...sources.values()].flat()));
  assertOneAmount(sources.get('orders') ?? []);
  findings.push(...(await shareKeys(gathered)));
  if (sources.has('customers')) await settleCustomers(engine, names('customers'), columns.get('customers')!);
  if (sources.has('surveys')) {
    const dated = sources.get('surveys')!.every(({ mapping }) => mapping.fields.has('answered_at'));
    if (!dated && !asksForAll(request)) throw fault('undated_surveys', [names('surveys')]);
    if (mapsField(gathered, 'surveys', 'score')) {
      await assertNetScale(engine, sources.get('surveys')!, request.npsScale);
      if (request.npsScale === null && (await lacksZeros(engine)))
        findings.push({ code: 'no_zero_scores', details: [], count: null });
    }
  }
  if (!sources.has('orders')) return { orders: null, findings, surveys: null };
  const orders = await settleOrders(
    engine,
    sources.get('orders')!,
    columns.get('orders')!,
    request.grain,
    request.by !== null && request.by.scope !== 'customer' ? request.by.name : null,
  );
  say('repeated_lines', orders.repeatedLines, names('orders'));
  say('order_ids_carried', orders.carriedIds, names('orders'));
  say('over_refunds', orders.overRefunds);
  say('orders_by_email', orders.emailOrders);
  say('guest_orders', orders.guestOrders);
  say('unlinked_refunds', orders.unlinkedRefunds);
  const matches = await matchFindings(gathered);
  findings.push(...matches.findings);
  return { orders, findings, surveys: matches.surveys };
};
