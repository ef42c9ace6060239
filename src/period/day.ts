import { addDays as shiftDays } from 'date-fns/addDays';
import { addMonths as shiftMonths } from 'date-fns/addMonths';
import { inUtc } from './utc.ts';

/** A calendar day, `YYYY-MM-DD`; days compare as text. */
export type Day = string;

const MILLISECONDS = 86_400_000;

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
};

/** The day that lies `count` days later (earlier where it is negative). */
export const addDays = (day: Day, count: number): Day => dayOf(shiftDays(day, count, inUtc));

/** The same day of the month `count` months later (earlier where it is negative), or that month's last day. */
export const addMonths = (day: Day, count: number): Day => dayOf(shiftMonths(day, count, inUtc));

/** How many days lie in the window `[from, to)`; negative where `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS;
