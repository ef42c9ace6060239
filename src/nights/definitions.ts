import { exportsOf, type Indicator } from '../indicators/define.ts';
import type { HistoryLine } from './line.ts';

/** Names what the figures of a configuration are defined with, other than base and zone; what is named alike is alike. */
export interface Definitions {
  /** For all of them. */
  readonly general: string;
  /** The costs that the configuration declares; null without any. */
  readonly costs: string | null;
  /** Each indicator that it declares, by its id. */
  readonly declared: ReadonlyMap<string, string>;
}

/** Names what one figure is defined with: what all are, then the costs and its declaration where they are in it. */
export const settingsOf = (
  { general, costs, declared }: Definitions,
  indicator: Pick<Indicator, 'id' | 'needs'>,
): string => {
  const own = declared.get(indicator.id);
  return [
    general,
    ...(costs !== null && exportsOf(indicator).includes('spend') ? [`costs:${costs}`] : []),
    ...(own === undefined ? [] : [`define:${own}`]),
  ].join('+');
};

/** What holds for all figures of a line's configuration. */
export const generalOf = ({ base, timezone, settings }: HistoryLine): string =>
  [base, timezone, settings.split('+')[0]].join(' ');

/** The name of the costs or of the declaration in a line; null where it is made without. */
export const partOf = ({ settings }: HistoryLine, part: 'costs' | 'define'): string | null =>
  settings
    .split('+')
    .find((one) => one.startsWith(`${part}:`))
    ?.slice(part.length + 1) ?? null;
