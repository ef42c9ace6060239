import { extname } from 'node:path';
import { fault } from '../errors.ts';
import { endings } from './parse.ts';

/** Refuses a name whose ending is no format of a configuration. */
export const assertEnding = (path: string): void => {
  if (!endings.includes(extname(path).toLowerCase()))
    throw fault('config_ending', [path, endings.join(', ')]);
};

/** A configuration in the format that the ending of its file's name says. */
export const writtenFor = async (path: string, value: Readonly<Record<string, unknown>>): Promise<string> => {
  const ending = extname(path).toLowerCase();
  if (ending === '.json') return `${JSON.stringify(value, null, 2)}\n`;
  if (ending === '.toml') return (await import('smol-toml')).stringify(value);
  return (await import('./documents/yaml-text.ts')).yamlText({ value });
};
