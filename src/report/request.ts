import type { Readable } from 'node:stream';
import type { Exact, Indicator } from '../indicators/define.ts';
import type { Day } from '../period/index.ts';
import type { Filter } from '../sources/filter.ts';
import type { Declared } from '../sources/inspect.ts';
import type { Encoding } from '../sources/prepare.ts';
import type { OrderGrain } from '../warehouse/canonical/grain.ts';
import type { AnswerRule } from '../warehouse/facts/answer.ts';
import type { Base } from '../warehouse/facts/windows.ts';
import type { Breakdown } from '../warehouse/load/columns.ts';
import type { RejectList } from './rejects.ts';
import type { Role } from './schema.ts';

/** How a file is to be read: what is declared of it, in place of guesses. */
export interface FileReading {
  readonly declared: Declared;
  readonly encoding: Encoding | null;
  readonly allowUnterminated: boolean;
}

/** A file of a request; without a reading of its own it is read as the request says. */
export interface RequestedFile {
  readonly role: Role;
  readonly path: string;
  readonly reading?: FileReading;
  /** What is read in place of the file at the path: an export that the file says in other words. */
  readonly content?: string;
}

/** Everything a run of figures depends on; the same request over the same files gives the same report. */
export interface KpiRequest extends FileReading {
  readonly files: readonly RequestedFile[];
  readonly indicators: readonly Indicator[];
  readonly period: string;
  readonly compare: 'previous' | 'year' | 'none';
  readonly base: Base;
  readonly by: Breakdown | null;
  readonly asOf: Day;
  readonly dataThrough: Day | null;
  readonly timezone: string;
  readonly fiscalStart: string | null;
  readonly excludes: readonly Filter[];
  readonly onlyWhere: readonly Filter[];
  readonly currency: string | null;
  readonly countStatuses: readonly string[] | null;
  readonly grain: OrderGrain | null;
  readonly answers: AnswerRule;
  readonly npsScale: readonly [number, number] | null;
  /** In years, as a quotient. */
  readonly lifespan: { readonly numerator: Exact; readonly denominator: Exact } | null;
  readonly margin: Exact | null;
  readonly loyalOrders: number;
  readonly contentMinimum: number;
  readonly minGroup: number;
  /** As a share of a file's records. */
  readonly maxRejects: number;
  readonly threads: number | null;
  readonly memory: string | null;
}

/** A guess or finding, as a stable code with what its sentence is made of. */
export interface Finding {
  readonly code: string;
  readonly details: readonly string[];
  readonly count: number | null;
}

/** The surroundings of a run; nothing else of the process is looked at. */
export interface Surroundings {
  readonly stdin: Readable;
  readonly signal: AbortSignal;
  readonly version: string;
  /** The English sentence of a finding. */
  readonly describe: (finding: Finding) => string;
  /** Told now and then how many of how many bytes are read. */
  readonly onProgress: (done: number, total: number) => void;
  /** Where rejected records are listed; null where nobody asks for them. */
  readonly rejects: RejectList | null;
  /** Called when the files are read: what takes time and needs no figure yet can be done beside the engine. */
  readonly meanwhile?: () => void;
}

/** Whether all the data are asked for; rows without a date stand then. */
export const asksForAll = ({ period }: KpiRequest): boolean => period.trim().toLowerCase() === 'all';

/** Reads the attribute of `--by`: `channel` of the orders, `customer.country`, or `first.channel` of the first order. */
export const parseBreakdown = (text: string): Breakdown => {
  const match = /^(customer|first)\.(.+)$/.exec(text);
  return match === null
    ? { scope: 'order', name: text }
    : { scope: match[1] as 'customer' | 'first', name: match[2]! };
};
