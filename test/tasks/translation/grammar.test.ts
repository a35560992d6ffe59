/** @file The generator's sentences, judged by a second translator and by laws of French spelling. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { examples } from '../../../src/tasks/translation/examples.ts';
import { reference } from '../../../src/tasks/translation/parse.ts';
import { allPools, trainingPools } from '../../../src/tasks/translation/pools.ts';
import { realise } from '../../../src/tasks/translation/realise.ts';
import type { Example } from '../../../src/tasks/translation/realise.ts';
import { LONGEST, sampleSentence, SHORTEST } from '../../../src/tasks/translation/sample.ts';
import { refereeTranslation } from './referee.ts';

// A hundred thousand sentences are read several times; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60000, hookTimeout: 60000 });

const COUNT = 100000;

/** A sentence with both sides as text, a space at either end. */
interface Written extends Example {
  readonly english: string;
  readonly french: string;
}
const sentences: Written[] = [];

beforeAll(() => {
  const random = new Random(20150519);
  for (let index = 0; index < COUNT; index += 1) {
    const words = SHORTEST + random.integer(LONGEST - SHORTEST + 1);
    const example = realise(sampleSentence(random, index % 2 === 0 ? allPools : trainingPools, words));
    sentences.push({
      ...example,
      english: ` ${example.source.join(' ')} `,
      french: ` ${example.target.join(' ')} `,
    });
  }
});

/** The first sentences for which something is wrong; an empty list is what a test wants. */
function wrong(isWrong: (example: Written) => boolean): string[] {
  const found: string[] = [];
  for (const example of sentences) {
    if (isWrong(example)) found.push(`${example.english}|${example.french}`);
    if (found.length === 5) break;
  }
  return found;
}

const noEnglish = (pattern: RegExp): void =>
  expect(wrong(({ english }) => pattern.test(english))).toEqual([]);
const noFrench = (pattern: RegExp): void => expect(wrong(({ french }) => pattern.test(french))).toEqual([]);

describe('100,000 generated sentences', () => {
  it('are what an independent translator makes of their English: forms, order, elisions, agreements', () => {
    expect(wrong(({ source, french }) => ` ${refereeTranslation(source)} ` !== french)).toEqual([]);
  });

  it('elide before a vowel sound and nowhere else', () => {
    const vowel = '(?:[aeiouyéèêàâîô]|homme|hier)';
    const missing = new RegExp(` (?:le|la|ne|de|que|ce) ${vowel}`, 'u');
    const needless = new RegExp(` (?:l'|n'|d'|qu'|cet|vieil|bel|nouvel) (?!${vowel})`, 'u');
    noFrench(missing);
    noFrench(needless);
    // A law that nothing could break would prove nothing: the man's h is mute, the hero's is not.
    expect(missing.test(' le homme ')).toBe(true);
    expect(needless.test(" l' héros ")).toBe(true);
    expect(missing.test(' le héros ')).toBe(false);
  });

  it('contract de with le and les, and turn des into de before an adjective that leads a plural', () => {
    noFrench(/ de les? /u);
    const lead = /^(?:grand|petit|vieux|vieille|beaux|belle|bon|nouveaux|nouvelle|jeune)/u;
    // des that has a sure partner is de + les, after near or of.
    const isBare = ({ sure }: Written, t: number): boolean => !sure.some(([place]) => place === t);
    const isWrong = (example: Written): boolean =>
      example.target.some(
        (token, t) => token === 'des' && lead.test(example.target[t + 1] ?? '') && isBare(example, t),
      );
    expect(wrong(isWrong)).toEqual([]);
  });

  it('keep to the lengths asked for, and hold every length from 3 to 40', () => {
    const lengths = new Set(sentences.map(({ source }) => source.length));
    const all = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => SHORTEST + index);
    expect([...lengths].toSorted((a, b) => a - b)).toEqual(all);
  });

  it('have up to four clauses, relative clauses, front times, two adjectives and every preposition', () => {
    const joins = ({ source }: Example): number =>
      source.filter((word) => ['and', 'but', 'because', 'when'].includes(word)).length;
    expect(new Set(sentences.map(joins))).toEqual(new Set([0, 1, 2, 3]));
    const parts = [
      ...['that', 'in', 'on', 'of', 'near', 'under', 'behind', 'with', 'by the', 'these', 'this', 'an'],
      ...[
        'does not',
        'do not',
        'did not',
        'is not',
        'are not',
        'was not',
        'were not',
        'they read',
        'is in the',
      ],
      ...['european economic agreement', 'because yesterday', 'are open', 'is closed', 'not drink milk'],
    ];
    for (const part of parts)
      expect(
        sentences.some(({ english }) => english.includes(` ${part} `)),
        part,
      ).toBe(true);
  });

  it('keep to the limits of the world', () => {
    noEnglish(/ (?:was|were) (?:not )?open /u);
    noEnglish(/ (?:seeing|hearing|loving|finding|milks|breads|wines|cheeses|skies|suns|waters) /u);
    noEnglish(/ (?:he|she) read /u);
    noEnglish(/ (?:is|are|was|were) (?:not )?(?:an? |the )?(?:kings?|queens?|doctors?|teachers?) /u);
    noEnglish(/ (?:he|she|they) (?:is|are|was|were) (?:not )?(?:an?|the) /u);
  });

  it('put yesterday and in MONTH YEAR with past tenses only', () => {
    const past =
      /\b(?:did|was|were|ate|drank|saw|bought|sold|wrote|signed|hid|opened|closed|loved|found|lost|took|carried|followed|watched|heard|made|slept|sang|worked|ran)\b/u;
    const isWrong = ({ english }: Written): boolean =>
      english
        .split(/ (?:and|but|because|when) /u)
        .some((clause) => /yesterday|\d{4}/u.test(clause) && !past.test(clause));
    expect(wrong(isWrong)).toEqual([]);
  });

  it('give one English sentence one French one, whatever tree it came from', () => {
    const known = new Map<string, string>();
    expect(
      wrong(({ english, french }) => {
        const before = known.get(english);
        known.set(english, french);
        return before !== undefined && before !== french;
      }),
    ).toEqual([]);
    expect(known.size).toBeLessThan(COUNT);
  });
});

describe('sampleSentence', () => {
  it('gives the same sentences for the same seed and others for another', () => {
    const texts = (seed: number): string[] => {
      const random = new Random(seed);
      return Array.from({ length: 50 }, () =>
        realise(sampleSentence(random, trainingPools, 12)).source.join(' '),
      );
    };
    expect(texts(4)).toEqual(texts(4));
    expect(texts(4)).not.toEqual(texts(5));
  });

  it('refuses a length that the world does not have', () => {
    expect(() => sampleSentence(new Random(1), trainingPools, 41)).toThrow(
      'words is 41; a whole number from 2 to 40 was expected',
    );
    expect(() => sampleSentence(new Random(1), trainingPools, 2.5)).toThrow('words is 2.5');
  });
});

describe('the eight examples', () => {
  it('come out of the grammar exactly, and the second translator agrees', () => {
    expect(examples).toHaveLength(8);
    for (const example of examples) {
      const words = example.english.split(' ');
      expect(reference(words)?.target.join(' ')).toBe(example.french);
      expect(refereeTranslation(words)).toBe(example.french);
    }
  });
});
