import { Argument } from 'commander';
import type { DefineCommand } from '../program.ts';
import { offering, words } from '../shell/offers.ts';

const examples = `
Examples:
  loyalty completion bash > ~/.local/share/bash-completion/completions/loyalty
  loyalty completion fish > ~/.config/fish/completions/loyalty.fish`;

/** `loyalty completion <shell>`: a script that lets a shell complete the command line. */
export const completion: DefineCommand = (program, io, finish) =>
  program
    .command('completion')
    .summary('print a script that lets a shell complete commands, flags and values')
    .description(
      'Prints a script for bash, zsh or fish that completes commands, flags, and values: the ids of figures and of known exports, words, files. The names are written into the script, so completing does not start loyalty; print it anew after an update.',
    )
    .addArgument(offering(new Argument('[shell]', 'bash, zsh or fish'), words('bash', 'zsh', 'fish')))
    .addHelpText('after', examples)
    .action(async (shell: string | undefined) => {
      const { runCompletion } = await import('../run-completion.ts');
      finish(await runCompletion(program, shell, io));
    });
