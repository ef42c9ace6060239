import type { Indicator, Need } from '../indicators/define.ts';
import type { Base } from '../warehouse/facts/windows.ts';
import { type Gathered, mapsField } from './gather.ts';
import type { Role } from './schema.ts';

/** Fields that may stand in for another: an e-mail names a customer, a tier tells who is enrolled, a survey may ask why people left. */
const substitutes: Readonly<Record<string, readonly Need[]>> = {
  'orders.customer_id': ['orders.email'],
  'customers.enrolled_at': ['customers.tier'],
  'customers.end_reason': ['surveys.reason'],
  'customers.ended_at': ['surveys.answered_at'],
};

const satisfied = (gathered: Gathered, need: Need): boolean => {
  const [role, field] = need.split('.') as [Role, string | undefined];
  if (!gathered.sources.has(role)) return false;
  return field === undefined || mapsField(gathered, role, field);
};

/** The needs of a figure that the files do not meet, in the order of its definition. Under `contract` the customers file says who is a customer, not the orders. */
export const unmetNeeds = (gathered: Gathered, indicator: Indicator, base: Base): Need[] => {
  const needs: readonly Need[] =
    base.kind === 'contract' && indicator.base !== undefined
      ? indicator.needs
          .filter((need) => need !== 'orders.customer_id')
          .map((need) => (need === 'orders' ? 'customers.started_at' : need))
      : indicator.needs;
  return needs.filter(
    (need) => ![need, ...(substitutes[need] ?? [])].some((candidate) => satisfied(gathered, candidate)),
  );
};
