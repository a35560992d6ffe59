/** @file Nothing that is tested is trained on, whatever the seeds. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { examples } from '../../../src/tasks/translation/examples.ts';
import { isHeldOutPair } from '../../../src/tasks/translation/pairs.ts';
import { isTraining } from '../../../src/tasks/translation/parse.ts';
import type { Example } from '../../../src/tasks/translation/realise.ts';
import {
  heldOut,
  lengthBuckets,
  splitOf,
  trainingExample,
  unseenPairs,
} from '../../../src/tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary } from '../../../src/tasks/translation/vocabulary.ts';
import { adjectiveTable, nounTable } from './referee.ts';

// Thousands of sentences are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60000 });

const text = ({ source }: Example): string => source.join(' ');

const random = new Random(1);
const trained: Example[] = Array.from({ length: 60000 }, () => trainingExample(random));
const trainedTexts = new Set(trained.map(text));

/** Adjacent adjective and noun, read off the words: what the generator calls a pair must hold all of these. */
function besides({ source }: Example): string[] {
  const found: string[] = [];
  for (const [place, word] of source.entries()) {
    if (!nounTable.has(word)) continue;
    for (let before = place - 1; adjectiveTable.has(source[before] ?? ''); before -= 1) {
      // open and closed before a noun are verbs.
      if (!['open', 'closed'].includes(source[before] ?? '')) found.push(`${source[before] ?? ''} ${word}`);
    }
  }
  return found;
}

const EXAMPLE_PAIRS = [
  ...[
    'european area',
    'economic area',
    'black cat',
    'cold milk',
    'red apple',
    'big house',
    'old man',
    'green car',
  ],
  ...[
    'small child',
    'white bird',
    'big tree',
    'black cats',
    'old men',
    'small children',
    'big trees',
    'big houses',
  ],
];

describe('trainingExample', () => {
  it('never draws a test or development sentence, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const own = new Random(seed);
        for (let draw = 0; draw < 20; draw += 1)
          expect(splitOf(trainingExample(own, [3, 6]).source)).toBe('training');
      }),
      { numRuns: 100 },
    );
  });

  it('draws no example sentence and none of their adjective–noun pairs', () => {
    for (const { english } of examples) expect(trainedTexts.has(english)).toBe(false);
    const seen = new Set(trained.flatMap(besides));
    for (const pair of EXAMPLE_PAIRS) expect(seen.has(pair), pair).toBe(false);
    expect(seen.has('white cat')).toBe(true);
  });

  it('holds every word of both languages', () => {
    for (const [vocabulary, side] of [
      [sourceVocabulary, 'source'],
      [targetVocabulary, 'target'],
    ] as const) {
      const counts = new Map<string, number>();
      for (const example of trained)
        for (const word of example[side]) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const word of vocabulary.known) expect(counts.get(word) ?? 0, word).toBeGreaterThan(5);
      for (const word of counts.keys()) expect(vocabulary.has(word), word).toBe(true);
    }
  });

  it('keeps to the range of lengths and draws each length as often', () => {
    const own = new Random(2);
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 8000; draw += 1) {
      const { length } = trainingExample(own, [5, 12]).source;
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('is what isTraining says it is', () => {
    for (const example of trained.slice(0, 5000))
      expect(isTraining(example.source), text(example)).toBe(true);
  });

  it('refuses a range without lengths', () => {
    expect(() => trainingExample(new Random(1), [50, 60])).toThrow(
      'range is 50 to 60; lengths from 3 to 40 were expected',
    );
  });
});

describe('heldOut', () => {
  it.each(lengthBuckets)(
    'gives 2,000 different test sentences of %i to %i words, none of them in training',
    (from, to) => {
      const tests = heldOut([from, to], 2000, 7);
      expect(new Set(tests.map(text)).size).toBe(2000);
      for (const example of tests) {
        expect(example.source.length).toBeGreaterThanOrEqual(from);
        expect(example.source.length).toBeLessThanOrEqual(to);
        expect(splitOf(example.source)).toBe('test');
        expect(isTraining(example.source)).toBe(false);
        expect(trainedTexts.has(text(example))).toBe(false);
      }
    },
  );

  it('keeps development and test apart', () => {
    const tests = new Set(heldOut([3, 8], 1000, 1).map(text));
    for (const example of heldOut([3, 8], 1000, 1, 'development')) {
      expect(tests.has(text(example))).toBe(false);
      expect(splitOf(example.source)).toBe('development');
    }
  });

  it('gives the same sentences for the same seed', () => {
    expect(heldOut([1, 10], 50, 3)).toEqual(heldOut([1, 10], 50, 3));
    expect(heldOut([1, 10], 50, 3)).not.toEqual(heldOut([1, 10], 50, 4));
  });

  it('says how many there are when a range does not hold so many', () => {
    expect(() => heldOut([3, 3], 100000, 1)).toThrow(/n is 100000; only \d+ different sentences were found/u);
  });
});

describe('unseenPairs', () => {
  const unseen = unseenPairs(2000, 5);

  it('gives different sentences, each with a pair that is held out', () => {
    expect(new Set(unseen.map(text)).size).toBe(2000);
    for (const { source, pairs } of unseen) {
      expect(pairs.length).toBeGreaterThan(0);
      for (const pair of pairs)
        expect(isHeldOutPair(...(pair.split(' ') as [string, string])), pair).toBe(true);
      expect(isTraining(source)).toBe(false);
    }
  });

  it('holds many different pairs, of adjectives and of verbs', () => {
    const pairs = new Set(unseen.flatMap((example) => example.pairs));
    const ofAdjectives = [...pairs].filter((pair) => adjectiveTable.has(pair.split(' ')[0] ?? ''));
    expect(ofAdjectives.length).toBeGreaterThan(30);
    expect(pairs.size - ofAdjectives.length).toBeGreaterThan(30);
  });

  it('has no adjective beside a noun in common with training where the pair is held out', () => {
    const seen = new Set(trained.flatMap(besides));
    const singular = new Map(
      [...nounTable].map(([word, { forms, plural }]) => [`${forms.join(' ')} ${String(plural)}`, word]),
    );
    for (const { pairs } of unseen) {
      for (const pair of pairs) {
        const [word = '', noun = ''] = pair.split(' ');
        const many = singular.get(`${nounTable.get(noun)?.forms.join(' ') ?? ''} true`) ?? noun;
        expect(seen.has(`${word} ${noun}`), pair).toBe(false);
        expect(seen.has(`${word} ${many}`), pair).toBe(false);
      }
    }
  });

  it('leaves every noun, adjective and verb most of its pairs', () => {
    for (const [adjective] of adjectiveTable) {
      const held = [...nounTable.keys()].filter((noun) => isHeldOutPair(adjective, noun)).length;
      expect(held / nounTable.size, adjective).toBeLessThan(0.25);
    }
  });
});

describe('splitOf', () => {
  it('depends on the words alone and puts one sentence in ten aside', () => {
    const own = new Random(4);
    let aside = 0;
    for (let draw = 0; draw < 20000; draw += 1) {
      const words = Array.from({ length: 6 }, () => own.pick(sourceVocabulary.words));
      if (splitOf(words) !== 'training') aside += 1;
      expect(splitOf([...words])).toBe(splitOf(words));
    }
    expect(Math.abs(aside / 20000 - 0.1)).toBeLessThan(0.01);
  });

  it('calls the examples test sentences', () => {
    for (const { english } of examples) {
      expect(splitOf(english.split(' '))).toBe('test');
      expect(isTraining(english.split(' '))).toBe(false);
    }
  });
});
