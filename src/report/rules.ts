import type { RowRules } from '../warehouse/load/conditions.ts';
import { asksForAll, type KpiRequest } from './request.ts';

/** What of a request decides over single rows. */
export const rowRulesOf = (request: KpiRequest): RowRules => ({
  asOf: request.asOf,
  timezone: request.timezone,
  excludes: request.excludes,
  onlyWhere: request.onlyWhere,
  currency: request.currency,
  countStatuses: request.countStatuses,
  undatedAllowed: asksForAll(request),
  scales: { score: [0, 10], satisfaction: [1, 5], effort: [1, 7] },
});
