import { decimalText } from '../statistics/index.ts';
import type { Check } from './check.ts';

const escaped = (value: string): string => value.replace(/[\]\\]/g, '\\$&');

/** A check in its own notation, thresholds as exact decimals: read again, it is the same check. */
export const checkText = ({ id, segment, condition, ...check }: Check): string => {
  const { operator, threshold, upper, relative, against } = condition;
  const [low, high] = [threshold, upper].map((value) => (value === null ? '' : decimalText(value, 0)));
  const percent = decimalText({ units: threshold.units * 100n, scale: threshold.scale }, 0);
  const words = [
    `${id}${segment === null ? '' : `[${segment.attribute}=${escaped(segment.value)}]`}`,
    operator,
    operator === 'between' ? `${low} and ${high}` : relative ? `${percent}%` : low!,
    against === null ? '' : `against=${against}`,
    check.level === 'warn' ? 'level=warn' : '',
    check.minN === null ? '' : `min_n=${check.minN}`,
    check.confidence ? `confidence inconclusive=${check.inconclusive}` : '',
    check.allowShortHistory ? 'allow_history_short' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
};
