import {
  type CommandModel,
  everyCommand,
  type Flag,
  type Offered,
  type Positional,
  type Values,
} from './model.ts';
import { commandPaths, flagPlaces, namedTexts } from './places.ts';

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A text that `case` matches as it stands. */
const pattern = (text: string): string => quoted(text.replace(/[*?\\]/g, '\\$&'));

const lines = (offered: readonly Offered[]): string =>
  offered.map(({ word, meaning }) => `        ${quoted(word)} ${quoted(meaning)}`).join(' \\\n');

const bodyOf = (values: Values): string | null => {
  if (values.kind === 'labelled-files')
    return `    printf '%s\\t%s\\n' \\\n${lines(values.offered.map(({ word, meaning }) => ({ word: `${word}=`, meaning })))}`;
  if (values.kind !== 'words') return null;
  return `    ${values.list ? '__loyalty_list' : "printf '%s\\t%s\\n'"} \\\n${lines(values.offered)}`;
};

const walking = `\
function __loyalty_path --description 'the command the words before the cursor lead to, and how many words stand after it'
    set -l path loyalty
    set -l skipped 0
    set -l ended 0
    set -l place 0
    for word in (commandline -opc)[2..-1]
        if test $skipped = 1
            set skipped 0
            continue
        end
        if test $ended = 1
            set place (math $place + 1)
            continue
        end
        switch "$path $word"
            case COMMANDS
                if test $place = 0
                    set path "$path $word"
                else
                    set place (math $place + 1)
                end
            case VALUED
                set skipped 1
            case '* --'
                set ended 1
            case "$path -*"
            case '*'
                set place (math $place + 1)
        end
    end
    echo $path
    echo $place
end

function __loyalty_at --description 'whether the cursor is in this command, at this place where one is given'
    set -l found (__loyalty_path)
    test "$found[1]" = "$argv[1]"; and begin
        test (count $argv) = 1; or test "$found[2]" = "$argv[2]"
    end
end

function __loyalty_list --description 'words with their meanings, after those that stand before the last comma'
    set -l before (string match -r -- '^(?:--[^=]*=)?(.*,)' (commandline -ct))[2]
    while set -q argv[1]
        if not string match -q -- "*,$argv[1],*" ",$before"
            printf '%s\\t%s\\n' "$before$argv[1]" $argv[2]
        end
        set -e argv[1..2]
    end
end`;

/** The completion of a program for fish, from 3.0: it starts nothing. */
export const fishScript = (model: CommandModel): string => {
  const name = model.path[0]!;
  const functions = namedTexts(`__${name}_values_`);
  const listed = (texts: readonly string[]): string => texts.map(pattern).join(' ');

  const action = (values: Values | null): string => {
    if (values === null) return '';
    if (values.kind === 'free') return ' -x';
    if (values.kind === 'files') return ' -r -F';
    if (values.kind === 'folders') return " -x -a '(__fish_complete_directories)'";
    const called = `-k -a '(${functions.nameOf(bodyOf(values)!)})'`;
    return values.kind === 'labelled-files' ? ` -r -F ${called}` : ` -x ${called}`;
  };

  const complete = (path: readonly string[], place: number | null, rest: string): string => {
    const at = `__loyalty_at ${quoted(path.join(' '))}${place === null ? '' : ` ${place}`}`;
    return `complete -c ${name} -n ${quoted(at)} ${rest}`;
  };

  const flagLine = (path: readonly string[], { short, long, text, values }: Flag): string => {
    const spelt = [...(short === null ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`].join(' ');
    return complete(path, null, `${spelt}${action(values)} -d ${quoted(text)}`);
  };

  const positionalLine = (
    path: readonly string[],
    { values, variadic }: Positional,
    index: number,
  ): string[] => {
    const offered = action(values)
      .replace(/ -[xr]\b/, '')
      .trim();
    return offered === '' ? [] : [complete(path, variadic ? null : index, offered)];
  };

  const completions = everyCommand(model).flatMap(({ path, flags, positionals, commands }) => [
    ...commands.map((below) =>
      complete(path, 0, `-a ${quoted(below.path.at(-1)!)} -d ${quoted(below.summary)}`),
    ),
    ...positionals.flatMap((positional, index) => positionalLine(path, positional, index)),
    ...flags.map((flag) => flagLine(path, flag)),
  ]);
  const values = functions.all().map(([called, body]) => `function ${called}\n${body}\nend`);
  const walk = walking
    .replace('COMMANDS', () => listed(commandPaths(model)))
    .replace('VALUED', () => listed(flagPlaces(model).flatMap(({ names }) => names)));
  return `\
# Completion of ${name} for fish, as \`${name} completion fish\` prints it.
${walk}

${values.join('\n\n')}

complete -c ${name} -f
${completions.join('\n')}
`;
};
