import { daysBetween } from '../../period/index.ts';
import { whole } from '../../statistics/index.ts';
import type { Measure } from './measure.ts';

export const lastOrderAgeDays: Measure = ({ report, data }) =>
  data.lastOrder === null
    ? { reason: 'no_rows', details: [] }
    : { numerator: whole(daysBetween(data.lastOrder, report.asOf)), denominator: whole(1), cases: null };
