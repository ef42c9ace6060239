import { describe, expect, it } from 'vitest';
import { loyalty } from '../stories/binary.ts';
import { type Call, described } from './calls.ts';
import { durably, stepsOf } from './order.ts';
import { old } from './place.ts';
import { canTrace, deep, partOf } from './strace.ts';
import { type Known, know, type Shape, type Spoiled, spoil, together } from './sweep.ts';
import { tell } from './tell.ts';

const errors = ['ENOSPC', 'EIO', 'EACCES', 'EXDEV', 'EMFILE', 'EROFS'] as const;

interface Fault {
  readonly call: Call;
  readonly error: string;
  /** Whether every later call fails too, those excepted that throw away what was begun. */
  readonly stays: boolean;
}

/** The calls that throw away what a run made for itself. */
const removes = ({ name, path }: Call): boolean =>
  ['unlink', 'rmdir'].includes(name) || (name === 'openat' && /\/loyalty-[^/]*$/.test(path ?? ''));

/** One injection for a fault that passes; for one that stays, one for each sort of call, from the next of its sort on. */
const injections = ({ call, error, stays }: Fault, { calls }: Known, number: number): string[] => {
  if (!stays) return [`${call.name}:error=${error}:when=${number}`];
  const first = new Map<string, number>();
  for (const later of calls.slice(calls.indexOf(call)))
    if (!first.has(later.name) && !removes(later))
      first.set(later.name, later === call ? number : later.number);
  return [...first].map(([name, number]) => `${name}:error=${error}:when=${number}+`);
};

const oneSentence = /^loyalty: [^\n]+\n$/;

/**
 * What is wrong with how a run ended whose call failed. Where the error stays it may keep the private folder from being
 * removed too, and then its name has to be told.
 */
const wrongs = (
  { code, stdout, stderr, calls, call, place }: Spoiled,
  { targets, after }: Known,
  stays: boolean,
): string[] => {
  const contents = targets.map((name) => place.read(name));
  const whole = contents.every((content, index) => content === after.get(targets[index]!));
  const renamed = calls.filter(({ name, failed }) => name === 'rename' && !failed).length;
  const kept = contents.slice(renamed).every((content) => content === old);
  const steps = stepsOf(calls, place.folder);
  const inPlace = contents
    .slice(0, renamed)
    .every((content, index) => content === after.get(targets[index]!));
  const named = [...targets, place.temporary].some((path) => stderr.includes(path));
  const found: [boolean, string][] =
    code === 0
      ? [
          [stderr !== '', 'exit 0 with a complaint'],
          [!whole, 'exit 0 without the new files'],
          [
            steps.filter((step) => step === 'fsync folder').length !== targets.length,
            'exit 0 before durable',
          ],
        ]
      : [
          [code !== 5, `exit ${code}`],
          [!oneSentence.test(stderr) || !named, 'no sentence that names the path'],
          [!kept || !inPlace, 'a file that is neither old nor new'],
        ];
  found.push([stdout !== '', 'an answer on standard output']);
  const left = place.strays().filter((stray) => !stays || !stderr.includes(stray));
  found.push([!removes(call) && left.length > 0, `left ${left.join(' ')}`]);
  return found.flatMap(([is, what]) => (is ? [`${described(call)}: ${what}; ${stderr}`] : []));
};

const inject = async (known: Known, faults: readonly Fault[]) => {
  const codes: Record<string, number> = {};
  const wrong = await together(faults, async (fault) => {
    const run = await spoil(known, fault.call, (number) => injections(fault, known, number));
    codes[`exit ${run.code}`] = (codes[`exit ${run.code}`] ?? 0) + 1;
    const found = wrongs(run, known, fault.stays).map(
      (what) => `${fault.error}${fault.stays ? ', staying' : ''}: ${what}`,
    );
    run.place.remove();
    return found;
  });
  const stays = faults.some((fault) => fault.stays);
  tell('every call failed', {
    outputs: known.targets,
    stays,
    faults: faults.length,
    ...codes,
    wrong: wrong.flat().length,
  });
  return { codes, wrong: wrong.flat() };
};

const one = { outputs: ['json=out.json'], replaces: true };
const several = {
  outputs: ['json=out.json', 'csv=out.csv', 'markdown=out.md', 'table=out.txt'],
  rejects: 'rejects.csv',
  replaces: true,
};

/** Each call with every error, or with one of them in turn. */
const product = (calls: readonly Call[], stays: boolean, every: boolean): Fault[] =>
  calls.flatMap((call, index) =>
    (every ? errors : [errors[index % errors.length]!]).map((error) => ({ call, error, stays })),
  );

/** The calls about the outputs themselves; the others are about the private folders. */
const ofOutputs = ({ path }: Call): boolean => path?.includes('/out') === true;
const ofRejects = ({ path }: Call): boolean => /rejects\.csv|staged/.test(path ?? '');

describe.skipIf(!canTrace)('a call that fails (skipped where strace may not be used)', () => {
  it.each<[string, Shape, (known: Known) => Fault[]]>([
    [
      'one file, every error once',
      one,
      ({ calls }) => [
        ...product(calls.filter(ofOutputs), false, true),
        ...product(
          calls.filter((call) => !ofOutputs(call)),
          false,
          deep,
        ),
      ],
    ],
    ['one file, an error that stays', one, ({ calls }) => product(calls.filter(ofOutputs), true, deep)],
    [
      'several files, an error once',
      several,
      ({ calls }) => product(deep ? calls : calls.filter(ofRejects), false, deep),
    ],
    ...(deep
      ? [
          [
            'several files, an error that stays',
            several,
            ({ calls }: Known) => product(calls.filter(ofOutputs), true, false),
          ] as [string, Shape, (known: Known) => Fault[]],
        ]
      : []),
  ])(
    'never passes for success, and leaves nothing: %s',
    { timeout: 1_800_000 },
    async (_, shape, faultsOf) => {
      const known = await know(shape);
      const { codes, wrong } = await inject(known, partOf(faultsOf(known)));
      expect(wrong).toEqual([]);
      expect(codes['exit 5']).toBeGreaterThan(0);
    },
  );

  it('that could not be undone either leaves the old file, and a stray that the next run removes', async () => {
    const known = await know(one);
    const write = known.calls.find(({ name }) => name === 'pwrite64')!;
    const { code, stderr, place } = await spoil(known, write, (number) => [
      `pwrite64:error=ENOSPC:when=${number}`,
      'unlink:error=EIO',
    ]);
    expect({ code, old: place.read('out.json') }).toEqual({ code: 5, old });
    expect(stderr).toMatch(/^loyalty: out\.json could not be written \(ENOSPC\)[^\n]+\n$/);
    expect(place.strays()).toHaveLength(1);
    expect((await loyalty(known.argv, { cwd: place.folder, env: { TMPDIR: place.temporary } })).code).toBe(0);
    expect(place.strays()).toEqual([]);
    expect(place.read('out.json')).toBe(known.after.get('out.json'));
    place.remove();
  });
});

describe.skipIf(!canTrace)('the calls of a run (skipped where strace may not be used)', () => {
  it.each([one, several])(
    'make each file durable before it has its name, and its name before the next: $outputs',
    async (shape) => {
      const known = await know(shape);
      const folder = known.calls.findLast(({ name }) => name === 'fsync')!.path!;
      const steps = stepsOf(known.calls, folder);
      const files = known.targets.length;
      expect(steps.slice(0, 2 * files)).toEqual(known.targets.flatMap(() => durably.slice(0, 2)));
      expect(steps.slice(2 * files)).toEqual(known.targets.flatMap(() => durably.slice(2)));
    },
  );
});
