import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type KpiOptions, kpiOptions, validate } from '../../src/cli/options.ts';
import { requestOf } from '../../src/cli/request.ts';
import { indicators } from '../../src/indicators/index.ts';
import { messageText } from '../../src/render/index.ts';
import type { Report, Role } from '../../src/report/schema.ts';
import { kpiReport } from '../../src/report/shop.ts';
import { published } from '../support/published.ts';

/** One file of a shop: the last part of its name, and what is in it. */
export interface ShopFile {
  readonly ending: string;
  readonly bytes: string | Uint8Array;
}

/** The exports of one run; several files of one role are read as one. */
export type ShopFiles = Partial<Record<Role, readonly ShopFile[]>>;

/** Flags of `kpi` by their names in camel case, texts as a user writes them. */
export type Flags = Partial<Record<keyof KpiOptions, string | readonly string[]>>;

const inMemory = '/dev/shm';

const makeFolder = (): string => {
  try {
    return mkdtempSync(join(inMemory, 'loyalty-laws-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'loyalty-laws-'));
  }
};

let folder: string | null = null;

/** The one folder of this process; the runs put their own files there too. */
const ownFolder = (): string => {
  if (folder === null) {
    folder = makeFolder();
    process.env.TMPDIR = folder;
  }
  return folder;
};

/** Removes what the runs of this process left behind. */
export const clearFiles = (): void => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
};

const write = (role: string, files: readonly ShopFile[]): string[] =>
  files.map(({ ending, bytes }, at) => {
    const path = join(ownFolder(), `${role}-${at + 1}.${ending}`);
    writeFileSync(path, bytes);
    return path;
  });

const register = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/**
 * The report of `kpi` over the exports, made in this process as the command makes it and held to its schema; throws where it
 * would refuse.
 * One run at a time: all of them write the same files.
 */
export const ask = async (files: ShopFiles, flags: Flags): Promise<Report> => {
  const { orders = [], ...others } = files;
  const given = Object.fromEntries(
    Object.entries(others).map(([role, several]) => [role, write(role, several)]),
  );
  const options = validate(kpiOptions, { ...given, threads: '1', ...flags });
  const request = requestOf(write('orders', orders), options, new Date());
  const { report } = await kpiReport(request, register, {
    stdin: Readable.from([]),
    signal: new AbortController().signal,
    version: 'laws',
    describe: ({ code, details }) => messageText(code, details, 'en'),
    onProgress: () => undefined,
    rejects: null,
  });
  return published('report', report);
};
