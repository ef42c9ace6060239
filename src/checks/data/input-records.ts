import { whole } from '../../statistics/index.ts';
import { inputsOf } from './inputs.ts';
import type { Measure } from './measure.ts';

export const inputRecords: Measure = ({ report }, role) => {
  const inputs = inputsOf(report, role);
  if (inputs.length === 0) return { reason: 'no_segment', details: [] };
  const records = inputs.reduce((sum, input) => sum + input.records, 0);
  return { numerator: whole(records), denominator: whole(1), cases: records };
};
