export { compareWith, previousPeriod, yearBefore } from './comparison.ts';
export { addDays, addMonths, type Day, daysBetween, isDay } from './day.ts';
export { type Duration, durationYears, type Fraction, parseDuration, subtract } from './duration.ts';
export { isFiscalStart, type PeriodContext, parsePeriod } from './parse.ts';
export { allOf, type Everything, type Period, type PeriodKind, truncateLike, type Window } from './period.ts';
export { dayIn, isTimezone } from './timezone.ts';
export { type UnitKind, unitContaining, unitsOver } from './unit.ts';
