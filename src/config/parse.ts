import { extname } from 'node:path';
import { fault, type Place } from '../errors.ts';
import { type Document, type Position, Unreadable } from './document.ts';

const readers: Readonly<Record<string, () => Promise<(text: string) => Document>>> = {
  '.json': async () => (await import('./documents/json.ts')).readJson,
  '.yaml': async () => (await import('./documents/yaml.ts')).readYaml,
  '.yml': async () => (await import('./documents/yaml.ts')).readYaml,
  '.toml': async () => (await import('./documents/toml.ts')).readToml,
};

/** The endings a configuration may have. */
export const endings = Object.keys(readers);

/** A place in a file as it is said; without a position the file alone. */
export const placeIn = (file: string, position: Position | null): Place => ({ file, ...position });

/** Reads a text by the ending of its file's name; what is no document of that format is refused with its place. */
export const parseDocument = async (name: string, text: string): Promise<Document> => {
  const ending = extname(name).toLowerCase();
  const reader = readers[ending];
  if (reader === undefined) throw fault('config_ending', [name, endings.join(', ')]);
  const read = await reader();
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const format = ending === '.json' ? 'JSON' : ending === '.toml' ? 'TOML' : 'YAML';
    throw fault('config_not_whole', [name, format, error.message], placeIn(name, error.position));
  }
};
