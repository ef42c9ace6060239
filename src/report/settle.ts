import { fault } from '../errors.ts';
import { type OrderFindings, settleOrders } from '../warehouse/canonical/orders.ts';
import { followKeys, preferEmails, settleCustomers } from '../warehouse/canonical/people.ts';
import { assertNetScale, lacksZeros } from '../warehouse/canonical/scale.ts';
import { rawColumns } from '../warehouse/load/statement.ts';
import { type Gathered, mapsField } from './gather.ts';
import { asksForAll, type Finding, type KpiRequest } from './request.ts';
import type { Role } from './schema.ts';

/** What settling the rows found out. */
export interface Settled {
  readonly orders: OrderFindings | null;
  readonly findings: readonly Finding[];
}

const shareKeys = async (gathered: Gathered): Promise<void> => {
  const { engine, sources } = gathered;
  const kind = !sources.has('orders') || mapsField(gathered, 'orders', 'customer_id') ? 'id' : 'email';
  const both = (['customers', 'orders'] as const).filter(
    (role) =>
      sources.has(role) && mapsField(gathered, role, 'customer_id') && mapsField(gathered, role, 'email'),
  );
  const pairs: string[] = [];
  for (const role of both) if ((await rawColumns(engine, role)).includes('email')) pairs.push(`raw_${role}`);
  for (const role of ['surveys', 'content', 'customers'] as const) {
    if (kind === 'email' && role !== 'customers' && sources.has(role))
      await preferEmails(engine, `raw_${role}`);
    const files = (sources.get(role) ?? []).flatMap(({ mapping }, index) =>
      kind === 'id' && mapping.fields.has('customer_id') ? [] : [index],
    );
    await followKeys(engine, `raw_${role}`, files, kind, pairs);
  }
};

/** Turns the raw rows of every role into the canonical relations, and refuses what contradicts itself. */
export const settle = async (gathered: Gathered, request: KpiRequest): Promise<Settled> => {
  const { engine, sources } = gathered;
  const findings: Finding[] = [];
  const names = (role: Role): string =>
    (sources.get(role) ?? []).map(({ file }) => file.original.name).join(', ');
  const say = (code: string, number: number, ...details: string[]): void => {
    if (number > 0) findings.push({ code, details: [...details, String(number)], count: number });
  };
  await shareKeys(gathered);
  if (sources.has('customers'))
    await settleCustomers(engine, names('customers'), await rawColumns(engine, 'customers'));
  if (sources.has('surveys')) {
    const dated = sources.get('surveys')!.every(({ mapping }) => mapping.fields.has('answered_at'));
    if (!dated && !asksForAll(request)) throw fault('undated_surveys', [names('surveys')]);
    if (mapsField(gathered, 'surveys', 'score')) {
      await assertNetScale(engine, sources.get('surveys')!, request.npsScale);
      if (request.npsScale === null && (await lacksZeros(engine)))
        findings.push({ code: 'no_zero_scores', details: [], count: null });
    }
  }
  if (!sources.has('orders')) return { orders: null, findings };
  const orders = await settleOrders(
    engine,
    sources.get('orders')!,
    request.grain,
    request.by !== null && request.by.scope !== 'customer',
  );
  say('repeated_lines', orders.repeatedLines, names('orders'));
  say('over_refunds', orders.overRefunds);
  say('guest_orders', orders.guestOrders);
  say('unlinked_refunds', orders.unlinkedRefunds);
  return { orders, findings };
};
