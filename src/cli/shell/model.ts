import type { EventEmitter } from 'node:events';
import type { Argument, Command, Option } from 'commander';
import { type Offer, offerOf, type Word } from './offers.ts';
import { register } from './registers.ts';

/** A word with what it means, empty where it needs no saying. */
export interface Offered {
  readonly word: string;
  readonly meaning: string;
}

/** What a shell offers where a value goes, every name written out. `free` is a value nobody can guess. */
export type Values =
  | {
      readonly kind: 'words';
      readonly offered: readonly Offered[];
      readonly list: boolean;
      readonly closed: boolean;
    }
  | { readonly kind: 'labelled-files'; readonly offered: readonly Offered[] }
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'free' };

/** A flag: `placeholder` and `values` are null where it takes no value. */
export interface Flag {
  readonly short: string | null;
  readonly long: string;
  readonly text: string;
  readonly group: string;
  readonly repeatable: boolean;
  readonly placeholder: string | null;
  readonly values: Values | null;
}

export interface Positional {
  readonly name: string;
  readonly text: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly values: Values;
}

/** A command as shells and the manual see it; `path` is how it is called, the program first. */
export interface CommandModel {
  readonly path: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly flags: readonly Flag[];
  readonly positionals: readonly Positional[];
  readonly commands: readonly CommandModel[];
}

const offered = (word: Word): Offered =>
  typeof word === 'string' ? { word, meaning: '' } : { word: word[0], meaning: word[1] };

const valuesOf = (offer: Offer | null): Values => {
  if (offer === null) return { kind: 'free' };
  if (offer.kind === 'words')
    return { kind: 'words', offered: offer.words.map(offered), list: false, closed: offer.closed };
  if (offer.kind === 'register')
    return {
      kind: 'words',
      offered: [...offer.also.map(offered), ...register(offer.of)],
      list: offer.list,
      closed: offer.closed,
    };
  if (offer.kind === 'labelled-files') return { kind: 'labelled-files', offered: offer.labels.map(offered) };
  return { kind: offer.kind };
};

const placeholderOf = (option: Option): string | null =>
  /[<[]([^\]>]+?)(?:\.\.\.)?[\]>]/.exec(option.flags)?.[1] ?? null;

const flagOf = (option: Option): Flag => {
  const placeholder = placeholderOf(option);
  return {
    short: option.short ?? null,
    long: option.long ?? '',
    text: option.description,
    group: option.helpGroupHeading ?? 'Options:',
    repeatable: option.parseArg !== undefined || option.variadic,
    placeholder,
    values: placeholder === null ? null : valuesOf(offerOf(option, placeholder)),
  };
};

const positionalOf = (argument: Argument): Positional => ({
  name: argument.name(),
  text: argument.description,
  required: argument.required,
  variadic: argument.variadic,
  values: valuesOf(offerOf(argument, argument.name())),
});

/** What a command prints below its help, as it would print it. */
const textBelow = (command: Command): string => {
  const written: string[] = [];
  const emitter = command as unknown as EventEmitter;
  emitter.emit('afterHelp', { error: false, command, write: (text: string) => written.push(text) });
  return written.join('');
};

const examplesOf = (command: Command): string[] => {
  const block = /^Examples:\n((?: {2,}.*\n?)+)/m.exec(textBelow(command))?.[1] ?? '';
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

/** Reads a commander program, or a command under `path`, with all that stands below it. */
export const modelOf = (command: Command, above: readonly string[] = []): CommandModel => {
  const path = [...above, command.name()];
  const help = command.createHelp();
  return {
    path,
    summary: command.summary() || command.description(),
    description: command.description(),
    examples: examplesOf(command),
    flags: help.visibleOptions(command).map(flagOf),
    positionals: command.registeredArguments.map(positionalOf),
    commands: help.visibleCommands(command).map((below) => modelOf(below, path)),
  };
};

/** A command and all below it, from the top. */
export const everyCommand = (model: CommandModel): CommandModel[] => [
  model,
  ...model.commands.flatMap(everyCommand),
];
