import {
  type CommandModel,
  everyCommand,
  type Flag,
  type Offered,
  type Positional,
  type Values,
} from './model.ts';
import { namedTexts, spellings } from './places.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const inSpec = (text: string): string => text.replace(/[\\:[\]]/g, '\\$&');
const colonsEscaped = (text: string): string => text.replace(/[\\:]/g, '\\$&');

/** A word and its meaning as `_describe` takes them. */
const described = ({ word, meaning }: Offered): string =>
  quoted(meaning === '' ? colonsEscaped(word) : `${colonsEscaped(word)}:${meaning}`);

const array = (name: string, offered: readonly Offered[]): string =>
  [`  local -a ${name}=(`, ...offered.map((one) => `    ${described(one)}`), '  )'].join('\n');

const bodyOf = (values: Values): string | null => {
  if (values.kind === 'labelled-files')
    return [
      array('labels', values.offered),
      `  if compset -P '(${values.offered.map(({ word }) => word).join('|')})='; then _files; return; fi`,
      '  local found=1',
      '  _describe -t labels label labels -q -S = && found=0',
      '  _files && found=0',
      '  return found',
    ].join('\n');
  if (values.kind !== 'words') return null;
  return [array('offered', values.offered), '  _describe -t values value offered "$@"'].join('\n');
};

const functionOf = (path: readonly string[]): string =>
  ['', ...path].join('_').replace(/[^A-Za-z0-9_]/g, '_');

/** The completion of a program for zsh, to stand in a folder of `fpath` or to be sourced: it starts nothing. */
export const zshScript = (model: CommandModel): string => {
  const name = model.path[0]!;
  const functions = namedTexts(`_${name}_values_`);

  const action = (values: Values): string => {
    if (values.kind === 'free') return ' ';
    if (values.kind === 'files') return '_files';
    if (values.kind === 'folders') return '_files -/';
    const called = functions.nameOf(bodyOf(values)!);
    return values.kind === 'words' && values.list ? `_sequence ${called}` : called;
  };

  const flagSpecs = (flag: Flag): string[] => {
    const names = spellings(flag);
    const alone = flag.repeatable ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
    return names.map((spelling) => {
      const value = flag.values === null ? '' : `:${inSpec(flag.placeholder!)}:${action(flag.values)}`;
      const joint = flag.values === null ? '' : spelling.startsWith('--') ? '=' : '+';
      return quoted(`${alone}${spelling}${joint}[${inSpec(flag.text)}]${value}`);
    });
  };

  const positionalSpec = (positional: Positional, index: number): string => {
    const { variadic, required, values } = positional;
    const place = variadic ? '*' : `${index + 1}${required ? '' : ':'}`;
    return quoted(`${place}:${inSpec(positional.name)}:${action(values)}`);
  };

  const leaf = (command: CommandModel): string =>
    [
      `${functionOf(command.path)}() {`,
      [
        '  _arguments -s -S :',
        ...command.flags.flatMap(flagSpecs),
        ...command.positionals.map(positionalSpec),
      ].join(' \\\n    '),
      '}',
    ].join('\n');

  const parent = (command: CommandModel): string => {
    const below = command.commands.map((one) => ({ word: one.path.at(-1)!, meaning: one.summary }));
    const called = functions.nameOf(bodyOf({ kind: 'words', offered: below, list: false, closed: true })!);
    return [
      `${functionOf(command.path)}() {`,
      '  local curcontext="$curcontext" state line ret=1',
      '  typeset -A opt_args',
      [
        '  _arguments -C -s -S :',
        ...command.flags.flatMap(flagSpecs),
        quoted(`1:command:${called}`),
        quoted('*:: :->below'),
      ]
        .join(' \\\n    ')
        .concat(' && ret=0'),
      '  if [[ $state == below ]]; then',
      '    case $words[1] in',
      ...command.commands.map(
        (one) => `      ${quoted(one.path.at(-1)!)}) ${functionOf(one.path)} && ret=0 ;;`,
      ),
      '    esac',
      '  fi',
      '  return ret',
      '}',
    ].join('\n');
  };

  const commands = everyCommand(model).map((command) =>
    command.commands.length === 0 ? leaf(command) : parent(command),
  );
  const values = functions.all().map(([called, body]) => `${called}() {\n${body}\n}`);
  return `\
#compdef ${name}
# Completion of ${name} for zsh, as \`${name} completion zsh\` prints it.

${[...values, ...commands].join('\n\n')}

if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
};
