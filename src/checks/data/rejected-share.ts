import { whole } from '../../statistics/index.ts';
import { inputsOf } from './inputs.ts';
import type { Measure } from './measure.ts';

export const rejectedShare: Measure = ({ report }, role) => {
  const inputs = inputsOf(report, role);
  if (inputs.length === 0) return { reason: 'no_segment', details: [] };
  const records = inputs.reduce((sum, input) => sum + input.records, 0);
  if (records === 0) return { reason: 'no_rows', details: [] };
  const rejected = inputs
    .flatMap(({ reconciliation }) => Object.values(reconciliation.rejected))
    .reduce((sum, count) => sum + count, 0);
  return { numerator: whole(rejected), denominator: whole(records), cases: records };
};
