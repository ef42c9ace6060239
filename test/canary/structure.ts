import { type Damage, damage } from './damage.ts';
import { csv, shop } from './shop.ts';

const { orders } = shop;
const places = { first: 1, middle: 75, last: 150 } as const;

const lines = csv(orders).split('\n').slice(0, -1);
const text = (of: readonly string[]): string => `${of.join('\n')}\n`;
const line = (at: number, change: (old: string) => string): string =>
  text(lines.map((old, index) => (index === at ? change(old) : old)));

/** What is wrong with the signs of a file, at its first record, in its middle, at its end. */
export const structural: readonly Damage[] = Object.entries(places).flatMap(([where, at]) => [
  damage(
    `a field too few ${where}`,
    line(at, (old) => old.slice(0, old.lastIndexOf(','))),
  ),
  damage(
    `a field too many ${where}`,
    line(at, (old) => `${old},more`),
  ),
  damage(
    `a stray quote ${where}`,
    line(at, (old) => old.replace('zqx', 'z"qx')),
  ),
  damage(
    `text after a quote ${where}`,
    line(at, (old) => `"a"${old}`),
  ),
  damage(
    `an open quote ${where}`,
    line(at, (old) => old.replace(/,(zqx\w+)$/, ',"$1')),
  ),
  damage(
    `a NUL byte ${where}`,
    line(at, (old) => old.replace('Street', '\0')),
  ),
  damage(
    `a bare carriage return ${where}`,
    line(at, (old) => old.replace('Street', 'St\reet')),
  ),
  damage(
    `another line end ${where}`,
    line(at, (old) => `${old}\r`),
  ),
  damage(
    `a byte that is not UTF-8 ${where}`,
    Buffer.from(
      line(at, (old) => old.replace('Street', 'Stra\u00dfe')).replace('12 ', '12\u00e9 '),
      'latin1',
    ),
    0,
  ),
  damage(
    `a record of 2 MiB ${where}`,
    line(at, (old) => old.replace('Street', 'S'.repeat(2 ** 21))),
  ),
]);
