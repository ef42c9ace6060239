import { posix } from 'node:path';
import type { Command } from 'commander';
import { EXIT, fault } from '../errors.ts';
import { answer } from './answer.ts';
import type { Io } from './io.ts';
import { bashScript } from './shell/bash.ts';
import { fishScript } from './shell/fish.ts';
import { type CommandModel, modelOf } from './shell/model.ts';
import { zshScript } from './shell/zsh.ts';

const scripts: Readonly<Record<string, (model: CommandModel) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Prints the completion script of a shell. */
export const runCompletion = async (program: Command, shell: string | undefined, io: Io): Promise<number> => {
  const names = Object.keys(scripts);
  const known = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  const login = posix.basename(io.environment.SHELL ?? '');
  const mine = names.includes(login) ? login : '';
  if (shell === undefined) throw fault('no_shell', [known, mine]);
  if (!Object.hasOwn(scripts, shell)) throw fault('unknown_shell', [shell, known, mine]);
  await answer(io, scripts[shell]!(modelOf(program)));
  return EXIT.done;
};
