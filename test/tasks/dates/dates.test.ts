/** @file The date task: forms and their answers against a second reading, the calendar against the platform's, splits that cannot leak. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { daysIn, FIRST_YEAR, isoOf, LAST_YEAR, names, weekdayOf } from '../../../src/tasks/dates/calendar.ts';
import { forms, isShort, writeDate } from '../../../src/tasks/dates/forms.ts';
import { dateExample, dateSplitOf, dateTask } from '../../../src/tasks/dates/task.ts';
import { parseDate } from './parseDate.ts';

const task = dateTask();

const days = fc
  .record({
    year: fc.integer({ min: FIRST_YEAR, max: LAST_YEAR }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => day <= daysIn(year, month));
const shortDays = days.map((date) => ({ ...date, year: 1950 + (date.year % 100) })).filter((d) => d.day < 29);

describe('the calendar', () => {
  it('agrees with the platform’s on every day of the task', () => {
    for (let time = Date.UTC(1800, 0, 1); time < Date.UTC(2200, 0, 1); time += 86_400_000) {
      const date = new Date(time);
      const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(isoOf(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      if (day.day > daysIn(day.year, day.month)) expect.fail(isoOf(day));
    }
  });

  it('names months and weekdays as the platform does', () => {
    const say = (language: string, options: Intl.DateTimeFormatOptions, time: number): string =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(time).toLowerCase();
    for (let month = 0; month < 12; month++) {
      const time = Date.UTC(2026, month, 15);
      expect(names.month[month]).toBe(say('en', { month: 'long' }, time));
      expect(names.mois[month]).toBe(say('fr', { month: 'long' }, time));
      expect(names.court[month]).toBe(say('fr', { month: 'short' }, time));
    }
    for (let day = 0; day < 7; day++) {
      const time = Date.UTC(2026, 2, 2 + day); // a Monday
      expect(names.weekday[day]).toBe(say('en', { weekday: 'long' }, time));
      expect(names.day3[day]).toBe(say('en', { weekday: 'short' }, time));
      expect(names.jour[day]).toBe(say('fr', { weekday: 'long' }, time));
    }
  });
});

describe('the forms', () => {
  it('are at least forty, in both languages, and none stands twice', () => {
    expect(new Set(forms).size).toBe(forms.length);
    expect(forms.length).toBeGreaterThanOrEqual(40);
    expect(forms.filter((form) => /mois|court|jour|^le /u.test(form)).length).toBeGreaterThanOrEqual(8);
  });

  it.each(forms)('%s is read back to its date by a reader that knows no forms', (form) => {
    fc.assert(
      fc.property(isShort(form) ? shortDays : days, (date) => {
        const { source, target } = dateExample(form, date);
        expect(target.join('')).toBe(isoOf(date));
        expect(parseDate(source.join(''))).toBe(isoOf(date));
        expect(source.length).toBeLessThanOrEqual(task.longest);
        expect(source.every((character) => task.source.has(character))).toBe(true);
      }),
    );
  });

  it('write the examples that people gave', () => {
    const written = (form: string, year: number, month: number, day: number): string =>
      writeDate(form, { year, month, day }).characters.join('');
    expect(written('{th} of {month} {year}', 2009, 5, 3)).toBe('3rd of may 2009');
    expect(written('{weekday}, {month} {d}, {year}', 2026, 3, 3)).toBe('tuesday, march 3, 2026');
    expect(written('le {er} {mois} {year}', 2009, 5, 3)).toBe('le 3 mai 2009');
    expect(written('le {er} {mois} {year}', 2009, 5, 1)).toBe('le 1er mai 2009');
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31].map((day) => written('{th}', 2009, 5, day))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '30th',
      '31st',
    ]);
  });

  it('refuse a part that has no name', () => {
    expect(() => writeDate('{yeer}', { year: 2000, month: 1, day: 1 })).toThrow('there is no part {yeer}');
  });
});

describe('gold places', () => {
  it('hold the very digit that is to be written, where the date has it as a digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), shortDays, (form, date) => {
        const { source, target, gold } = dateExample(form, date);
        expect(gold).toHaveLength(target.length);
        target.forEach((character, t) => {
          const places = gold[t] ?? [];
          if (character === '-') expect(places).toEqual([]);
          else expect(places.length).toBeGreaterThan(0);
          const [only] = places;
          const digit = source[only ?? -1] ?? '';
          // A day or month of one digit is also where its 0 comes from.
          if (places.length === 1 && /\d/u.test(digit) && digit !== character) expect(character).toBe('0');
        });
      }),
    );
  });
});

describe('the splits', () => {
  it('draw no day and no text for training that a held-out set asks', () => {
    const random = new Random(5);
    const training = Array.from({ length: 20_000 }, () => task.draw(random));
    const texts = new Set(training.map(({ source }) => source.join('')));
    for (const split of ['test', 'development'] as const) {
      const held = task.heldOut(1000, 3, split);
      expect(held).toHaveLength(1000);
      for (const { source, target } of held) {
        const text = source.join('');
        expect(texts.has(text)).toBe(false);
        const [year = 0, month = 0, day = 0] = target.join('').split('-').map(Number);
        expect(dateSplitOf({ year, month, day }, text)).toBe(split);
      }
    }
    const heldDays = new Set(
      task.heldOut(3000, 4, 'test').flatMap(({ target }) => {
        const [year = 0, month = 0, day = 0] = target.join('').split('-').map(Number);
        // Held out as a day: then also in a form that nobody has written.
        return dateSplitOf({ year, month, day }, 'some other text') === 'test' ? [target.join('')] : [];
      }),
    );
    expect(heldDays.size).toBeGreaterThan(500);
    for (const { target } of training) expect(heldDays.has(target.join(''))).toBe(false);
  });

  it('are the same for the same seed and others for another', () => {
    expect(task.heldOut(50, 1, 'test')).toEqual(task.heldOut(50, 1, 'test'));
    expect(task.heldOut(50, 1, 'test')).not.toEqual(task.heldOut(50, 2, 'test'));
  });
});

describe('read', () => {
  it('takes capitals, odd spaces, dashes, apostrophes and accents, and says where each character stood', () => {
    const { symbols, spans, changed } = task.read('  Le 3\u00a0 FÉVRIER ’09–ô ');
    expect(task.write(symbols)).toBe("le 3 février '09-o");
    expect(changed).toBe(true);
    expect(spans[0]).toEqual({ start: 2, end: 3 });
    expect(spans[4]).toEqual({ start: 6, end: 8 });
    expect(task.read('3 may 2009').changed).toBe(false);
    expect(task.read('   ').symbols).toEqual([]);
  });

  it('leaves what the task does not know as it is', () => {
    expect(task.read('3 may 2009 ☃').symbols.at(-1)).toBe('☃');
  });

  it('reads its own examples as they are', () => {
    const random = new Random(9);
    for (let k = 0; k < 300; k++) {
      const { source } = task.draw(random);
      expect(task.read(source.join('')).symbols).toEqual(source);
    }
  });

  it('never throws, and its spans stand in order inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { symbols, spans } = task.read(text);
        expect(spans).toHaveLength(symbols.length);
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
