import type { Command } from 'commander';
import { yamlText } from '../config/documents/yaml-text.ts';
import { configurationSchema } from '../config/schema.ts';
import { EXIT } from '../errors.ts';
import { jsonText } from '../render/json.ts';
import { answer } from './answer.ts';
import { configurationOf, withConfiguration } from './configured.ts';
import { settingPlaces } from './declared-settings.ts';
import { effective } from './effective.ts';
import type { Io } from './io.ts';
import { kpiOptions, printOptions, validate, yamlOrJson } from './options.ts';
import { requestOf } from './request.ts';

/** Prints the JSON Schema of a configuration. */
export const runConfigSchema = async (io: Io): Promise<number> => {
  await answer(io, jsonText(configurationSchema()));
  return EXIT.done;
};

const isNumber = new Set(['loyalOrders', 'contentMin', 'minGroup', 'threads']);

/** What holds by flag, as a configuration writes it: what was said, else the default. */
const settingsOf = (
  said: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    settingPlaces.map(({ flag }) => {
      const value = said[flag] ?? defaults[flag];
      if (isNumber.has(flag) && value !== undefined) return [flag, Number(value)];
      return [flag, typeof value === 'number' ? String(value) : value];
    }),
  );

const textOf = (from: unknown): string =>
  typeof from === 'string'
    ? from
    : Array.isArray(from)
      ? from.join(', ')
      : Object.entries(from as object)
          .map(([key, origin]) => `${key}: ${origin}`)
          .join(', ');

/** Prints the configuration that `kpi` would run with under these arguments, each key with where it comes from. */
export const runConfigPrint = async (
  orders: readonly string[],
  flags: Record<string, unknown>,
  command: Command,
  io: Io,
): Promise<number> => {
  const { format } = validate(yamlOrJson, flags);
  const configuration = await configurationOf(flags, io);
  const given = await withConfiguration(orders, flags, configuration);
  const printing = { ...given.flags, format: undefined };
  validate(printOptions, printing);
  const options = validate(kpiOptions, given.flags);
  const files = [given.orders, options.customers, options.surveys, options.content, options.spend].flat();
  if (files.length > 0) requestOf(given.orders, options, io.now(), configuration, configuration?.own);
  const settings = settingsOf(given.flags, { ...printOptions.parse({}), ...kpiOptions.parse({}) });
  const entries = effective({ orders, flags, settings, options, configuration, command });
  const text =
    format === 'json'
      ? jsonText(Object.fromEntries(entries.map(({ key, value, from }) => [key, { value, from }])))
      : yamlText({
          value: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
          beside: Object.fromEntries(entries.map(({ key, from }) => [key, textOf(from)])),
        });
  await answer(io, text);
  return EXIT.done;
};
