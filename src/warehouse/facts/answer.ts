import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import { type FactRows, factRows } from './rows.ts';
import { segmentOf } from './shoppers.ts';
import type { FactPeriod } from './windows.ts';

/** Which answer counts when one person answers several times in the period: `--answers`. */
export type AnswerRule = 'last' | 'first' | 'all';

const inside = (column: string, period: FactPeriod, undated: boolean): string =>
  `(${column} >= ${dayLiteral(period.start)} AND ${column} < ${dayLiteral(period.stop)}${undated ? ` OR ${column} IS NULL` : ''})`;

const answered = '(completed IS DISTINCT FROM false AND coalesce(score, satisfaction, effort) IS NOT NULL)';

/** The questions of a survey that a person answers with a number. */
export const scales = ['score', 'satisfaction', 'effort'] as const;
export type Scale = (typeof scales)[number];

/** By day, then by what is written of the time, then by id: the order of the rows says nothing. */
const rankedBy = ['answered_at', 'answered_text', 'length(response_id)', 'response_id', ...scales];

const counted = (scale: Scale, rule: AnswerRule, asked: ReadonlySet<Scale>): string => {
  if (rule === 'all' || !asked.has(scale)) return scale;
  const direction = rule === 'first' ? 'ASC' : 'DESC';
  const order = rankedBy.map((column) => `${column} ${direction} NULLS LAST`).join(', ');
  return `CASE WHEN customer IS NULL OR row_number() OVER (PARTITION BY customer, ${scale} IS NULL ORDER BY ${order}) = 1 THEN ${scale} END AS ${scale}`;
};

const answerRows = (
  period: FactPeriod,
  breakdown: Breakdown | null,
  rule: AnswerRule,
  asked: ReadonlySet<Scale>,
  undated: boolean,
): string => {
  const { segment, join } = segmentOf(breakdown, 'answers');
  const given = scales.map(
    (scale) => `CASE WHEN completed IS DISTINCT FROM false THEN ${scale} END AS ${scale}`,
  );
  return `SELECT ${period.index} AS period, ${segment} AS segment, score, satisfaction, effort, answered, invitations_known FROM (
    SELECT customer, ${scales.map((scale) => counted(scale, rule, asked)).join(', ')}, answered,
      (SELECT bool_or(NOT ${answered}) FROM raw_surveys WHERE fate = 0) AS invitations_known
    FROM (
      SELECT customer, answered_at, answered_text, response_id, ${given.join(', ')}, ${answered} AS answered
      FROM raw_surveys WHERE fate = 0 AND ${inside('answered_at', period, undated)})
  ) AS answers ${join}`;
};

/**
 * The survey rows of each period. Under `last` and `first` only one answer of a person to each
 * question (of those `asked`) keeps its number; the others still are answers to an invitation. `invitations_known` says
 * whether the files hold any unanswered.
 */
export const answerFacts = (
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  rule: AnswerRule,
  asked: ReadonlySet<Scale>,
  undated: boolean,
): FactRows => {
  const views = breakdown === null || breakdown.scope === 'order' ? [null] : [null, breakdown];
  return factRows(periods, (period) => views.map((by) => answerRows(period, by, rule, asked, undated)));
};

/** Who left in each period and why: the leavers of the customers file, else the reasons of dated answers. */
export const departureFacts = (periods: readonly FactPeriod[], from: 'customers' | 'surveys'): FactRows => {
  const [table, day, reason] =
    from === 'customers'
      ? ['leavers', 'ended_at', 'end_reason']
      : ['(SELECT * FROM raw_surveys WHERE fate = 0 AND reason IS NOT NULL)', 'answered_at', 'reason'];
  return factRows(periods, (period) => [
    `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, ${reason} AS reason FROM ${table} WHERE ${inside(day, period, false)}`,
  ]);
};

/** The dated spend of each period by kind. */
export const spendFacts = (periods: readonly FactPeriod[]): FactRows =>
  factRows(periods, (period) => [
    `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, kind, amount::DECIMAL(38,4) AS amount FROM raw_spend
      WHERE fate = 0 AND ${inside('spent_on', period, false)}`,
  ]);
