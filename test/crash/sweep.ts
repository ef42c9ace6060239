import { aim, type Peace } from './aim.ts';
import { type Call, countable } from './calls.ts';
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
export interface Known extends Peace {
  readonly shape: Shape;
  readonly argv: readonly string[];
  readonly targets: readonly string[];
  readonly before: string | null;
  readonly after: ReadonlyMap<string, string | null>;
}

const runInPeace = async (shape: Shape): Promise<Known> => {
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
  return { shape, argv, targets, before, after, all: calls, calls: countable(own) };
};

const known = new Map<string, Promise<Known>>();

/** Runs a shape once, however often it is asked for, and finds the calls of its outputs and its private folders. */
export const know = (shape: Shape): Promise<Known> => {
  const key = JSON.stringify(shape);
  const found = known.get(key) ?? runInPeace(shape);
  known.set(key, found);
  return found;
};

/** A run of which one call was spoiled, and the place it left. */
export interface Spoiled extends Traced {
  readonly call: Call;
  readonly place: Place;
}

/** A run of a shape in a place of its own with one call spoiled. */
export const spoil = (
  known: Known,
  call: Call,
  injections: (number: number) => readonly string[],
): Promise<Spoiled> => aim(() => makePlace(known.targets, known.before), known.argv, known, call, injections);

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
