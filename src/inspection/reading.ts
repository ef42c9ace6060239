import { LoyaltyError } from '../errors.ts';
import { asRefusal } from '../report/engine-faults.ts';
import { type Gathered, gather, type Witness } from '../report/gather.ts';
import type { KpiRequest, Surroundings } from '../report/request.ts';
import { rowRulesOf } from '../report/rules.ts';
import type { Role } from '../report/schema.ts';
import type { Source } from '../sources/inspect.ts';
import type { OpenedFile } from '../sources/open.ts';
import type { Workspace } from '../sources/workspace.ts';
import type { Engine } from '../warehouse/engine.ts';
import type { OpenedForInspection } from './opening.ts';

/** What reading the files came to: those that could be read together, and who was refused on the way. */
export interface Read {
  /** Null where no file is left. */
  readonly gathered: Gathered | null;
  readonly sources: ReadonlyMap<OpenedFile, Source>;
  readonly refusals: ReadonlyMap<OpenedFile, LoyaltyError>;
}

/** A request for some of its files alone. */
const without = (request: KpiRequest, left: readonly OpenedForInspection[]): KpiRequest => {
  const paths = new Set(left.map(({ asked }) => asked.path));
  const files = request.files.filter(({ path }) => paths.has(path));
  const given = ({ role }: { readonly role: Role }): boolean => files.some((file) => file.role === role);
  return {
    ...request,
    files,
    excludes: request.excludes.filter(given),
    onlyWhere: request.onlyWhere.filter(given),
  };
};

/**
 * Reads the files as `kpi` would. Where one is refused, all is begun again without it, so that what can be said of the
 * others is said; a refusal of the files together is thrown.
 */
export const readTogether = async (
  opened: readonly OpenedForInspection[],
  whole: KpiRequest,
  surroundings: Surroundings,
  workspace: Workspace,
  onEngine: (engine: Engine | null) => void,
): Promise<Read> => {
  const sources = new Map<OpenedFile, Source>();
  const refusals = new Map<OpenedFile, LoyaltyError>();
  let left = opened.filter(({ prepared, refusal }) => prepared !== null && refusal === null);
  let engine: Engine | null = null;
  while (left.length > 0) {
    const request = without(whole, left);
    const prepared = new Map(left.map((one) => [one.asked.path, one.prepared!]));
    let begun: OpenedFile | null = null;
    const witness: Witness = {
      prepared,
      begins: (file) => {
        begun = file;
      },
      understood: (source) => void sources.set(source.file.original, source),
    };
    try {
      const gathered = await gather(
        request,
        rowRulesOf(request),
        surroundings,
        workspace,
        (made) => {
          engine = made;
          onEngine(made);
        },
        witness,
      );
      return { gathered, sources, refusals };
    } catch (error) {
      surroundings.signal.throwIfAborted();
      const refusal = asRefusal(error, request);
      const at: OpenedFile | null = begun;
      if (!(refusal instanceof LoyaltyError) || at === null) throw refusal;
      refusals.set(at, refusal);
      left = left.filter((one) => one.prepared!.original !== at);
      await (engine as Engine | null)?.close();
      onEngine(null);
    }
  }
  return { gathered: null, sources, refusals };
};
