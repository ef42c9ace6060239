import { exportsOf, type Indicator } from '../indicators/define.ts';
import { operandsOf } from '../indicators/index.ts';
import type { Report, Role } from '../report/schema.ts';
import type { Check } from './check.ts';

type Settings = NonNullable<Report['settings']>;

const rolesOf = (indicator: Indicator, { segment }: Check): Set<Role> =>
  new Set<Role>([
    ...exportsOf(indicator),
    ...(segment?.attribute.startsWith('customer.') ? (['customers'] as const) : []),
    ...(segment?.attribute.startsWith('first.') ? (['orders'] as const) : []),
  ]);

/** What of each setting a figure depends on; null where the setting says nothing about it. */
const partsOf = (
  indicator: Indicator,
  check: Check,
  { period }: Report,
): { readonly [Key in keyof Settings]: (value: Settings[Key]) => unknown } => {
  const roles = rolesOf(indicator, check);
  const operands = operandsOf(indicator);
  const only =
    (isConcerned: boolean) =>
    (value: unknown): unknown =>
      isConcerned ? value : null;
  const rules = (texts: readonly string[]): string[] =>
    texts.filter((text) => roles.has(text.split('.')[0] as Role)).toSorted();
  return {
    answers: only(roles.has('surveys')),
    scale: only(roles.has('surveys')),
    lifespan: only(operands.has('lifetime_span')),
    margin: only(operands.has('customer_lifetime_value')),
    loyalOrders: only(roles.has('content')),
    contentMin: only(roles.has('content')),
    fiscalStart: only(period.label.startsWith('FY')),
    currency: only(roles.has('orders')),
    countStatus: only(roles.has('orders')),
    grain: only(roles.has('orders')),
    exclude: rules,
    onlyWhere: rules,
    define: (definitions) => definitions[indicator.id] ?? null,
  };
};

/**
 * The setting, by the name of its key in a configuration, under which a figure means another thing in one report than in
 * the other; null where there is none, or one of them does not tell its settings.
 */
export const differingSetting = (
  indicator: Indicator,
  check: Check,
  now: Report,
  then: Report,
): string | null => {
  if (now.settings === undefined || then.settings === undefined) return null;
  const parts = partsOf(indicator, check, now);
  const saidOf = <Key extends keyof Settings>(key: Key, settings: Settings): string =>
    JSON.stringify(parts[key](settings[key]));
  const keys = Object.keys(parts) as (keyof Settings)[];
  return keys.find((key) => saidOf(key, now.settings!) !== saidOf(key, then.settings!)) ?? null;
};
