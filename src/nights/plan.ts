import { dirname, join, relative, resolve, sep } from 'node:path';
import { fault } from '../errors.ts';

/** A file that a night writes, in the form it is to have. */
export interface PlannedOutput {
  readonly format: string;
  readonly path: string;
}

/** Where the files of a night go. */
export interface Plan {
  readonly outputs: readonly PlannedOutput[];
  readonly manifest: string;
  /** Null where none is kept. */
  readonly history: string | null;
  /** Names the run in the history, which others may write too: its manifest, from there; null without a history. */
  readonly run: string | null;
}

/** What a configuration says of it; `{period}` in a path is the night's period. */
export interface Declared {
  readonly outputs: readonly PlannedOutput[];
  readonly manifest: string | undefined;
  readonly history: string | undefined;
}

const placeholder = '{period}';

/** The label of a period as it can stand in the name of a file. */
const nameOf = (label: string): string => label.replace(/[^A-Za-z0-9._-]+/g, '-');

/** The manifest of a night whose configuration names none. */
export const usualManifest = (outputs: readonly PlannedOutput[]): string =>
  join(dirname(outputs[0]!.path), 'manifest.json');

/** How many closed periods a night asks for again whose configuration does not say it. */
export const usualRestate = 12;

/**
 * The files of a night over a period. One manifest for each period is refused where a file is the same for all of them:
 * the manifest of one period would then tell of a file that the next one replaced.
 */
export const planOf = (declared: Declared, label: string): Plan => {
  const { outputs, history } = declared;
  const manifest = declared.manifest ?? usualManifest(outputs);
  const same = manifest.includes(placeholder)
    ? outputs.find(({ path }) => !path.includes(placeholder))
    : undefined;
  if (same !== undefined) throw fault('outputs_of_periods', [manifest, same.path]);
  const of = (path: string): string => path.replaceAll(placeholder, nameOf(label));
  return {
    outputs: outputs.map(({ format, path }) => ({ format, path: of(path) })),
    manifest: of(manifest),
    history: history ?? null,
    run:
      history === undefined
        ? null
        : relative(dirname(resolve(history)), resolve(manifest))
            .split(sep)
            .join('/'),
  };
};
