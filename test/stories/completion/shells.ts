import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, execaSync } from 'execa';

export type Shell = 'bash' | 'zsh' | 'fish';

export const shells: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** Whether a program is on this machine. */
export const has = (name: string): boolean =>
  execaSync('sh', ['-c', `command -v ${name}`], { reject: false }).exitCode === 0;

const ask = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const commands: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['bash', '--norc', ask('ask.bash')],
  zsh: ['zsh', '-f', ask('ask.zsh')],
  fish: ['fish', '--no-config', ask('ask.fish')],
};

/** A word as it was before bash made it safe for its line. */
const plain = (shell: Shell, word: string): string =>
  shell === 'bash' ? word.replace(/\\(.)/g, '$1') : shell === 'fish' ? word.split('\t')[0]! : word;

/** What a shell offers for lines, and whether it started the program or Node for it. */
export interface Answers {
  readonly offered: (line: string) => readonly string[];
  readonly started: boolean;
}

/** Has a real shell complete lines with a script; the words `orders.csv` and `folder/` are in its folder. */
export const answers = async (shell: Shell, script: string, lines: readonly string[]): Promise<Answers> => {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  try {
    const file = join(folder, 'of', '_loyalty');
    for (const name of ['of', 'path', 'work', 'work/folder']) mkdirSync(join(folder, name));
    writeFileSync(file, script);
    writeFileSync(join(folder, 'work', 'orders.csv'), '');
    for (const name of ['node', 'loyalty']) {
      writeFileSync(join(folder, 'path', name), `#!/bin/sh\ntouch '${folder}/started'\n`);
      chmodSync(join(folder, 'path', name), 0o755);
    }
    const [program, ...given] = commands[shell];
    const { stdout } = await execa(program!, [...given, file], {
      input: lines.map((line) => `${line}\n`).join(''),
      cwd: join(folder, 'work'),
      env: { PATH: `${join(folder, 'path')}${delimiter}${process.env.PATH}`, HOME: folder, TERM: 'xterm' },
    });
    const found = new Map<string, string[]>();
    let words: string[] = [];
    for (const said of stdout.split('\n'))
      if (said.startsWith('> ')) {
        words = [];
        found.set(said.slice(2), words);
      } else if (said !== '') words.push(plain(shell, said));
    return {
      started: existsSync(join(folder, 'started')),
      offered: (line) => {
        const known = found.get(line);
        if (known === undefined) throw new Error(`${shell} was not asked, or did not answer: ${line}`);
        return known;
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
