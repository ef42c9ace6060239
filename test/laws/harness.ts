import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Stream } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { type Report, type Role, report } from '../../src/report/schema.ts';

/** The text of a CSV export, or a file of another kind by its name. */
export type ShopFile = string | { readonly name: string; readonly bytes: string | Uint8Array };

/** The exports of one run; several files of one role are read as one. */
export type ShopFiles = Partial<Record<Role, ShopFile | readonly ShopFile[]>>;

const collector = (pieces: string[]): Stream => ({
  isTerminal: false,
  width: 80,
  write: async (text) => {
    pieces.push(text);
  },
});

const run = async (argv: readonly string[]): Promise<string> => {
  const [answer, conversation]: [string[], string[]] = [[], []];
  const code = await main({
    argv,
    environment: {},
    stdin: Readable.from([]),
    stdout: collector(answer),
    stderr: collector(conversation),
    signal: new AbortController().signal,
    now: () => new Date(),
  });
  if (code !== 0) throw new Error(`kpi ended with ${code}: ${conversation.join('')}`);
  return answer.join('');
};

const isMany = (files: ShopFile | readonly ShopFile[]): files is readonly ShopFile[] => Array.isArray(files);

const writeAll = async (folder: string, role: string, files: ShopFile | readonly ShopFile[]) =>
  Promise.all(
    (isMany(files) ? files : [files]).map(async (file, at) => {
      const { name, bytes } = typeof file === 'string' ? { name: `${role}.csv`, bytes: file } : file;
      const path = join(folder, `${at + 1}-${name}`);
      await writeFile(path, bytes);
      return path;
    }),
  );

/** Runs `kpi` over the exports, in this process, and returns its report, held to the published schema; throws where the run fails. */
export const figuresOf = async (shopFiles: ShopFiles, flags: readonly string[]): Promise<Report> => {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-laws-'));
  try {
    const { orders, ...others } = shopFiles;
    const inputs = orders === undefined ? [] : await writeAll(folder, 'orders', orders);
    for (const [role, files] of Object.entries(others)) {
      for (const path of await writeAll(folder, role, files)) inputs.push(`--${role}`, path);
    }
    return report.parse(JSON.parse(await run(['kpi', ...inputs, ...flags, '--format', 'json'])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
