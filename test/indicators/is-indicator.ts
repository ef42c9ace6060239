import type { Indicator } from '../../src/indicators/define.ts';

/** Whether an exported thing is the definition of a figure. */
export const isIndicator = (value: unknown): value is Indicator =>
  typeof value === 'object' && value !== null && 'id' in value && 'computation' in value && 'edges' in value;
