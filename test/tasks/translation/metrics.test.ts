/** @file The measures against published worked values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignmentErrorRate,
  bleu,
  exactMatch,
  linksOf,
  tokenAccuracy,
} from '../../../src/tasks/translation/metrics.ts';
import type { Link } from '../../../src/tasks/translation/metrics.ts';

const words = (text: string): string[] => text.split(' ');

/** Example 1 of Papineni, Roukos, Ward and Zhu 2002 ("BLEU: a Method for Automatic Evaluation of Machine Translation"). */
const candidate = words(
  'It is a guide to action which ensures that the military always obeys the commands of the party',
);
const references = [
  words('It is a guide to action that ensures that the military will forever heed Party commands'),
  words(
    'It is the guiding principle which guarantees the military forces always being under the command of the Party',
  ),
  words('It is the practical guide for the army always to heed the directions of the party'),
];

describe('bleu', () => {
  it('gives the worked value of the paper’s first example: 0.5045 (documentation of NLTK, translate.bleu_score)', () => {
    const { score, precisions, brevityPenalty } = bleu([candidate], [references]);
    expect(Math.floor(score * 10000)).toBe(5045);
    // 17/18 is in the paper, section 2.1; 10/17 in NLTK's documentation of modified_precision.
    expect(precisions[0]).toBeCloseTo(17 / 18, 15);
    expect(precisions[1]).toBeCloseTo(10 / 17, 15);
    expect(brevityPenalty).toBe(1);
  });

  it('gives the worked value of a corpus of two sentences: 0.5920 (documentation of NLTK, corpus_bleu)', () => {
    const second = words('he read the book because he was interested in world history');
    const secondReference = words('he was interested in world history because he read the book');
    const { score } = bleu([candidate, second], [references, [secondReference]]);
    expect(Math.floor(score * 10000)).toBe(5920);
  });

  it('clips what is repeated: 2/7 in the paper’s second example', () => {
    const { precisions, score } = bleu(
      [words('the the the the the the the')],
      [[words('the cat is on the mat'), words('there is a cat on the mat')]],
    );
    expect(precisions[0]).toBeCloseTo(2 / 7, 15);
    expect(score).toBe(0);
  });

  it('gives the worked brevity penalties 0.2635971381157267 and 0.9200 (documentation of NLTK, brevity_penalty)', () => {
    const as = (length: number): string[] => Array.from({ length }, () => 'a');
    expect(bleu([as(12)], [[as(28), as(28)]]).brevityPenalty).toBeCloseTo(0.2635971381157267, 14);
    expect(bleu([as(12)], [[as(13), as(2)]]).brevityPenalty).toBeCloseTo(0.92, 3);
    // Of two lengths as close the shorter counts, whatever the order.
    expect(bleu([as(12)], [[as(13), as(11)]]).brevityPenalty).toBe(1);
    expect(bleu([as(12)], [[as(11), as(13)]]).brevityPenalty).toBe(1);
  });

  it('is 1 for the reference itself and 0 where nothing of four words matches', () => {
    expect(bleu([candidate], [[candidate]]).score).toBeCloseTo(1, 15);
    expect(bleu([words('a b c x d')], [[words('a b c d')]]).score).toBe(0);
    expect(bleu([[]], [[words('a b c d')]]).score).toBe(0);
  });

  it('refuses lists that do not belong together', () => {
    expect(() => bleu([candidate], [])).toThrow('outputs has 1 sentences and references has 0');
    expect(() => bleu([candidate], [[]])).toThrow('references 1 is empty');
    expect(() => bleu([], [])).toThrow('outputs is empty');
  });
});

describe('exactMatch and tokenAccuracy', () => {
  const outputs = [words('le chat dort'), words('elle mange'), words('il lit le livre')];
  const right = [words('le chat dort'), words('elle mange une pomme'), words('il lit ce livre')];

  it('count sentences and places', () => {
    expect(exactMatch(outputs, right)).toBeCloseTo(1 / 3, 15);
    expect(tokenAccuracy(outputs, right)).toBeCloseTo((3 + 2 + 3) / (3 + 4 + 4), 15);
  });

  it('are 1 together, and only for the references themselves', () => {
    const sentence = fc.array(fc.constantFrom('a', 'b'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 3 }), (pairs) => {
        const [ours, theirs] = [pairs.map(([own]) => own), pairs.map(([, other]) => other)];
        const same = JSON.stringify(ours) === JSON.stringify(theirs);
        expect(exactMatch(ours, theirs) === 1).toBe(same);
        expect(tokenAccuracy(ours, theirs) === 1).toBe(same);
      }),
    );
  });
});

describe('alignmentErrorRate', () => {
  const diagonal: Link[] = [
    [0, 0],
    [1, 1],
    [2, 2],
  ];

  it('gives the worked value 0.6666666666666667 (documentation of NLTK, alignment_error_rate)', () => {
    const test: Link[] = [
      [0, 0],
      [1, 2],
      [2, 1],
    ];
    expect(alignmentErrorRate([test], [{ sure: diagonal, possible: [] }])).toBeCloseTo(
      0.6666666666666667,
      15,
    );
  });

  it('gives 0.50 for both alignments of Fraser’s example with sure and possible links', () => {
    // Sure: A-A B-B Y-Y Z-Z, possible also Q-Q R-R (A. Fraser, note on AER and Och and Ney 2003; letters by their number).
    const link = (letter: string): Link => [letter.charCodeAt(0), letter.charCodeAt(0)];
    const links = (letters: string): Link[] => letters.split('').map(link);
    const gold = { sure: links('ABYZ'), possible: links('QR') };
    expect(alignmentErrorRate([links('ABDE')], [gold])).toBe(0.5);
    expect(alignmentErrorRate([links('AQRD')], [gold])).toBe(0.5);
    // Sure links may be listed among the possible ones.
    expect(alignmentErrorRate([links('AQRD')], [{ ...gold, possible: links('ABYZQR') }])).toBe(0.5);
  });

  it('is 0 for the sure links and 1 for none of them, and sums counts over sentences', () => {
    const gold = { sure: diagonal, possible: [] };
    expect(alignmentErrorRate([diagonal], [gold])).toBe(0);
    expect(alignmentErrorRate([[[0, 5]]], [gold])).toBe(1);
    // (3 + 3 + 0 + 0) / (3 + 3 + 1 + 3)
    expect(alignmentErrorRate([diagonal, [[0, 5]]], [gold, gold])).toBeCloseTo(1 - 6 / 10, 15);
  });
});

describe('linksOf', () => {
  it('links each row to its largest weight, the first of equals', () => {
    expect(
      linksOf([
        [0.1, 0.7, 0.2],
        [0.4, 0.4, 0.2],
        [0, 0.1, 0.9],
      ]),
    ).toEqual([
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
  });
});
