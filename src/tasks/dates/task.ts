/** @file The date task: people's ways of writing a date, character by character, to 2009-05-03. */
import { hashText } from '../hash.ts';
import { Random } from '../../lib/random.ts';
import { readCharacters } from '../characters.ts';
import { distinctExamples, type HeldOut, type Task, type TaskExample } from '../task.ts';
import { Vocabulary } from '../vocabulary.ts';
import { daysIn, FIRST_SHORT_YEAR, FIRST_YEAR, isoOf, LAST_YEAR, type CalendarDay } from './calendar.ts';
import { forms, isShort, writeDate, type WrittenDate } from './forms.ts';

/** Of 100 days, this many are for testing and as many for development; and of 100 writings of the other days too. */
const PERCENT = 5;

function partOf(text: string): HeldOut | 'training' {
  const part = hashText(text) % 100;
  return part < PERCENT ? 'test' : part < 2 * PERCENT ? 'development' : 'training';
}

/**
 * The part of a written date. A day that is held out by its hash is held out in every form; of the other days some writings are held out
 * by the hash of the writing. So what a held-out set asks was never seen in training, neither the day nor the text.
 */
export function dateSplitOf(date: CalendarDay, text: string): HeldOut | 'training' {
  const byDay = partOf(`day ${isoOf(date)}`);
  return byDay === 'training' ? partOf(`date ${text}`) : byDay;
}

/** The places of the source for each character of 2009-05-03. */
function goldOf({ characters, told }: WrittenDate): number[][] {
  const of = (what: string): number[] => told.flatMap((one, j) => (one === what ? [j] : []));
  const isDigit = (j: number | undefined): boolean => /\d/u.test(characters[j ?? -1] ?? '');
  const year = of('year');
  const years = year.length === 4 ? year.map((j) => [j]) : [year, year, [year[0] ?? 0], [year[1] ?? 0]];
  const pair = (places: number[]): number[][] =>
    places.length === 2 && places.every(isDigit) ? places.map((j) => [j]) : [places, places];
  return [...years, [], ...pair(of('month')), [], ...pair(of('day'))];
}

/** A date in a form, with its answer. */
export function dateExample(form: string, date: CalendarDay): TaskExample {
  const written = writeDate(form, date);
  return { source: written.characters, target: Array.from(isoOf(date)), gold: goldOf(written) };
}

function drawDay(random: Random, form: string): CalendarDay {
  const year = isShort(form)
    ? FIRST_SHORT_YEAR + random.integer(100)
    : FIRST_YEAR + random.integer(LAST_YEAR - FIRST_YEAR + 1);
  const month = 1 + random.integer(12);
  return { year, month, day: 1 + random.integer(daysIn(year, month)) };
}

/** Draws a form, each as likely as the others, and a day; until the writing falls into a part. */
function drawOf(random: Random, split: HeldOut | 'training'): TaskExample {
  for (;;) {
    const form = random.pick(forms);
    const date = drawDay(random, form);
    const example = dateExample(form, date);
    if (dateSplitOf(date, example.source.join('')) === split) return example;
  }
}

const CHARACTERS = [...Array.from('abcdefghijklmnopqrstuvwxyzéû0123456789 .,/-'), "'"];

/** The date task. */
export function dateTask(): Task {
  const source = new Vocabulary(CHARACTERS);
  return {
    id: 'dates',
    unit: 'character',
    source,
    target: new Vocabulary(Array.from('0123456789-')),
    longest: 40,
    draw: (random) => drawOf(random, 'training'),
    heldOut(count, seed, split) {
      const random = new Random(seed);
      return distinctExamples(count, () => drawOf(random, split));
    },
    read: (text) => readCharacters(text, source),
    write: (symbols) => symbols.join(''),
    samples: [
      '3rd of may 2009',
      '05/03/09',
      'tuesday, march 3, 2026',
      'le 3 mai 2009',
      'wednesday the 23rd of september 2026',
      'le 03/05/2009',
      "14 jul '89",
      '1er août 1987',
    ],
  };
}
