import { whole } from '../../statistics/index.ts';
import type { Measure } from './measure.ts';

export const matchedSurveyShare: Measure = ({ data, report }) => {
  const given = (['orders', 'surveys'] as const).filter(
    (role) => !report.inputs.some((input) => input.role === role),
  );
  if (given.length > 0) return { reason: 'unavailable', details: given };
  if (data.surveys === null || data.surveys.people === 0) return { reason: 'no_rows', details: [] };
  const { matched, people } = data.surveys;
  return { numerator: whole(matched), denominator: whole(people), cases: people };
};
