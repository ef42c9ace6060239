/** A calendar counted forward day by day, without Date: the second computation the periods are held to. */
export interface CalendarDay {
  readonly day: string;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly ordinal: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = (year: number): number[] => [
  31,
  isLeap(year) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
];

/** Every day from 1 January 1999, a Friday, to 31 December of `lastYear`. */
export const countDays = (lastYear: number): CalendarDay[] => {
  const days: CalendarDay[] = [];
  let weekday = 4;
  for (let year = 1999; year <= lastYear; year++) {
    let ordinal = 0;
    monthLengths(year).forEach((length, index) => {
      for (let date = 1; date <= length; date++) {
        const month = index + 1;
        const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        days.push({ day, year, month, date, weekday, ordinal: ++ordinal });
        weekday = (weekday + 1) % 7;
      }
    });
  }
  return days;
};

const daysIn = (year: number): number => (isLeap(year) ? 366 : 365);

/** The ISO week by its definition: a week belongs to the year of its Thursday, and counts that year's Thursdays. */
export const isoWeekLabel = ({ year, ordinal, weekday }: CalendarDay): string => {
  let thursday = ordinal - weekday + 3;
  let weekYear = year;
  if (thursday < 1) {
    weekYear -= 1;
    thursday += daysIn(weekYear);
  } else if (thursday > daysIn(year)) {
    thursday -= daysIn(year);
    weekYear += 1;
  }
  return `${weekYear}-W${String(Math.ceil(thursday / 7)).padStart(2, '0')}`;
};

/** The year, half or quarter of a fiscal year that starts on month-day, found by counting month starts passed. */
export const fiscalLabel = (
  { year, month, date }: CalendarDay,
  [startMonth, startDate]: readonly [number, number],
  kind: 'year' | 'half' | 'quarter',
): string => {
  const begun = month > startMonth || (month === startMonth && date >= startDate);
  let passed = 0;
  for (let m = startMonth, y = begun ? year : year - 1; y < year || (y === year && m <= month); ) {
    if (y < year || m < month || date >= startDate) passed++;
    m = m === 12 ? 1 : m + 1;
    if (m === 1) y++;
  }
  const name = `FY${begun ? year : year - 1}`;
  if (kind === 'year') return name;
  return kind === 'half' ? `${name}-H${passed <= 6 ? 1 : 2}` : `${name}-Q${Math.ceil(passed / 3)}`;
};
