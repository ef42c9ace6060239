import { describe, expect, it } from 'vitest';
import { readNight } from '../stories/night-shop.ts';
import { aim } from './aim.ts';
import { type Call, described } from './calls.ts';
import { type KnownNight, knowNight, type NightPlace, type NightShape, runNight, words } from './nights.ts';
import { canTrace, deep, partOf, type Traced } from './strace.ts';
import { together } from './sweep.ts';
import { tell } from './tell.ts';

const errors = ['ENOSPC', 'EIO', 'EACCES', 'EXDEV', 'EMFILE', 'EROFS'] as const;

/** What befalls a call: an error, or the end of the process. */
type Fate = (typeof errors)[number] | 'KILL';

interface Fault {
  readonly call: Call;
  readonly fate: Fate;
}

const shapes: readonly NightShape[] = [
  { history: 'out/history.ndjson', replaces: true },
  { history: 'history/history.csv', replaces: false },
];

/** CI tries another part of the faults each day, all of them in 61 days, or the part that `LOYALTY_PART` names. */
const today =
  deep || process.env.LOYALTY_PART !== undefined
    ? undefined
    : ([Math.floor(Date.now() / 86_400_000) % 61, 61] as const);
const part = today?.join('/') ?? process.env.LOYALTY_PART ?? '0/1';

/** Faults that were told as a bug, ended the process or left something, so that each change is tried with them. */
const once: readonly (readonly [call: RegExp, fate: Fate])[] = [
  [/^close .*manifest\.json$/, 'EIO'],
  [/^pwrite64 .*\.lock\./, 'ENOSPC'],
  [/^pwrite64 .*staged-0$/, 'ENOSPC'],
  [/^openat .*manifest\.json\.loyalty-lock$/, 'EMFILE'],
];

/** Every call with every error and a kill; where nothing is replaced, with a kill and two of the errors in turn. */
const faultsOf = ({ calls, shape }: KnownNight): Fault[] => {
  const all = calls.flatMap((call, index) =>
    [...errors, 'KILL' as const]
      .filter((fate, at) => shape.replaces || fate === 'KILL' || at % 3 === index % 3)
      .map((fate): Fault => ({ call, fate })),
  );
  const pinned = today === undefined || !shape.replaces ? [] : once;
  return [
    ...partOf(all, today),
    ...pinned.map(([pattern, one]) => {
      const found = all.find(({ call, fate }) => fate === one && pattern.test(described(call)));
      if (found === undefined) throw new Error(`no call is ${pattern}`);
      return found;
    }),
  ];
};

/** Whether a call throws away what a night made for itself, or gives its lock back: what then stays, the next removes. */
const tidies = ({ name, path }: Call): boolean =>
  ['unlink', 'rmdir'].includes(name) ||
  (['openat', 'close'].includes(name) && /loyalty-(lock|[^/.]*)$/.test(path ?? ''));

const durable = (calls: readonly Call[]): boolean => {
  const done = (wanted: string): number =>
    calls.filter(({ name, failed }) => name === wanted && !failed).length;
  return done('fsync') === 2 * done('rename') && done('rename') > 0;
};

const oneSentence = /^loyalty: [^\n]+\n$/;

/** What is wrong with what a spoiled night left behind. */
const wrongs = (
  { code, stdout, stderr, calls, place }: Traced & { readonly place: NightPlace },
  { call, fate }: Fault,
  { targets, before, after }: KnownNight,
): string[] => {
  const contents = targets.map((name) => place.read(name));
  const isNew = contents.map((content, index) => content === after.get(targets[index]!));
  const isOld = contents.map((content, index) => content === before.get(targets[index]!));
  const renamed = isNew.lastIndexOf(true) + 1;
  const night = readNight(`${place.folder}/out`, 'manifest.json');
  const found: [boolean, string][] = [
    [contents.some((_, index) => !isNew[index] && !isOld[index]), 'a file that is neither old nor new'],
    [isNew.slice(0, renamed).includes(false), 'a file of a later place before one of an earlier one'],
    [night !== null && renamed > 0 && renamed < targets.length, 'a manifest that agrees with mixed files'],
  ];
  if (fate === 'KILL') found.push([code !== null, `exit ${code} of a killed run`]);
  else if (code === 0)
    found.push(
      [stderr !== '', 'exit 0 with a complaint'],
      [isNew.includes(false), 'exit 0 without the new files'],
      [!durable(calls), 'exit 0 before durable'],
      [!tidies(call) && place.strays().length > 0, `exit 0 that left ${place.strays().join(' ')}`],
    );
  else
    found.push(
      [code !== 5, `exit ${code}`],
      [!oneSentence.test(stderr), 'no sentence'],
      [!tidies(call) && place.strays().length > 0, `left ${place.strays().join(' ')}`],
      [stdout !== '' && renamed < targets.length, 'told of as written'],
    );
  return found.flatMap(([is, what]) => (is ? [`${fate} at ${described(call)}: ${what}; ${stderr}`] : []));
};

/** What is wrong with a place after the next night, which nothing befalls. */
const repaired = async (place: NightPlace, { targets, after }: KnownNight): Promise<string[]> => {
  const { code, stderr } = await runNight(place);
  const wrong = targets.filter((name) => place.read(name) !== after.get(name));
  const strays = place.strays();
  return code === 0 && wrong.length === 0 && strays.length === 0
    ? []
    : [`the next night: exit ${code}, left ${strays.join(' ')}, not new: ${wrong.join(' ')}; ${stderr}`];
};

describe.skipIf(!canTrace)('a night of which a call fails (skipped where strace may not be used)', () => {
  it.each(shapes)(
    `is whole or leaves the night before, and the next repairs it (part ${part}): %o`,
    {
      timeout: 3_600_000,
    },
    async (shape) => {
      const known = await knowNight(shape);
      const faults = faultsOf(known);
      const ends: Record<string, number> = {};
      const repairs = new Map<string, Promise<string[]>>();
      const wrong = await together(faults, async (fault) => {
        const { call, fate } = fault;
        const how = fate === 'KILL' ? 'signal=KILL' : `error=${fate}`;
        const what = (number: number): string[] => [`${call.name}:${how}:when=${number}`];
        const run = await aim(known.make, words, known, call, what);
        const end = run.code === null ? 'killed' : `exit ${run.code}`;
        ends[end] = (ends[end] ?? 0) + 1;
        const found = wrongs(run, fault, known);
        const state = run.place.state();
        const repair = repairs.get(state) ?? repaired(run.place, known);
        repairs.set(state, repair);
        const later = (await repair).map((told) => `${fate} at ${described(call)}: ${told}`);
        run.place.remove();
        return [...found, ...later];
      });
      tell('every call of a night failed or killed', {
        ...shape,
        part,
        calls: known.calls.length,
        faults: faults.length,
        ...ends,
        states: repairs.size,
        wrong: wrong.flat().length,
      });
      expect(wrong.flat()).toEqual([]);
      expect((ends['exit 5'] ?? 0) + (ends.killed ?? 0)).toBeGreaterThan(0);
    },
  );
});
