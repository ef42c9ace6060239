import { type Report, report as schema } from '../report/schema.ts';
import type { RenderOptions } from './options.ts';

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [wellFormed(key), clean(part)]));
};

/** A value as JSON: two spaces, a final newline, always well-formed UTF-8. */
export const jsonText = (value: unknown): string => `${JSON.stringify(clean(value), null, 2)}\n`;

/**
 * The report as JSON: keys in the schema's order, two spaces, a final newline, always well-formed UTF-8. It is the same
 * in every language; a report that breaks its schema (a NaN in it, say) is a bug and throws.
 */
export const json = (report: Report, _options: RenderOptions): string => jsonText(schema.parse(report));
