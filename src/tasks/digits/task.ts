/** @file Three tasks on rows of digits, whose alignments one can see are right: reversal, copy and sort. */
import { hashText } from '../hash.ts';
import { Random } from '../../lib/random.ts';
import { readCharacters } from '../characters.ts';
import { distinctExamples, type HeldOut, type Task, type TaskExample } from '../task.ts';
import { Vocabulary } from '../vocabulary.ts';

export type DigitTaskId = 'reversal' | 'copy' | 'sort';

const DIGITS = Array.from('0123456789');

/** Of 100 rows, this many are for testing and as many for development. */
const PERCENT = 5;

/** The part into which a row of digits falls, by a hash of the row alone: no seed can mix them. */
export function digitSplitOf(source: readonly string[]): HeldOut | 'training' {
  const part = hashText(`digits ${source.join('')}`) % 100;
  return part < PERCENT ? 'test' : part < 2 * PERCENT ? 'development' : 'training';
}

/** What is to be written for a row, as the places that its digits come from. */
const orders: Record<DigitTaskId, (source: readonly string[]) => number[]> = {
  reversal: (source) => source.map((_, place) => source.length - 1 - place),
  copy: (source) => source.map((_, place) => place),
  sort: (source) =>
    source
      .map((_, place) => place)
      .toSorted((one, other) => Number(source[one]) - Number(source[other]) || one - other),
};

/** A row with its answer. In a sorted row equal digits may come from each other's places. */
export function digitExample(id: DigitTaskId, source: readonly string[]): TaskExample {
  const places = orders[id](source);
  const target = places.map((place) => source[place] ?? '');
  const gold = places.map((place, t) =>
    id === 'sort' ? source.flatMap((digit, j) => (digit === target[t] ? [j] : [])) : [place],
  );
  return { source, target, gold };
}

/** The task on rows of 1 to `longest` digits; every length is as likely as the others. */
export function digitTask(id: DigitTaskId, longest: number): Task {
  const vocabulary = new Vocabulary(DIGITS);
  const row = (random: Random): string[] =>
    Array.from({ length: 1 + random.integer(longest) }, () => random.pick(DIGITS));
  return {
    id,
    unit: 'character',
    source: vocabulary,
    target: vocabulary,
    longest,
    draw(random) {
      for (;;) {
        const source = row(random);
        if (digitSplitOf(source) === 'training') return digitExample(id, source);
      }
    },
    heldOut(count, seed, split) {
      const random = new Random(seed);
      return distinctExamples(count, () => {
        const source = row(random);
        return digitSplitOf(source) === split ? digitExample(id, source) : null;
      });
    },
    read: (text) => readCharacters(text, vocabulary),
    write: (symbols) => symbols.join(''),
    samples: ['31415926', '90210', '7', '1234567890'].map((text) => text.slice(0, longest)),
  };
}
