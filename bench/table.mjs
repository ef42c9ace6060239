import { goals } from './contestants.mjs';
import { judge, median, ratio } from './statistics.mjs';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

const seconds = (wall) => wall.toFixed(wall < 1 ? 3 : 2);
const times = (number) => `${number.toFixed(number < 10 ? 2 : 1)} ×`;

/** What a goal asks of loyalty, in words. */
function goalText(goal) {
  if (goal.seconds !== undefined) return `at most ${goal.seconds} s`;
  if (goal.atMost === undefined) return `at least ${goal.atLeast} × faster`;
  return goal.slower === goal.peer
    ? `at most ${goal.atMost} × ${goal.faster}`
    : `at most ${goal.atMost} × its time`;
}

function verdictText(goal, samples) {
  const verdict = judge(goal, samples);
  if (verdict === null) return 'not measured';
  const found = verdict.wall === undefined ? times(verdict.ratio) : `${seconds(verdict.wall)} s`;
  if (verdict.met) return `met: ${found}`;
  return `missed: ${found}, by ${Math.ceil(verdict.missedBy * 100)} %`;
}

function row(contestant, heat, samples) {
  const taken = samples[contestant.name];
  const relative = ratio(taken, samples[heat.own]);
  const goal = goals.find(({ peer }) => peer === contestant.name);
  const cells = [
    contestant.title,
    heat.title,
    seconds(median(taken.map(({ wall }) => wall))),
    Math.round(median(taken.map(({ peakMiB }) => peakMiB))),
    relative === null ? '–' : relative.toFixed(2),
    taken.length,
    goal ? goalText(goal) : '',
    goal ? verdictText(goal, samples) : '',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The Markdown table of the heats that ran, with the surroundings of the run above it. */
export function markdown(heats, samples, surroundings) {
  const { date, machine, versions, agreement } = surroundings;
  const rows = heats.flatMap((heat) =>
    heat.contestants
      .filter(({ name }) => samples[name]?.length > 0)
      .map((contestant) => row(contestant, heat, samples)),
  );
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured ${date} on ${machine}; ${named.join(', ')}. Whole commands, medians of interleaved rounds; ratios are medians of the ratios of each round. ${agreement}`,
    '',
    '| command | data | wall s | peak MiB | time ÷ loyalty | rounds | goal for loyalty | result |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Puts `content` between the two markers of a page; throws where they are not there once each, in order. */
export function betweenMarkers(page, content) {
  const [before, rest, ...more] = page.split(START);
  const [, after, ...others] = rest?.split(END) ?? [];
  if (after === undefined || more.length > 0 || others.length > 0)
    throw new Error(`README.md needs the lines ${START} and ${END}, once each and in this order`);
  return `${before}${START}\n${content}\n${END}${after}`;
}
