import { type CommandModel, everyCommand, type Flag, type Values } from './model.ts';

/** A place where a value goes, named by the command and what stands before it: `loyalty kpi --period`. */
export interface Place {
  readonly command: CommandModel;
  readonly names: readonly string[];
  readonly values: Values;
}

/** How a flag may be written: short and long. */
export const spellings = ({ short, long }: Flag): string[] =>
  [short, long].filter((name): name is string => name !== null && name !== '');

/** The values of flags, over all commands. */
export const flagPlaces = (model: CommandModel): Place[] =>
  everyCommand(model).flatMap((command) =>
    command.flags.flatMap((flag) =>
      flag.values === null
        ? []
        : [
            {
              command,
              names: spellings(flag).map((name) => [...command.path, name].join(' ')),
              values: flag.values,
            },
          ],
    ),
  );

/** The commands that stand under another, each by its whole path. */
export const commandPaths = (model: CommandModel): string[] =>
  everyCommand(model)
    .slice(1)
    .map(({ path }) => path.join(' '));

/** Puts things under what is said of them, in the order in which it is first said. */
export const gathered = <T>(
  things: readonly T[],
  say: (thing: T) => string | null,
): { readonly said: string; readonly of: readonly T[] }[] => {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const said = say(thing);
    if (said !== null) found.set(said, [...(found.get(said) ?? []), thing]);
  }
  return [...found].map(([said, of]) => ({ said, of }));
};

/** Gives every distinct text a name with its number, and remembers the texts in that order. */
export const namedTexts = (
  prefix: string,
): { readonly nameOf: (text: string) => string; readonly all: () => readonly [string, string][] } => {
  const known = new Map<string, string>();
  return {
    nameOf: (text) => {
      const name = known.get(text) ?? `${prefix}${known.size + 1}`;
      known.set(text, name);
      return name;
    },
    all: () => [...known].map(([text, name]) => [name, text]),
  };
};
