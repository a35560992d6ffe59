/** @file The ways of writing a date: templates with named parts, in English and French. */
import { names, weekdayOf, type CalendarDay } from './calendar.ts';

/**
 * The forms. In braces: year (2009), yy (09), mm and m (05, 5), dd and d (03, 3), th (3rd), er (1er, 3), month and mon (may, sep),
 * weekday and day3 (tuesday, tue), mois and court (mai, sept.), jour (mardi).
 *
 * The rule for numbers alone: with slashes the month comes first, as in America (05/03/09 is the 3rd of May); with points or hyphens the
 * day comes first (03.05.09), and also with slashes after “le”, since that is French (le 03/05/2009). Four digits in front are the year,
 * and the month follows it.
 */
export const forms: readonly string[] = [
  '{year}-{mm}-{dd}',
  '{year}/{mm}/{dd}',
  '{year}.{mm}.{dd}',
  '{year}{mm}{dd}',
  '{mm}/{dd}/{year}',
  '{m}/{d}/{year}',
  '{mm}/{dd}/{yy}',
  '{m}/{d}/{yy}',
  '{dd}.{mm}.{year}',
  '{d}.{m}.{year}',
  '{dd}.{mm}.{yy}',
  '{dd}-{mm}-{year}',
  '{d}-{m}-{yy}',
  '{d} {month} {year}',
  '{d} {month}, {year}',
  '{th} {month} {year}',
  '{th} of {month} {year}',
  'the {th} of {month} {year}',
  'the {th} of {month}, {year}',
  'on the {th} of {month} {year}',
  '{month} {d} {year}',
  '{month} {d}, {year}',
  '{month} {th}, {year}',
  '{month} {th} {year}',
  '{month} the {th}, {year}',
  'on {month} {d}, {year}',
  '{d} {mon} {year}',
  '{dd} {mon} {year}',
  '{mon} {d}, {year}',
  '{mon}. {d}, {year}',
  '{dd}-{mon}-{year}',
  '{d}-{mon}-{yy}',
  '{dd}{mon}{year}',
  "{d} {mon} '{yy}",
  "{month} {d}, '{yy}",
  '{weekday}, {month} {d}, {year}',
  '{weekday} {d} {month} {year}',
  '{weekday} the {th} of {month} {year}',
  '{weekday}, {th} {month} {year}',
  '{day3}, {d} {mon} {year}',
  '{day3} {mon} {d} {year}',
  '{year} {month} {d}',
  '{year}, {month} {th}',
  '{er} {mois} {year}',
  'le {er} {mois} {year}',
  'du {er} {mois} {year}',
  'le {jour} {er} {mois} {year}',
  '{jour} {er} {mois} {year}',
  '{er} {court} {year}',
  'le {er} {court} {year}',
  'le {dd}/{mm}/{year}',
  'le {d}/{m}/{yy}',
  'le {dd}.{mm}.{year}',
  '{er} {mois} {yy}',
];

/** What a piece of a written date tells. */
export type Told = 'year' | 'month' | 'day' | 'nothing';

/** A written date: its characters, and what each of them tells. */
export interface WrittenDate {
  readonly characters: readonly string[];
  readonly told: readonly Told[];
}

/** 1st, 2nd, 3rd, 4th … 11th … 21st: the ending of an English ordinal. */
function ending(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const two = (number: number): string => String(number % 100).padStart(2, '0');

type Piece = readonly [text: string, told: Told];

/** What stands for a named part. */
const parts: Record<string, (date: CalendarDay) => readonly Piece[]> = {
  year: ({ year }) => [[String(year), 'year']],
  yy: ({ year }) => [[two(year), 'year']],
  mm: ({ month }) => [[two(month), 'month']],
  m: ({ month }) => [[String(month), 'month']],
  dd: ({ day }) => [[two(day), 'day']],
  d: ({ day }) => [[String(day), 'day']],
  th: ({ day }) => [
    [String(day), 'day'],
    [ending(day), 'nothing'],
  ],
  er: ({ day }) => [
    [String(day), 'day'],
    [day === 1 ? 'er' : '', 'nothing'],
  ],
  month: ({ month }) => [[names.month[month - 1] ?? '', 'month']],
  mon: ({ month }) => [[names.mon[month - 1] ?? '', 'month']],
  mois: ({ month }) => [[names.mois[month - 1] ?? '', 'month']],
  court: ({ month }) => [[names.court[month - 1] ?? '', 'month']],
  weekday: (date) => [[names.weekday[weekdayOf(date)] ?? '', 'nothing']],
  day3: (date) => [[names.day3[weekdayOf(date)] ?? '', 'nothing']],
  jour: (date) => [[names.jour[weekdayOf(date)] ?? '', 'nothing']],
};

/** Whether a form names the year by its last two digits. */
export function isShort(form: string): boolean {
  return form.includes('{yy}');
}

type Writer = (date: CalendarDay) => readonly Piece[];

/** What writes a form. Throws a RangeError for a part that has no name. */
function writerOf(form: string): Writer {
  const writers = form.split(/(\{\w+\})/u).map((text): Writer => {
    if (!text.startsWith('{')) return () => [[text, 'nothing']];
    const part = parts[text.slice(1, -1)];
    if (part === undefined) throw new RangeError(`form ${form}: there is no part ${text}`);
    return part;
  });
  return (date) => writers.flatMap((write) => write(date));
}

const writers: ReadonlyMap<string, Writer> = new Map(forms.map((form) => [form, writerOf(form)]));

/** A date in a form. */
export function writeDate(form: string, date: CalendarDay): WrittenDate {
  const pieces = (writers.get(form) ?? writerOf(form))(date);
  return {
    characters: pieces.flatMap(([text]) => Array.from(text)),
    told: pieces.flatMap(([text, told]) => Array.from(text).map(() => told)),
  };
}
