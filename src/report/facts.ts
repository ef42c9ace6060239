import type { FactGrain } from '../indicators/define.ts';
import { makeAnswerFacts, makeDepartureFacts, makeSpendFacts, scales } from '../warehouse/facts/answer.ts';
import { makeCustomerFacts, makeMemberFacts } from '../warehouse/facts/customer.ts';
import { makeOrderFacts } from '../warehouse/facts/order.ts';
import { makeShoppers } from '../warehouse/facts/shoppers.ts';
import type { FactPeriod } from '../warehouse/facts/windows.ts';
import { type Gathered, mapsField } from './gather.ts';
import { asksForAll, type KpiRequest } from './request.ts';

/** Makes the facts of every grain the given files allow, and says which those are. */
export const makeFacts = async (
  gathered: Gathered,
  request: KpiRequest,
  periods: readonly FactPeriod[],
): Promise<ReadonlySet<FactGrain>> => {
  const { engine, sources } = gathered;
  const { base, by } = request;
  const grains = new Set<FactGrain>();
  const hasOrders = sources.has('orders');
  const cells = await makeShoppers(engine, periods, by);
  if (hasOrders || base.kind === 'contract' || sources.has('customers')) {
    const described = {
      customers: sources.has('customers'),
      enrolmentDated: mapsField(gathered, 'customers', 'enrolled_at'),
      content: sources.has('content'),
      categories: hasOrders && mapsField(gathered, 'orders', 'category'),
      loyalOrders: request.loyalOrders,
      contentMinimum: request.contentMinimum,
    };
    await makeCustomerFacts(engine, periods, base, cells, described, by);
    grains.add('customer');
    if (sources.has('customers')) {
      await makeMemberFacts(engine, periods, by);
      grains.add('member');
    }
  }
  if (hasOrders) {
    await makeOrderFacts(engine, periods, by, cells.orders);
    for (const grain of ['order', 'gap', 'refund', 'past'] as const) grains.add(grain);
  }
  if (sources.has('surveys')) {
    await makeAnswerFacts(
      engine,
      periods,
      by,
      request.answers,
      new Set(scales.filter((scale) => mapsField(gathered, 'surveys', scale))),
      asksForAll(request),
    );
    grains.add('answer');
  }
  const leavers = mapsField(gathered, 'customers', 'end_reason');
  if (leavers || mapsField(gathered, 'surveys', 'reason')) {
    await makeDepartureFacts(engine, periods, leavers ? 'customers' : 'surveys');
    grains.add('departure');
  }
  if (sources.has('spend')) {
    await makeSpendFacts(engine, periods);
    grains.add('spend');
  }
  return grains;
};
