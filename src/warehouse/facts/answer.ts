import type { Engine } from '../engine.ts';
import type { Breakdown } from '../load/columns.ts';
import { dayLiteral } from '../sql.ts';
import { segmentOf } from './shoppers.ts';
import type { FactPeriod } from './windows.ts';

/** Which answer counts when one person answers several times in the period: `--answers`. */
export type AnswerRule = 'last' | 'first' | 'all';

const inside = (column: string, period: FactPeriod, undated: boolean): string =>
  `(${column} >= ${dayLiteral(period.start)} AND ${column} < ${dayLiteral(period.stop)}${undated ? ` OR ${column} IS NULL` : ''})`;

const answered = '(completed IS DISTINCT FROM false AND coalesce(score, satisfaction, effort) IS NOT NULL)';

const answerRows = (
  period: FactPeriod,
  breakdown: Breakdown | null,
  rule: AnswerRule,
  undated: boolean,
): string => {
  const { segment, join } = segmentOf(breakdown, 'answers');
  const order = rule === 'first' ? 'ASC' : 'DESC';
  const ranked = [
    'answered_at',
    'answered_text',
    'length(response_id)',
    'response_id',
    'score',
    'satisfaction',
    'effort',
  ];
  const rank = `row_number() OVER (PARTITION BY customer, answered ORDER BY ${ranked.map((column) => `${column} ${order} NULLS LAST`).join(', ')})`;
  const counts = rule === 'all' ? 'true' : '(answers.customer IS NULL OR turn = 1)';
  const counted = (column: string): string => `CASE WHEN ${counts} THEN ${column} END AS ${column}`;
  return `SELECT ${period.index} AS period, ${segment} AS segment, ${['score', 'satisfaction', 'effort'].map(counted).join(', ')}, answered,
    invitations_known FROM (
    SELECT *, ${rank} AS turn, (SELECT bool_or(NOT ${answered}) FROM raw_surveys WHERE fate = 0) AS invitations_known FROM (
      SELECT customer, answered_at, answered_text, response_id, completed,
        CASE WHEN completed IS DISTINCT FROM false THEN score END AS score,
        CASE WHEN completed IS DISTINCT FROM false THEN satisfaction END AS satisfaction,
        CASE WHEN completed IS DISTINCT FROM false THEN effort END AS effort,
        ${answered} AS answered
      FROM raw_surveys WHERE fate = 0 AND ${inside('answered_at', period, undated)})
  ) AS answers ${join}`;
};

/**
 * Makes `facts_answer`: the survey rows of each period. Under `last` and `first` only one answer of a person keeps its
 * scores; the others still are answers to an invitation. `invitations_known` says whether the files hold any unanswered.
 */
export const makeAnswerFacts = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  breakdown: Breakdown | null,
  rule: AnswerRule,
  undated: boolean,
): Promise<void> => {
  const views = breakdown === null || breakdown.scope === 'order' ? [null] : [null, breakdown];
  const parts = periods.flatMap((period) => views.map((by) => answerRows(period, by, rule, undated)));
  await engine.execute(`CREATE TEMP VIEW facts_answer AS ${parts.join('\nUNION ALL ')}`);
};

/** Makes `facts_departure` from the leavers of the customers file, else from the reasons of dated answers. */
export const makeDepartureFacts = async (
  engine: Engine,
  periods: readonly FactPeriod[],
  from: 'customers' | 'surveys',
): Promise<void> => {
  const [table, day, reason] =
    from === 'customers'
      ? ['leavers', 'ended_at', 'end_reason']
      : ['(SELECT * FROM raw_surveys WHERE fate = 0 AND reason IS NOT NULL)', 'answered_at', 'reason'];
  const parts = periods.map(
    (period) =>
      `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, ${reason} AS reason FROM ${table} WHERE ${inside(day, period, false)}`,
  );
  await engine.execute(`CREATE TEMP VIEW facts_departure AS ${parts.join('\nUNION ALL ')}`);
};

/** Makes `facts_spend`: the dated spend of each period by kind. */
export const makeSpendFacts = async (engine: Engine, periods: readonly FactPeriod[]): Promise<void> => {
  const parts = periods.map(
    (
      period,
    ) => `SELECT ${period.index} AS period, NULL::VARCHAR AS segment, kind, amount::DECIMAL(38,4) AS amount FROM raw_spend
      WHERE fate = 0 AND ${inside('spent_on', period, false)}`,
  );
  await engine.execute(`CREATE TEMP VIEW facts_spend AS ${parts.join('\nUNION ALL ')}`);
};
