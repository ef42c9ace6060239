import { dataDefinitions } from '../../indicators/data/index.ts';
import { groups, type Indicator } from '../../indicators/define.ts';
import { indicators } from '../../indicators/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { type CommandModel, everyCommand, type Flag, type Positional } from './model.ts';
import { gathered, spellings } from './places.ts';
import { bold, entry, italic, literal, roffText, running, section, subsection } from './roff.ts';
import { environment, files, type Surrounding } from './surroundings.ts';

const flagTerm = (flag: Flag): string => {
  const names = spellings(flag).map(bold).join(', ');
  return flag.placeholder === null ? names : `${names} ${italic(flag.placeholder)}`;
};

const positionalTerm = ({ name, required, variadic }: Positional): string => {
  const shown = `${italic(name)}${variadic ? roffText(' ...') : ''}`;
  return required ? shown : `[${shown}]`;
};

const synopsis = ({ path, flags, positionals }: CommandModel): string =>
  [bold(path.join(' ')), ...(flags.length > 0 ? ['[flags]'] : []), ...positionals.map(positionalTerm)].join(
    ' ',
  );

const headless = (title: string): string => title.replace(/:$/, '');

const flagEntries = (flags: readonly Flag[]): string[] =>
  gathered(flags, ({ group }) => group).flatMap(({ said, of }) => [
    '.PP',
    italic(headless(said)),
    ...of.map((flag) => entry(flagTerm(flag), flag.text)),
  ]);

const commandPart = (command: CommandModel): string[] => [
  subsection([...command.path.slice(1), ...command.positionals.map(({ name }) => name)].join(' ')),
  running(command.description),
  ...flagEntries(command.flags),
];

const figureEntry = ({ id, title, formula }: Pick<Indicator, 'id' | 'title' | 'formula'>): string =>
  entry(bold(id), `${title.en}: ${formula.en}`);

const figurePart = (): string[] => [
  ...Object.entries(groups).flatMap(([group, { en }]) => [
    subsection(`${en} (--group ${group})`),
    ...indicators.filter((indicator) => indicator.group === group).map(figureEntry),
  ]),
  subsection('The data themselves (--check alone)'),
  ...dataDefinitions.map(figureEntry),
];

const surroundingPart = (all: readonly Surrounding[]): string[] =>
  all.map(([name, meaning]) => entry(bold(name), meaning));

/** The manual page of a program in the macros of man, from the same data as its help; it has no date. */
export const manualPage = (model: CommandModel, version: string): string => {
  const name = model.path[0]!;
  const [, ...below] = everyCommand(model);
  const runnable = below.filter(({ commands }) => commands.length === 0);
  return `${[
    `.TH ${name.toUpperCase()} 1 "" "${name} ${roffText(version)}" "User commands"`,
    '.nh',
    section('NAME'),
    `${name} \\- ${roffText(model.description.replace(/\.$/, ''))}`,
    section('SYNOPSIS'),
    ...runnable.flatMap((command, index) => [...(index === 0 ? [] : ['.br']), synopsis(command)]),
    section('DESCRIPTION'),
    running(
      'Every figure comes with its counts, its uncertainty where it has one, and a definition. What cannot be computed is said, never printed as 0; what cannot be read is counted, never dropped in silence. The answer goes to standard output, the conversation to standard error.',
    ),
    ...flagEntries(model.flags),
    section('COMMANDS'),
    ...below.flatMap(commandPart),
    section('INDICATORS'),
    running('The figures by group: the id for --only, --except and explain, the title, and the formula.'),
    ...figurePart(),
    section('EXIT STATUS'),
    ...exitCodes.map(({ code, meaning, besides }) =>
      entry(bold(String(code)), besides === undefined ? meaning : `${meaning}; ${besides}`),
    ),
    section('ENVIRONMENT'),
    ...surroundingPart(environment),
    section('FILES'),
    ...surroundingPart(files),
    section('EXAMPLES'),
    literal([...new Set([model, ...below].flatMap(({ examples }) => examples))]),
  ].join('\n')}\n`;
};
