import type { Damage } from './damage.ts';
import { damages } from './damages.ts';
import { asOf, at, period, type Scenario, scenario } from './scenario.ts';

const damagedLines = ({ role, exit, flags, name }: Damage, number: number): Scenario[] => {
  const file = at(`damaged-${number}`);
  const files = role === 'orders' ? [file] : [at('orders.csv'), `--${role}`, file];
  const looked = role === 'orders' ? [file] : [`--${role}`, file];
  const all = ['--max-rejects', '100%'];
  const others = [
    ['kpi', ...files, ...period, ...flags, ...all, '--format', 'json', '--verbose'],
    ['inspect', ...looked, ...asOf, ...flags, '--format', 'json'],
    ['check', ...files, ...period, ...flags, ...all, '--check', 'rejected_share <= 50%'],
    ['inspect', ...looked, ...asOf, ...flags],
  ];
  return [
    scenario(['kpi', ...files, ...period, ...flags, '--rejects', 'rejects.csv'], [exit]),
    scenario(others[number % others.length]!, null),
  ].map((one) => ({ ...one, name: `${name}: ${one.name}` }));
};

/** Command lines over damaged files. */
export const overDamages: Readonly<Record<string, readonly Scenario[]>> = {
  'a damaged file': damages.flatMap(damagedLines),
};
