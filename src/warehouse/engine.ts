import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBMaterializedResult,
  DuckDBValue,
} from '@duckdb/node-api';
import { literal } from './sql.ts';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A refusal by the engine: its class (`Invalid Input`, `Out of Memory`). The engine's own text stays out of every message: it may quote a row. */
export class EngineError extends Error {
  readonly type: string;

  constructor(type: string, cause: unknown) {
    super(`the engine answered with an error of type ${type}`, { cause });
    this.name = 'EngineError';
    this.type = type;
  }
}

/** The only door to the embedded engine; statements run one after another. */
export interface Engine {
  readonly execute: (sql: string, values?: readonly string[]) => Promise<void>;
  /** Rows with exact numbers as text: DECIMAL, BIGINT and HUGEINT never pass through a double. */
  readonly rows: (sql: string, values?: readonly string[]) => Promise<Row[]>;
  /** Ends the statement under way; those that follow run. */
  readonly interrupt: () => void;
  /** Ends the statement under way and refuses all that follow. */
  readonly stop: () => void;
  readonly close: () => Promise<void>;
  readonly version: string;
}

export interface EngineSettings {
  /** Private folder for spilled data and staged files; the engine may read it, and nothing else but `paths`. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly threads: number | null;
  /** As the engine writes sizes: `4GB`. */
  readonly memory: string | null;
}

const lockedDown = (settings: EngineSettings): string[] => [
  `SET temp_directory = ${literal(settings.folder)}`,
  `SET TimeZone = 'UTC'`,
  'SET preserve_insertion_order = true',
  'SET errors_as_json = true',
  `SET allowed_directories = [${literal(`${settings.folder}/`)}]`,
  `SET allowed_paths = [${settings.paths.map(literal).join(', ')}]`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

const typeOf = (error: unknown): string => {
  const message = (error as Error).message ?? '';
  return /"exception_type":"([^"]+)"/.exec(message)?.[1] ?? message.split(' Error:')[0]!.slice(0, 40);
};

type Api = typeof import('@duckdb/node-api');

/** The rows of a result, which is whole already: unlike the result's own readers this asks no other thread for them. */
const rowsOf = (result: DuckDBMaterializedResult, asJson: Api['JsonDuckDBValueConverter']): Row[] => {
  const names = result.columnNames();
  return Array.from({ length: result.chunkCount }, (_, index) =>
    result.getChunk(index).convertRows(asJson),
  ).flatMap((rows) =>
    rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at]!, cell])) as Row),
  );
};

const openWith = async (
  { DuckDBInstance: Instance, JsonDuckDBValueConverter: asJson, version }: Api,
  settings: EngineSettings,
): Promise<Engine> => {
  const instance: DuckDBInstance = await Instance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    ...(settings.threads === null ? {} : { threads: String(settings.threads) }),
    ...(settings.memory === null ? {} : { memory_limit: settings.memory }),
  });
  const connection: DuckDBConnection = await instance.connect();
  let running: Promise<unknown> = Promise.resolve();
  let closed = false;
  let stopping: NodeJS.Timeout | null = null;
  // An interruption that comes before its statement has begun is lost, so it is said again.
  const stop = (): void => {
    if (stopping !== null || closed) return;
    connection.interrupt();
    stopping = setInterval(() => connection.interrupt(), 20);
  };
  const ask = async (sql: string, values: readonly string[] | undefined) => {
    if (stopping !== null) throw new EngineError('Interrupt', null);
    const work = connection.run(sql, values === undefined ? undefined : ([...values] as DuckDBValue[]));
    running = work.catch(() => undefined);
    try {
      return await work;
    } catch (error) {
      throw new EngineError(typeOf(error), error);
    }
  };
  await ask(lockedDown(settings).join(';\n'), undefined);
  return {
    execute: async (sql, values) => {
      await ask(sql, values);
    },
    rows: async (sql, values) => rowsOf(await ask(sql, values), asJson),
    interrupt: () => {
      if (!closed) connection.interrupt();
    },
    stop,
    close: async () => {
      if (closed) return;
      stop();
      closed = true;
      await running;
      clearInterval(stopping!);
      connection.closeSync();
      instance.closeSync();
    },
    version: version(),
  };
};

/** Loads the engine's code and gives what opens an engine; the opening goes on in the background from that call on. */
export const loadEngine = async (): Promise<typeof openEngine> => {
  const module = await import('@duckdb/node-api');
  const api = (module as unknown as { default?: Api }).default ?? module;
  return (settings) => openWith(api, settings);
};

/** Opens an engine in memory without network, extensions or any path but those given, and locks its settings. */
export const openEngine = async (settings: EngineSettings): Promise<Engine> => (await loadEngine())(settings);
