import { createHash } from 'node:crypto';
import type { Filter } from '../sources/filter.ts';
import { decimalText } from '../statistics/index.ts';
import type { KpiRequest } from './request.ts';
import type { Report } from './schema.ts';

/** A filter by its column and a mark of its values, which may be a customer's and are not told. */
const filterText = ({ role, column, patterns }: Filter): string => {
  const mark = createHash('sha256').update(JSON.stringify(patterns)).digest('hex').slice(0, 12);
  return `${role}.${column}#${mark}`;
};

/** The settings of a request that change what its figures mean, as the report tells them. */
export const settingsOf = (request: KpiRequest): NonNullable<Report['settings']> => {
  const { lifespan, margin, npsScale, countStatuses, indicators } = request;
  const own = indicators.filter(({ source }) => source === 'config');
  return {
    answers: request.answers,
    scale: npsScale === null ? null : npsScale.join('-'),
    lifespan:
      lifespan === null ? null : Number(lifespan.numerator.units) / Number(lifespan.denominator.units),
    margin: margin === null ? null : decimalText(margin, 0),
    loyalOrders: request.loyalOrders,
    contentMin: request.contentMinimum,
    fiscalStart: request.fiscalStart,
    currency: request.currency,
    countStatus: countStatuses === null ? null : countStatuses.toSorted(),
    grain: request.grain,
    exclude: request.excludes.map(filterText),
    onlyWhere: request.onlyWhere.map(filterText),
    define: Object.fromEntries(
      own.map(({ id, computation, formula }) => [
        id,
        [...('grain' in computation ? [computation.grain] : []), formula.en].join(': '),
      ]),
    ),
  };
};
