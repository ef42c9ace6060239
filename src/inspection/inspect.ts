import type { Indicator } from '../indicators/define.ts';
import type { KpiRequest, Surroundings } from '../report/request.ts';
import { makeWorkspace } from '../sources/workspace.ts';
import type { Engine } from '../warehouse/engine.ts';
import { entryOf } from './file.ts';
import { glimpse, understoodOf } from './glimpse.ts';
import { type AskedFile, type OpenedForInspection, openForInspection } from './opening.ts';
import { type Read, readTogether } from './reading.ts';
import type { Inspection } from './schema.ts';
import { lookTogether, nothing, type Together } from './together.ts';

/** The version of the answer's form; it changes with the form alone. */
export const schemaVersion = '1.0';

/** What is to be inspected. */
export interface Asked {
  readonly files: readonly AskedFile[];
  /** Makes the request of `kpi` for the files, whose roles are known by then. */
  readonly requestFor: (files: readonly OpenedForInspection[]) => KpiRequest;
  readonly indicators: readonly Indicator[];
  readonly showValues: boolean;
}

const filesOf = (
  opened: readonly OpenedForInspection[],
  { gathered, sources, refusals }: Read,
  { accounts }: Together,
  showValues: boolean,
): Inspection['files'] =>
  opened.map((one) => {
    const { name, role, prepared, columns, reading } = one;
    const file = prepared?.original;
    const source = file && sources.get(file);
    const account = file && accounts.get(file);
    const glimpsed = () => prepared && glimpse(role, prepared, columns, reading.declared);
    const established = {
      prepared: source?.file ?? prepared,
      understood: source === undefined ? glimpsed() : understoodOf(source, columns),
      account: account ?? null,
      guesses: (gathered?.findings ?? []).filter(({ details }) => details[0] === name),
      refusal: one.refusal ?? (file && refusals.get(file)) ?? account?.refusal ?? null,
    };
    return entryOf(one, established, showValues);
  });

/**
 * Inspects files as `kpi` would read them, and answers with all that was understood of them. What is refused is part of
 * the answer. The engine is stopped and the workspace removed whatever happens.
 */
export const inspectFiles = async (asked: Asked, surroundings: Surroundings): Promise<Inspection> => {
  const { signal, stdin, version } = surroundings;
  const workspace = makeWorkspace();
  let engine: Engine | null = null;
  const stop = (): void => engine?.stop();
  signal.addEventListener('abort', stop);
  try {
    const opened = await openForInspection(asked.files, stdin, workspace, signal);
    const request = asked.requestFor(opened);
    const read = await readTogether(opened, request, surroundings, workspace, (made) => {
      engine = made;
    });
    const together =
      read.gathered === null
        ? nothing
        : await lookTogether(read.gathered, request, asked.indicators, surroundings);
    signal.throwIfAborted();
    const { asOf, timezone } = request;
    return {
      schemaVersion,
      tool: { name: 'loyalty', version },
      asOf,
      timezone,
      files: filesOf(opened, read, together, asked.showValues),
      ...together.answers,
    };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    await (engine as Engine | null)?.close();
    workspace.remove();
  }
};
