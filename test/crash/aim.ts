import { type Call, described } from './calls.ts';
import type { Place } from './place.ts';
import { type Surroundings, type Traced, trace } from './strace.ts';

/** The calls of a run in peace: all of them, and those about its own files. */
export interface Peace {
  readonly all: readonly Call[];
  readonly calls: readonly Call[];
}

const attempts = 30;

/** The last part of a description: places have names of their own. */
const about = (call: Call): string => described(call).split('/').at(-1)!;

/** The calls of a name in their order, each by what it is about and the how many-th of those it is. */
const byRole = (calls: readonly Call[], name: string): Map<string, Call> => {
  const counts = new Map<string, number>();
  return new Map(
    calls
      .filter((call) => call.name === name)
      .map((call) => {
        const count = (counts.get(about(call)) ?? 0) + 1;
        counts.set(about(call), count);
        return [`${about(call)} ${count}`, call];
      }),
  );
};

const roleOf = (own: readonly Call[], { name, number }: Call): string | undefined =>
  [...byRole(own, name)].find(([, call]) => call.number === number)?.[0];

/** By how much the last call of a run that the run in peace made too was displaced there, whatever it was about. */
const displacement = (run: ReadonlyMap<string, Call>, peace: ReadonlyMap<string, Call>): number => {
  const [role, call] = [...run].findLast(([one]) => peace.has(one)) ?? [];
  return role === undefined ? 0 : call!.number - peace.get(role)!.number;
};

/**
 * Runs the program in places of its own with one call spoiled. What the engine and Node open for themselves shares its
 * numbers with the files of the run, so a run where another call was hit is thrown away and done again, with the number
 * that the call had there, or would have had.
 */
export const aim = async <Where extends Surroundings & Pick<Place, 'own' | 'remove'>>(
  make: () => Where,
  argv: readonly string[],
  peace: Peace,
  call: Call,
  injections: (number: number) => readonly string[],
): Promise<Traced & { readonly call: Call; readonly place: Where }> => {
  const { name } = call;
  const role = roleOf(peace.calls, call)!;
  let tried = call.number;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const place = make();
    const ended = await trace(argv, place, injections(tried));
    const hit =
      ended.calls.find(({ spoiled }) => spoiled) ?? (ended.code === null ? ended.calls.at(-1) : undefined);
    if (hit?.name === name && roleOf(place.own(ended.calls), hit) === role) return { ...ended, call, place };
    place.remove();
    // What follows a call that was spoiled is another run than one in peace.
    const made = hit === undefined ? ended.calls : ended.calls.slice(0, ended.calls.indexOf(hit) + 1);
    const itself = byRole(place.own(made), name).get(role)?.number;
    const likely = itself ?? call.number + displacement(byRole(made, name), byRole(peace.all, name));
    tried = likely === tried ? tried + 1 : likely;
  }
  throw new Error(`${described(call)}, number ${call.number}, was never hit`);
};
