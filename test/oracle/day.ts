/** A calendar day as the number of days since 1 January of the year 1 (proleptic Gregorian, that day is 0). */
export type Day = number;

/** Whole days `[start, stop)`. */
export type Span = readonly [start: Day, stop: Day];

/** A day as people write it. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The number of days of a month (1–12). */
export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** The day of a year, month (1–12) and day of the month; throws where the calendar has none. */
export const dayFrom = (year: number, month: number, day: number): Day => {
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  let before = daysBeforeYear(year);
  for (let earlier = 1; earlier < month; earlier += 1) before += lengthOfMonth(year, earlier);
  return before + day - 1;
};

/** The year, month and day of the month of a day. */
export const dateOf = (day: Day): CalendarDate => {
  let year = Math.floor(day / 366) + 1;
  while (daysBeforeYear(year + 1) <= day) year += 1;
  let left = day - daysBeforeYear(year);
  let month = 1;
  while (left >= lengthOfMonth(year, month)) {
    left -= lengthOfMonth(year, month);
    month += 1;
  }
  return { year, month, day: left + 1 };
};

/** Reads `YYYY-MM-DD`; throws on anything else. */
export const dayOf = (text: string): Day => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) throw new RangeError('not a day');
  return dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** Writes `YYYY-MM-DD`. */
export const dayText = (day: Day): string => {
  const date = dateOf(day);
  const padded = (value: number, width: number) => String(value).padStart(width, '0');
  return `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
};

/** Months since the year 0; two days of one calendar month have the same. */
export const monthOf = (day: Day): number => {
  const date = dateOf(day);
  return date.year * 12 + date.month - 1;
};

/** The first day of a month as `monthOf` counts them. */
export const firstOfMonth = (month: number): Day => dayFrom(Math.floor(month / 12), (month % 12) + 1, 1);

/** The same day of the month `months` later (earlier when negative), or that month's last day where it is shorter. */
export const addMonths = (day: Day, months: number): Day => {
  const target = monthOf(day) + months;
  const [year, month] = [Math.floor(target / 12), (target % 12) + 1];
  return dayFrom(year, month, Math.min(dateOf(day).day, lengthOfMonth(year, month)));
};

/** Whether a day lies in `[start, stop)`. */
export const within = (day: Day, [start, stop]: Span): boolean => day >= start && day < stop;
