/** @file The calendar of the date task: days of a month, days of the week, names in English and French. */

/** A day of the Gregorian calendar; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The years of the task, both included. */
export const FIRST_YEAR = 1800;
export const LAST_YEAR = 2199;

/** A year of two digits is the one of these hundred years: 09 is 2009, 67 is 1967. */
export const FIRST_SHORT_YEAR = 1950;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a year has a 29th of February: each fourth, but of the hundreds only each fourth. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month (1 to 12) has. Throws a RangeError for another month. */
export function daysIn(year: number, month: number): number {
  const length = LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`month is ${month}; 1 to 12 was expected`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** How many leap years lie before a year, from year 1 on. */
const leapYearsBefore = (year: number): number =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

/** The day of the week, 0 for Monday: days are counted from 1 January of year 1, a Monday in this calendar. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  let days = 365 * (year - 1) + leapYearsBefore(year);
  for (let past = 1; past < month; past += 1) days += daysIn(year, past);
  return (days + day - 1) % 7;
}

/** 2009-05-03 */
export function isoOf({ year, month, day }: CalendarDay): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

/** Names from January and from Monday on. French short forms take their point, as print does. */
export const names = {
  month: [
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
  ],
  mon: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  weekday: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  day3: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  mois: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  court: [
    ...['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin'],
    ...['juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  ],
  jour: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
} as const;
