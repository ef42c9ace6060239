import type { Figure } from '../../src/report/schema.ts';
import { dayIn } from '../oracle/books.ts';
import type { Shop } from '../oracle/shop.ts';
import type { Answer } from './answer.ts';

type Known = Partial<Figure>;

const totalOf = (answer: Answer, id: string): Known => {
  const found = answer.figures.find((figure) => figure.id === id && figure.segment === null);
  if (found === undefined) throw new Error(`the answer has no figure ${id}`);
  return found;
};

const replacing = (answer: Answer, replacements: Readonly<Record<string, Known>>): Answer => ({
  ...answer,
  figures: answer.figures.map((figure) => replacements[figure.id!] ?? figure),
});

const turned = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : -value;

const turnedAround = ({ interval, previous, change, ...figure }: Known): Known => ({
  ...figure,
  value: turned(figure.value),
  numerator: turned(figure.numerator),
  interval: interval ? { ...interval, low: -interval.high, high: -interval.low } : null,
  previous: previous
    ? { ...previous, value: turned(previous.value), numerator: turned(previous.numerator) }
    : null,
  change: change ? { ...change, absolute: -change.absolute } : null,
});

/** The answer once promoters and detractors have changed sides: the score turns around, their shares change places. */
export const withSidesChanged = (answer: Answer): Answer =>
  replacing(answer, {
    net_promoter_score: turnedAround(totalOf(answer, 'net_promoter_score')),
    promoter_share: { ...totalOf(answer, 'detractor_share'), id: 'promoter_share' },
    detractor_share: { ...totalOf(answer, 'promoter_share'), id: 'detractor_share' },
  });

const classOf = (score: number): string =>
  score >= 9 ? 'promoter_share' : score >= 7 ? 'passive_share' : 'detractor_share';

const withStatus = (answer: Answer, figure: Known, numerator: number, denominator: number): Known => {
  const { interval: _, change: __, ...rest } = figure;
  const value = (figure.id === 'net_promoter_score' ? 100 : 1) * (numerator / denominator);
  const status = answer.status === 'incomplete' ? 'incomplete' : 'ok';
  return { ...rest, value, numerator, denominator, status, notes: [] };
};

/**
 * The answer once someone new has answered several times on one day: only the last of the scores counts, all of them
 * are answers to an invitation. What becomes of intervals and changes is left open.
 */
export const withAnswersGiven = (
  answer: Answer,
  shop: Shop,
  asOf: number,
  scores: readonly string[],
): Answer => {
  const counted = Number(scores.at(-1));
  const shares = ['promoter_share', 'passive_share', 'detractor_share'].map((id) => {
    const share = totalOf(answer, id);
    const more = id === classOf(counted) ? 1 : 0;
    return withStatus(answer, share, (share.numerator ?? 0) + more, (share.denominator ?? 0) + 1);
  });
  const [promoters, , detractors] = shares;
  const score = withStatus(
    answer,
    totalOf(answer, 'net_promoter_score'),
    promoters!.numerator! - detractors!.numerator!,
    promoters!.denominator!,
  );
  const response = totalOf(answer, 'response_rate');
  const hasUnanswered = (shop.surveys ?? []).some(
    (row) => row.score + row.satisfaction + row.effort === '' && dayIn(row.answered_at) <= asOf,
  );
  const answered = withStatus(
    answer,
    response,
    (response.numerator ?? 0) + scores.length,
    (response.denominator ?? 0) + scores.length,
  );
  const all = [...shares, score, ...(hasUnanswered ? [answered] : [])];
  return replacing(answer, Object.fromEntries(all.map((figure) => [figure.id!, figure])));
};
