import { acquisitionCost } from './acquisition-cost.ts';
import { acquisitionSpend } from './acquisition-spend.ts';
import { acquisitionToRetentionCost } from './acquisition-to-retention-cost.ts';
import { activeCustomers } from './active-customers.ts';
import { averageOrderValue } from './average-order-value.ts';
import { categoriesPerCustomer } from './categories-per-customer.ts';
import { churnRate } from './churn-rate.ts';
import { churnReasons } from './churn-reasons.ts';
import { clvToAcquisitionCost } from './clv-to-acquisition-cost.ts';
import { contentConsumptionRate } from './content-consumption-rate.ts';
import { customerLifetimeValue } from './customer-lifetime-value.ts';
import { customersAtEnd } from './customers-at-end.ts';
import { customersAtStart } from './customers-at-start.ts';
import { dataDefinitions } from './data/index.ts';
import { daysBetweenOrders } from './days-between-orders.ts';
import { daysBetweenOrdersMean } from './days-between-orders-mean.ts';
import type { Indicator } from './define.ts';
import { effortScore } from './effort-score.ts';
import { guestOrders } from './guest-orders.ts';
import { historicValue } from './historic-value.ts';
import { historicValueMedian } from './historic-value-median.ts';
import { identifiedOrders } from './identified-orders.ts';
import { identifiedRevenue } from './identified-revenue.ts';
import { itemsPerOrder } from './items-per-order.ts';
import { lifetimeOrderValue } from './lifetime-order-value.ts';
import { lifetimeOrdersPerYear } from './lifetime-orders-per-year.ts';
import { lifetimeSpan } from './lifetime-span.ts';
import { lostCustomers } from './lost-customers.ts';
import { nearestTo } from './nearest.ts';
import { netPromoterScore } from './net-promoter-score.ts';
import { newCustomers } from './new-customers.ts';
import { orders } from './orders.ts';
import { pointsRedemptionRate } from './points-redemption-rate.ts';
import { programmeParticipationRate } from './programme-participation-rate.ts';
import { purchaseFrequency } from './purchase-frequency.ts';
import { reactivatedCustomers } from './reactivated-customers.ts';
import { referralShare } from './referral-share.ts';
import { refunds } from './refunds.ts';
import { repeatCustomerRate } from './repeat-customer-rate.ts';
import { repurchaseRate } from './repurchase-rate.ts';
import { repurchaseWithinDays } from './repurchase-within-days.ts';
import { responseRate } from './response-rate.ts';
import { retainedCustomers } from './retained-customers.ts';
import { retentionCost } from './retention-cost.ts';
import { retentionRate } from './retention-rate.ts';
import { retentionSpend } from './retention-spend.ts';
import { returningCustomerShare } from './returning-customer-share.ts';
import { revenue } from './revenue.ts';
import { revenuePerCustomer } from './revenue-per-customer.ts';
import { satisfactionMean } from './satisfaction-mean.ts';
import { satisfactionRate } from './satisfaction-rate.ts';
import { scoreShares } from './score-shares.ts';
import { unlinkedRefunds } from './unlinked-refunds.ts';

/** Every figure, in the order of its group and of print; whatever another is derived from stands before it. */
export const indicators: readonly Indicator[] = Object.freeze([
  customersAtStart,
  retainedCustomers,
  lostCustomers,
  reactivatedCustomers,
  newCustomers,
  customersAtEnd,
  retentionRate,
  churnRate,
  returningCustomerShare,
  churnReasons,

  repeatCustomerRate,
  repurchaseRate,
  ...repurchaseWithinDays,
  purchaseFrequency,
  daysBetweenOrders,
  daysBetweenOrdersMean,

  orders,
  revenue,
  activeCustomers,
  identifiedOrders,
  identifiedRevenue,
  guestOrders,
  refunds,
  unlinkedRefunds,
  averageOrderValue,
  revenuePerCustomer,
  itemsPerOrder,
  categoriesPerCustomer,
  lifetimeOrderValue,
  lifetimeOrdersPerYear,
  lifetimeSpan,
  customerLifetimeValue,
  historicValue,
  historicValueMedian,

  acquisitionSpend,
  retentionSpend,
  acquisitionCost,
  retentionCost,
  acquisitionToRetentionCost,
  clvToAcquisitionCost,

  netPromoterScore,
  ...scoreShares,
  responseRate,

  satisfactionRate,
  satisfactionMean,
  effortScore,

  contentConsumptionRate,

  programmeParticipationRate,
  pointsRedemptionRate,
  referralShare,
]);

const byId: ReadonlyMap<string, Indicator> = new Map(
  indicators.map((indicator) => [indicator.id, indicator]),
);

/** The ids of every figure, in the order of the register. */
export const indicatorIds: readonly string[] = Object.freeze([...byId.keys()]);

/** The figure of an id, written exactly; `undefined` where there is none. */
export const findIndicator = (id: string): Indicator | undefined => byId.get(id);

/** The ids of the figures that one is made of, its own among them. */
export const operandsOf = ({ id, computation }: Indicator): Set<string> =>
  new Set([
    id,
    ...(computation.kind === 'derived'
      ? computation.from.flatMap((operand) => [...operandsOf(byId.get(operand)!)])
      : []),
  ]);

/** Up to three ids of figures, those of `own` among them, that may have been meant by a text that is none, the nearest first. */
export const nearestIds = (text: string, own: readonly Indicator[] = []): readonly string[] =>
  nearestTo([...own, ...indicators], text);

/** The same where figures of the data will do too, as in checks. */
export const nearestCheckable = (text: string, own: readonly Indicator[] = []): readonly string[] =>
  nearestTo([...own, ...indicators, ...dataDefinitions], text);
