import { expect, it } from 'vitest';
import { scratch } from '../stories/scratch.ts';
import { run } from '../support/cli.ts';

const { write } = scratch();

const surveys = write(
  'surveys.csv',
  'response_id,customer_id,answered_at,score\nR1,A,2021-01-05,9\nR2,B,2021-01-06,\nR3,C,2021-03-07,2\n',
);

const config = write(
  'loyalty.yaml',
  `define:
  - { id: unhappy, grain: answer, unit: count, numerator: count where score <= 6 }
  - { id: all_points, grain: answer, unit: ratio, numerator: sum score }
`,
);

const outcome = async (check: string, period: string) => {
  const { code, stdout } = await run([
    ...['check', '--surveys', surveys, '--config', config, '--quiet', '--reporter', 'json'],
    ...['--as-of', '2021-06-01', '--data-through', '2021-05-31', '--period', period, '--check', check],
  ]);
  const [{ reason, details }] = JSON.parse(stdout).checks;
  return [code, reason, ...details];
};

it.each([
  ['unhappy <= 9', '2021-01', [0, null]],
  ['unhappy <= 0', '2021-01', [0, null]],
  ['unhappy <= 0', '2021-03', [1, null]],
  ['unhappy <= 9', '2021-02', [4, 'no_answers']],
  ['unhappy < 1 level=warn', '2021-02', [4, 'no_answers']],
  ['unhappy >= 1', '2021-02', [1, null]],
  ['unhappy max_rise 5', '2021-02', [4, 'no_answers']],
  ['unhappy max_rise 5', '2021-03', [4, 'no_earlier', 'no_answers']],
  ['all_points <= 99', '2021-01', [0, null]],
  ['all_points <= 99', '2021-02', [4, 'no_answers']],
])('a declared count of answers never passes on none: %s in %s', async (check, period, expected) => {
  expect(await outcome(check, period)).toEqual(expected);
});
