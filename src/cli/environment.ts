import type { Command, Option } from 'commander';
import { fault } from '../errors.ts';
import type { Io } from './io.ts';
import type { FlagValue } from './setting.ts';

const prefix = 'LOYALTY_';

/** The variable that stands for a flag: `LOYALTY_MIN_GROUP` for `--min-group`. */
export const variableOf = ({ long }: Option): string =>
  `${prefix}${(long ?? '').slice(2).replaceAll('-', '_').toUpperCase()}`;

const optionsBelow = (command: Command): Option[] => [
  ...command.options,
  ...command.commands.flatMap((inner) => optionsBelow(inner)),
];

const switches: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false };

const rules = new Set(['exclude', 'onlyWhere']);

/** The values between commas; those of one rule stay together, since only the first of them has its field before it. */
const listOf = (flag: string, text: string): string[] => {
  const values: string[] = [];
  for (const part of text.split(',').map((value) => value.trim()))
    if (rules.has(flag) && values.length > 0 && !part.includes('=')) values.push(`${values.pop()},${part}`);
    else values.push(part);
  return values;
};

const flagValue = (option: Option, variable: string, text: string): FlagValue => {
  if (text.trim() === '') throw fault('bad_variable', [variable, 'is empty; unset it, or give it a value']);
  if (option.isBoolean() || option.negate) {
    const value = switches[text.trim().toLowerCase()];
    if (value === undefined) throw fault('bad_variable', [variable, 'is true or false']);
    return option.negate ? !value : value;
  }
  return option.parseArg === undefined ? text : listOf(option.attributeName(), text);
};

type Variable = readonly [name: string, text: string];

const warnOfSlips = async (
  variables: readonly Variable[],
  program: Command,
  command: Command,
  io: Io,
): Promise<void> => {
  const known = optionsBelow(program).map(variableOf);
  const strange = variables.map(([name]) => name).filter((name) => !known.includes(name));
  if (strange.length === 0 || command.opts().quiet === true) return;
  const [{ editDistance }, { messageText, terminalText }] = await Promise.all([
    import('../indicators/edit-distance.ts'),
    import('../render/index.ts'),
  ]);
  const lang = command.opts().lang === 'fr' ? 'fr' : 'en';
  for (const name of strange) {
    const near = known.find((one) => editDistance(name, one) <= 2);
    if (near === undefined) continue;
    await io.stderr.write(`loyalty: ${terminalText(messageText('variable_unknown', [name, near], lang))}\n`);
  }
};

/**
 * Gives a command the flags that the environment names in `LOYALTY_*` and the command line does not, each held to what
 * the flag takes; a name that is a slip of one of them is said.
 */
export const applyEnvironment = async (program: Command, command: Command, io: Io): Promise<void> => {
  const variables = Object.entries(io.environment).flatMap(([name, text]): Variable[] =>
    name.startsWith(prefix) && text !== undefined ? [[name, text]] : [],
  );
  if (variables.length === 0) return;
  const texts = new Map(variables);
  const named = command.options.filter((option) => texts.has(variableOf(option)));
  if (named.length > 0) {
    const [{ faultOfSetting }, { saidWith }] = await Promise.all([
      import('./setting.ts'),
      import('./declared-settings.ts'),
    ]);
    const onLine = (flag: string): boolean => command.getOptionValueSource(flag) === 'cli';
    for (const option of named) {
      const flag = option.attributeName();
      if (saidWith(flag).some(onLine)) continue;
      const variable = variableOf(option);
      const value = flagValue(option, variable, texts.get(variable)!);
      const what = flag === 'config' ? null : faultOfSetting(flag, value);
      if (what !== null) throw fault('bad_variable', [variable, what]);
      command.setOptionValueWithSource(flag, value === true && option.negate ? undefined : value, 'env');
    }
  }
  await warnOfSlips(variables, program, command, io);
};
