export { clopperPearson, type ShareBounds } from './binomial.ts';
export {
  add,
  compareExact,
  decimalText,
  multiply,
  parseExact,
  ratio,
  subtract,
  toDouble,
  whole,
} from './exact.ts';
export { type MeanSums, meanInterval, meanTest } from './mean.ts';
export {
  type AdjustedNetScore,
  adjustedNetScore,
  type NetScore,
  netScoreInterval,
  netScoreTest,
} from './net-score.ts';
export { shareTest, wilson } from './share.ts';
export { LEVEL, type Test } from './verdict.ts';
