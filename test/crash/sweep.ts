import { type Call, described } from './calls.ts';
import { makePlace, old, type Place, words } from './place.ts';
import { type Traced, trace } from './strace.ts';

/** A run whose calls are spoiled one after the other. */
export interface Shape {
  /** Each as `FORMAT=NAME`. */
  readonly outputs: readonly string[];
  readonly rejects?: string;
  /** Whether the targets stand there before. */
  readonly replaces: boolean;
}

/** A shape, run once in peace: its targets, what stands in them then, and the calls to be spoiled. */
export interface Known {
  readonly shape: Shape;
  readonly argv: readonly string[];
  readonly targets: readonly string[];
  readonly before: string | null;
  readonly after: ReadonlyMap<string, string | null>;
  readonly calls: readonly Call[];
}

/** Runs a shape once and finds the calls that belong to its outputs and its private folders. */
export const know = async (shape: Shape): Promise<Known> => {
  const rejects = shape.rejects ?? null;
  const argv = words(shape.outputs, rejects);
  const targets = [
    ...shape.outputs.map((output) => output.split('=')[1]!),
    ...(rejects === null ? [] : [rejects]),
  ];
  const before = shape.replaces ? old : null;
  const place = makePlace(targets, before);
  const { code, stderr, calls } = await trace(argv, place);
  const own = place.own(calls);
  const after = new Map(targets.map((name) => [name, place.read(name)]));
  const strays = place.strays();
  place.remove();
  if (code !== 0 || strays.length > 0) throw new Error(`exit ${code}, ${strays.join(' ')}: ${stderr}`);
  return { shape, argv, targets, before, after, calls: own };
};

/** A run of which one call was spoiled, and the place it left. */
export interface Spoiled extends Traced {
  readonly call: Call;
  readonly place: Place;
}

const attempts = 6;

/**
 * Runs a shape in a place of its own with one call spoiled. Calls that wake other threads share their numbers with those
 * of the outputs, so a run where another call was hit is thrown away and done again.
 */
export const spoil = async (
  { argv, targets, before }: Known,
  call: Call,
  injections: readonly string[],
): Promise<Spoiled> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const place = makePlace(targets, before);
    const ended = await trace(argv, place, injections);
    const hit = ended.code === null ? ended.calls.at(-1) : ended.calls.find(({ spoiled }) => spoiled);
    if (hit !== undefined && place.own([hit]).length === 1 && same(hit, call))
      return { ...ended, call, place };
    place.remove();
  }
  throw new Error(`${described(call)}, number ${call.number}, was never hit`);
};

const same = (one: Call, other: Call): boolean =>
  one.name === other.name && one.number === other.number && kind(one) === kind(other);

/** The last part of a description: places have names of their own. */
const kind = (call: Call): string => described(call).split('/').at(-1)!;

/** Does some work for each item, three at a time, and gives the results in the order of the items. */
export const together = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!);
  };
  await Promise.all([worker(), worker(), worker()]);
  return results;
};
