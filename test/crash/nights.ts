import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loyalty, root } from '../stories/binary.ts';
import type { Peace } from './aim.ts';
import { callsIn, countable, unmarked } from './calls.ts';
import type { Place } from './place.ts';
import { trace } from './strace.ts';

/** A night whose calls are spoiled one after the other. */
export interface NightShape {
  readonly history: string;
  /** Whether a night of the day before stands there. */
  readonly replaces: boolean;
}

/** A place where a night runs. */
export interface NightPlace extends Place {
  /** Every file of it but what the night reads, with its content, as one text in which no mark of a process stands. */
  readonly state: () => string;
}

/** A night, run once in peace: its files in the order they are renamed, and what stands in each before and after. */
export interface KnownNight extends Peace {
  readonly shape: NightShape;
  readonly make: () => NightPlace;
  readonly targets: readonly string[];
  readonly before: ReadonlyMap<string, string | null>;
  readonly after: ReadonlyMap<string, string | null>;
}

/** The words of the night that is spoiled. */
export const words = ['run', '--as-of', '2021-08-16', '--quiet'] as const;

const given = ['orders.csv', 'loyalty.config.yaml'];

const configuration = (history: string): string => `
sources:
  - {role: orders, path: orders.csv}
indicators:
  only: [orders]
outputs:
  - {format: json, path: out/kpi.json}
  - {format: csv, path: out/kpi.csv}
history: ${history}
`;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !statSync(join(folder, name)).isDirectory())
    .sort();

const contentOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** Copies a place; `targets` are the files that a night may leave there. */
const placeFrom = (template: string, targets: readonly string[]): NightPlace => {
  const base = mkdtempSync(join(tmpdir(), 'crash-night-'));
  cpSync(template, base, { recursive: true });
  const [folder, temporary] = [join(base, 'shop'), join(base, 'temporary')];
  const rooms = [temporary, ...targets.map((name) => resolve(folder, name, '..'))];
  const made = (): string[] => filesBelow(folder).filter((name) => !given.includes(name));
  return {
    ...{ folder, temporary },
    read: (name) => contentOf(join(folder, name)),
    strays: () => [...made().filter((name) => !targets.includes(name)), ...readdirSync(temporary)],
    own: (calls) =>
      callsIn(
        calls.map((call) => ({ ...call, path: call.path === null ? null : resolve(folder, call.path) })),
        rooms,
      ),
    remove: () => rmSync(base, { recursive: true, force: true }),
    state: () =>
      unmarked(
        JSON.stringify([
          ...made().map((name) => [name, contentOf(join(folder, name))]),
          ...filesBelow(temporary).map((name) => [name, contentOf(join(temporary, name))]),
        ]).replaceAll(/[0-9a-f]{12}-\d+-\d+ [0-9a-f]{12}/g, 'a mark'),
      ),
  };
};

/** Runs the night of a place to its end, by itself. */
export const runNight = ({ folder, temporary }: NightPlace) =>
  loyalty(words, { cwd: folder, env: { TMPDIR: temporary } });

const withLateOrder = (orders: string): string => {
  const lines = orders.trimEnd().split('\n');
  const last = lines.findLast((line) => line.includes('2021-07-'))!;
  return `${[...lines, last.replace(/^[^,]+/, '9999')].join('\n')}\n`;
};

/** Makes the place of a shape once, runs its night once in peace, and finds the calls about its files. */
export const knowNight = async (shape: NightShape): Promise<KnownNight> => {
  const template = mkdtempSync(join(tmpdir(), 'crash-template-'));
  const [folder, temporary] = [join(template, 'shop'), join(template, 'temporary')];
  mkdirSync(folder);
  mkdirSync(temporary);
  const orders = readFileSync(`${root}fixtures/small/orders.csv`, 'utf8');
  writeFileSync(join(folder, 'orders.csv'), orders);
  writeFileSync(join(folder, 'loyalty.config.yaml'), configuration(shape.history));
  if (shape.replaces) {
    const day = ['run', '--as-of', '2021-08-15', '--quiet'];
    const { code, stderr } = await loyalty(day, { cwd: folder, env: { TMPDIR: temporary } });
    if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  }
  writeFileSync(join(folder, 'orders.csv'), withLateOrder(orders));
  const targets = ['out/kpi.json', 'out/kpi.csv', shape.history, 'out/manifest.json'];
  const make = (): NightPlace => placeFrom(template, targets);
  const place = make();
  const contents = (): Map<string, string | null> => new Map(targets.map((name) => [name, place.read(name)]));
  const before = contents();
  const { code, stderr, calls } = await trace(words, place);
  const after = contents();
  const [strays, own] = [place.strays(), place.own(calls)];
  place.remove();
  if (code !== 0 || strays.length > 0) throw new Error(`exit ${code}, ${strays.join(' ')}: ${stderr}`);
  return { shape, make, targets, before, after, all: calls, calls: countable(own) };
};
