import { type Call, countable, described } from './calls.ts';
import { makePlace, old, type Place, words } from './place.ts';
import { type Surroundings, type Traced, trace } from './strace.ts';

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
  return { shape, argv, targets, before, after, calls: countable(own) };
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

const attempts = 30;

/** Tells a call from the others of its run by what it is about, and the how many-th of those it is. */
const roleOf = (own: readonly Call[], { name, number }: Call): string | null => {
  const at = own.findIndex((call) => call.name === name && call.number === number);
  if (at === -1) return null;
  const kinds = own.slice(0, at + 1).map(kind);
  return `${kinds[at]} ${kinds.filter((one) => one === kinds[at]).length}`;
};

/**
 * The number that a call is likely to have in the next run, from a run where `tried` was another one: its own there, or
 * by how much the last of its name that both runs made was displaced.
 */
const numberThere = (own: readonly Call[], calls: readonly Call[], call: Call, tried: number): number => {
  const ofName = (all: readonly Call[]): Map<string | null, number> =>
    new Map(all.filter(({ name }) => name === call.name).map((one) => [roleOf(all, one), one.number]));
  const [here, inPeace] = [ofName(own), ofName(calls)];
  const itself = here.get(roleOf(calls, call));
  if (itself !== undefined) return itself;
  const [role, number] = [...here].findLast(([one]) => inPeace.has(one)) ?? [null, 0];
  const likely = call.number + number - (inPeace.get(role) ?? 0);
  return likely === tried ? tried + 1 : likely;
};

/**
 * Runs the program in places of its own with one call spoiled; `calls` are those of a run in peace. What the engine and
 * Node open for themselves shares its numbers with the files of the run, so a run where another call was hit is thrown
 * away and done again, with the number that the call had there.
 */
export const aim = async <Where extends Surroundings & Pick<Place, 'own' | 'remove'>>(
  make: () => Where,
  argv: readonly string[],
  calls: readonly Call[],
  call: Call,
  injections: (number: number) => readonly string[],
): Promise<Traced & { readonly call: Call; readonly place: Where }> => {
  const role = roleOf(calls, call);
  let { number } = call;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const place = make();
    const ended = await trace(argv, place, injections(number));
    const hit =
      ended.calls.find(({ spoiled }) => spoiled) ?? (ended.code === null ? ended.calls.at(-1) : undefined);
    const own = place.own(ended.calls);
    if (hit !== undefined && roleOf(own, hit) === role) return { ...ended, call, place };
    // What follows a call that was spoiled is another run than one in peace.
    const before = own.filter(
      ({ name, number }) => name !== call.name || hit === undefined || number <= hit.number,
    );
    number = numberThere(before, calls, call, number);
    place.remove();
  }
  throw new Error(`${described(call)}, number ${call.number}, was never hit`);
};

/** A run of a shape in a place of its own with one call spoiled. */
export const spoil = (
  { argv, targets, before, calls }: Known,
  call: Call,
  injections: (number: number) => readonly string[],
): Promise<Spoiled> => aim(() => makePlace(targets, before), argv, calls, call, injections);

/** The last part of a description: places have names of their own. */
const kind = (call: Call): string => `${call.name} ${described(call).split('/').at(-1)!}`;

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
