import type { FactGrain } from '../indicators/define.ts';
import type { OrderFindings } from '../warehouse/canonical/orders.ts';
import { answerFacts, departureFacts, scales, spendFacts } from '../warehouse/facts/answer.ts';
import { customerFacts, memberFacts } from '../warehouse/facts/customer.ts';
import { orderFacts } from '../warehouse/facts/order.ts';
import type { FactRows } from '../warehouse/facts/rows.ts';
import { makeShoppers } from '../warehouse/facts/shoppers.ts';
import type { FactPeriod } from '../warehouse/facts/windows.ts';
import { type Gathered, mapsField } from './gather.ts';
import { asksForAll, type KpiRequest } from './request.ts';

/** The facts of every grain that the given files allow. */
export type Facts = ReadonlyMap<FactGrain, FactRows>;

/** Makes what the facts of the periods are read from, and tells how they are read; `orders` is null where none are given. */
export const makeFacts = async (
  gathered: Gathered,
  request: KpiRequest,
  periods: readonly FactPeriod[],
  orders: OrderFindings | null,
): Promise<Facts> => {
  const { engine, sources } = gathered;
  const { base, by } = request;
  const facts = new Map<FactGrain, FactRows>();
  const cells = await makeShoppers(engine, periods, by);
  if (orders !== null || base.kind === 'contract' || sources.has('customers')) {
    const described = {
      customers: sources.has('customers'),
      enrolmentDated: mapsField(gathered, 'customers', 'enrolled_at'),
      content: sources.has('content'),
      categories: orders !== null && mapsField(gathered, 'orders', 'category'),
      loyalOrders: request.loyalOrders,
      contentMinimum: request.contentMinimum,
    };
    facts.set('customer', customerFacts(periods, base, cells, described, by));
    if (sources.has('customers')) facts.set('member', memberFacts(periods, by));
  }
  if (orders !== null) {
    const told = await orderFacts(engine, periods, by, cells.orders, orders.guestOrders > 0);
    for (const grain of ['order', 'gap', 'refund', 'past'] as const) facts.set(grain, told[grain]);
  }
  if (sources.has('surveys')) {
    const asked = new Set(scales.filter((scale) => mapsField(gathered, 'surveys', scale)));
    facts.set('answer', answerFacts(periods, by, request.answers, asked, asksForAll(request)));
  }
  const leavers = mapsField(gathered, 'customers', 'end_reason');
  if (leavers || mapsField(gathered, 'surveys', 'reason'))
    facts.set('departure', departureFacts(periods, leavers ? 'customers' : 'surveys'));
  if (sources.has('spend')) facts.set('spend', spendFacts(periods));
  return facts;
};
