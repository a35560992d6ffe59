/** @file What the narrator chooses to say, on made-up traces whose numbers are worked by hand. */
import { describe, expect, it } from 'vitest';
import type { Cursor } from '../../../src/geometry/cursor.ts';
import { narrate, narrateWithout } from '../../../src/geometry/narration/narrate.ts';
import type { Line, Narration, Question, Story } from '../../../src/geometry/narration/narration.ts';
import { favours, madeStory } from './madeUp.ts';

const at = (t: number, stage: string, cell = 0): Cursor => ({ t, at: stage, cell });

function told(story: Story, cursor: Cursor, mechanism = 'additive'): Narration {
  const narration = narrate(story, cursor, mechanism);
  if (narration === null) throw new Error(`nothing is told at ${cursor.t} ${cursor.at}`);
  return narration;
}

function question(narration: Narration, id: string): Question {
  const found = narration.questions.find((one) => one.id === id);
  if (found === undefined)
    throw new Error(`${id} is not among ${narration.questions.map((one) => one.id).join(', ')}`);
  return found;
}

function valuesOf(lines: readonly Line[], key: string): Line['values'] {
  const found = lines.find((line) => line.key === key);
  if (found === undefined) throw new Error(`${key} is not among ${lines.map((line) => line.key).join(', ')}`);
  return found.values;
}

const asked = (narration: Narration): string[] => narration.questions.map((one) => one.id);

/** the cat not: le (the), chat (cat), pas (between cat and not), end. */
const story = madeStory({
  source: ['the', 'cat', 'not'],
  steps: [
    { e: [Math.log(8), 0, 0], logits: favours(3, 9), word: 3 },
    { e: [0, 4, -2], logits: favours(4, 3, 5, 2.5), word: 4 },
    { e: [0, Math.log(3), Math.log(4)], logits: favours(7, 2, 6, 1), word: 7 },
    { e: [0, 0, 0], logits: favours(2, 12), word: 2 },
  ],
});

describe('narrate', () => {
  it('counts the steps of a group and names the stage, its role and its formula with a source', () => {
    const narration = told(story, at(3, 'softmax'));
    expect(narration).toMatchObject({ stage: 'softmax', role: 'weight', place: 2, count: 5 });
    expect(narration.title.key).toBe('title.softmax');
    expect(narration.formulas.map(({ source }) => source)).toEqual(['source.softmax']);
    expect(narration.formulas[0]?.tex).toContain('\\sum_{k=1}^{3}');
    expect(told(story, at(0, 'forward'))).toMatchObject({ place: 2, count: 4, role: 'key' });
  });

  it('says nothing where the trace has no such step', () => {
    expect(narrate(story, at(9, 'softmax'), 'additive')).toBeNull();
    expect(narrate(story, at(3, 'embedding'), 'additive')).toBeNull();
  });

  it('asks at least three questions at every step and place, each once', () => {
    for (const { t, stage } of story.trace.stages) {
      for (const cell of [0, 1, 3]) {
        const ids = asked(told(story, at(t + 1, stage, cell)));
        expect(new Set(ids).size, `${t} ${stage}`).toBe(ids.length);
        expect(ids.length, `${t} ${stage}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('asks at least three questions also of a single word', () => {
    const alone = madeStory({
      source: ['cat'],
      steps: [
        { e: [2], logits: favours(4, 9), word: 4 },
        { e: [1], logits: favours(2, 9), word: 2 },
      ],
    });
    for (const { t, stage } of alone.trace.stages) {
      expect(told(alone, at(t + 1, stage)).questions.length, stage).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives the word that is written and the one before to every sentence', () => {
    expect(told(story, at(2, 'softmax')).sentences[0]?.values).toMatchObject({
      word: 'chat',
      wordMark: 'word',
      previous: 'le',
      n: 3,
    });
    expect(told(story, at(1, 'score')).sentences[0]?.values).toMatchObject({
      previousMark: 'start',
      before: 0,
    });
    expect(told(story, at(4, 'score')).sentences[0]?.values).toMatchObject({
      wordMark: 'end',
      previous: 'pas',
    });
  });
});

describe('the softmax stage', () => {
  it('turns the gap of ln 8 into a ratio of 8 to 1, with weights 0.8, 0.1, 0.1', () => {
    const narration = told(story, at(1, 'softmax'));
    expect(valuesOf(narration.sentences, 'softmax.most')).toMatchObject({ top: 'the', topWeight: 0.8 });
    const { values } = question(narration, 'softmax.win').asked;
    expect(values).toMatchObject({ a: 'the', b: 'cat', aWeight: 0.8, bWeight: 0.1 });
    expect(values['gap']).toBeCloseTo(Math.log(8), 12);
    expect(values['ratio']).toBeCloseTo(8, 12);
  });

  it('says of which total the weights are shares: 8 + 1 + 1 = 10', () => {
    const { values } = question(told(story, at(1, 'softmax')), 'softmax.sum').asked;
    expect(values['total']).toBeCloseTo(10, 12);
    expect(values['raised']).toBeCloseTo(8, 12);
    expect(values['shifted']).toBe('no');
  });

  it('asks why it is undecided where the ratio is 4 to 3', () => {
    const narration = told(story, at(3, 'softmax'));
    const { values } = question(narration, 'softmax.close').asked;
    expect(values).toMatchObject({ a: 'not', b: 'cat', aWeight: 0.5, bWeight: 0.375 });
    expect(values['ratio']).toBeCloseTo(4 / 3, 12);
    expect(asked(narration)).not.toContain('softmax.win');
  });

  it('counts the words of a spread row: weights 1/8, 3/8, 4/8 have 2.65', () => {
    const count = 2 ** ((3 / 8) * Math.log2(8 / 3) + 1 / 2 + 3 / 8);
    expect(question(told(story, at(3, 'softmax')), 'softmax.spread').asked.values['count']).toBeCloseTo(
      count,
      12,
    );
    expect(asked(told(story, at(1, 'softmax')))).not.toContain('softmax.spread');
  });

  it('says that the row of the end is no alignment', () => {
    const narration = told(story, at(4, 'softmax'));
    expect(narration.sentences[0]?.key).toBe('softmax.end');
    expect(asked(narration)[0]).toBe('softmax.endRow');
    expect(question(narration, 'softmax.endRow').asked.values['count']).toBeCloseTo(3, 12);
  });

  it('subtracts the largest score where the exponentials would be too large to read', () => {
    const large = madeStory({
      source: ['the', 'cat'],
      steps: [{ e: [30, 30 - Math.log(3)], logits: favours(3, 9), word: 3 }],
    });
    const values = valuesOf(told(large, at(1, 'softmax', 2)).sentences, 'softmax.one');
    expect(values).toMatchObject({ shift: 30, shifted: 'yes', alpha: 0.25, raised: '0.333' });
    expect(values['total']).toBeCloseTo(4 / 3, 12);
  });

  it('notices when the next word’s source is already read', () => {
    const early = madeStory({
      source: ['was', 'signed'],
      steps: [
        { e: [Math.log(3), 0], logits: favours(3, 9), word: 3 },
        { e: [0, 5], logits: favours(4, 9), word: 4 },
        { e: [0, 0], logits: favours(2, 9), word: 2 },
      ],
    });
    const { values } = question(told(early, at(1, 'softmax')), 'softmax.ahead').asked;
    expect(values).toMatchObject({ english: 'signed', alpha: 0.25, next: 'chat', top: 'was' });
  });

  it('notices two words in a row that read the same word, a look back, a leap, and a word that stands twice', () => {
    const long = madeStory({
      source: ['the', 'black', 'cat', 'saw', 'the'],
      steps: [
        { e: [0, 0, 9, 0, 0], logits: favours(4, 9), word: 4 },
        { e: [0, 9, 0, 0, 0], logits: favours(5, 9), word: 5 },
        { e: [0, 0, 0, 0, 9], logits: favours(3, 9), word: 3 },
        { e: [0, 0, 0, 0, 9], logits: favours(6, 9), word: 6 },
      ],
    });
    expect(question(told(long, at(2, 'softmax')), 'softmax.back').asked.values).toMatchObject({
      from: 'cat',
      fromPlace: 3,
      to: 'black',
      toPlace: 2,
    });
    expect(question(told(long, at(3, 'softmax')), 'softmax.leap').asked.values).toMatchObject({
      fromPlace: 2,
      toPlace: 5,
    });
    expect(question(told(long, at(3, 'softmax')), 'softmax.shared').asked.values).toMatchObject({
      other: 'a',
      english: 'the',
      later: 'yes',
    });
    expect(question(told(long, at(4, 'softmax')), 'softmax.shared').asked.values).toMatchObject({
      other: 'le',
      later: 'no',
    });
    expect(question(told(long, at(4, 'softmax')), 'softmax.twice').asked.values).toMatchObject({
      twin: 'the',
      a: 5,
      b: 1,
      aScore: 9,
      bScore: 0,
    });
  });

  it('says that it looks at a word that the model does not know', () => {
    const strange = madeStory({
      source: ['the', 'blorb'],
      unknown: [1],
      steps: [{ e: [0, 3], logits: favours(1, 9), word: 1 }],
    });
    const narration = told(strange, at(1, 'softmax'));
    expect(question(narration, 'softmax.unknown').asked.values).toMatchObject({ english: 'blorb' });
    expect(narration.sentences[0]?.values).toMatchObject({ wordMark: 'unknown' });
    expect(asked(told(strange, at(0, 'embedding')))[0]).toBe('embedding.unknown');
  });
});

describe('the score stage', () => {
  it('names the highest and the lowest score, and how far apart the first two are', () => {
    const narration = told(story, at(2, 'score'));
    expect(narration.sentences[0]?.values).toMatchObject({
      top: 'cat',
      topScore: 4,
      low: 'not',
      lowScore: -2,
    });
    expect(question(narration, 'score.clear').asked.values).toMatchObject({ a: 'cat', b: 'the', gap: 4 });
    expect(question(narration, 'score.high').asked.values).toMatchObject({ gap: 6 });
    expect(asked(told(story, at(3, 'score')))).toContain('score.close');
  });

  it('tells, score by score, which is the highest so far', () => {
    const best = (cell: number): Line['values'] =>
      valuesOf(told(story, at(2, 'score', cell)).sentences, 'score.one');
    expect(best(1)).toMatchObject({ english: 'the', best: 'first' });
    expect(best(2)).toMatchObject({ english: 'cat', best: 'yes', e: 4 });
    expect(best(3)).toMatchObject({ english: 'not', best: 'no', leader: 'cat', leaderScore: 4 });
  });

  it('splits a sum into its terms: v = (2, −1) times tanh = (0.6, 0.7) is 1.2 − 0.7', () => {
    // Place 3's row of the made-up tanh starts at its fifth number: 0.2 + 0.4 and 0.2 + 0.5.
    const { values } = question(told(story, at(2, 'score', 3)), 'score.terms').asked;
    expect(values).toMatchObject({ count: 2, ups: 1, downs: 1, largest: 1 });
    expect(values['term']).toBeCloseTo(1.2, 12);
  });

  it('makes the dot product a product of lengths and a cosine', () => {
    // The first state (0.5, −0.25) with the annotation of place 3, (1, 1): 0.25 = 0.559 · 1.414 · 0.316.
    const { values } = question(told(story, at(1, 'score', 3), 'dot'), 'score.special').asked;
    expect(values['queryLength']).toBeCloseTo(Math.sqrt(0.3125), 12);
    expect(values['keyLength']).toBeCloseTo(Math.SQRT2, 12);
    expect(values['cosine']).toBeCloseTo(0.25 / Math.sqrt(0.625), 12);
    expect(told(story, at(1, 'score'), 'dot').formulas[0]?.source).toBe('source.dot');
  });
});

describe('the context stage', () => {
  it('tells how one number is a sum of products', () => {
    // Weights 0.8, 0.1, 0.1; annotations (1, 0), (1, 0.5), (1, 1): the first number is 1, of which 0.8 comes from the first word.
    const { values } = question(told(story, at(1, 'context')), 'context.single').asked;
    expect(values).toMatchObject({ number: 1, english: 'the', alpha: 0.8, h: 1 });
    expect(values['sum']).toBeCloseTo(1, 12);
    expect(values['product']).toBeCloseTo(0.8, 12);
  });

  it('asks about a mixture only where two words are read', () => {
    expect(asked(told(story, at(3, 'context')))).toContain('context.mixture');
    expect(asked(told(story, at(2, 'context')))).not.toContain('context.mixture');
  });

  it('compares with the context of the word before, but not at the first word', () => {
    expect(asked(told(story, at(2, 'context')))).toContain('context.changes');
    expect(asked(told(story, at(1, 'context')))).not.toContain('context.changes');
  });

  it('compares with one vector for all words: weights 0.8, 0.1, 0.1 give (1, 0.15), the last annotation is (1, 1)', () => {
    const { values } = question(told(story, at(1, 'context')), 'context.before').asked;
    expect(values).toMatchObject({ last: 'not', words: 3 });
    expect(values['cosine']).toBeCloseTo(1.15 / Math.sqrt((1 + 0.15 ** 2) * 2), 12);
  });
});

describe('the state stage', () => {
  it('says how much is rewritten on average, and by how many gates', () => {
    const { values } = question(told(story, at(2, 'state')), 'state.rewritten').asked;
    expect(values).toMatchObject({ share: 0.5, kept: 0.5, manner: 'both', open: 1, shut: 1 });
  });

  it('compares the three parts of the candidate: lengths 5, 1 and 0.5', () => {
    const { values } = question(told(story, at(2, 'state')), 'state.parts').asked;
    expect(values).toMatchObject({ wordPart: 5, readPart: 1, ownPart: 0.5, loudest: 'word' });
  });

  it('says which word the new state asks for, and that after the end nobody asks', () => {
    expect(question(told(story, at(1, 'state')), 'state.chooses').asked.values).toMatchObject({
      next: 'chat',
      english: 'cat',
    });
    expect(asked(told(story, at(3, 'state')))).toContain('state.beforeEnd');
    expect(asked(told(story, at(4, 'state')))).toContain('state.unused');
  });
});

describe('the word stage', () => {
  it('is sure at a large lead: e⁹ against seven others', () => {
    const narration = told(story, at(1, 'word'));
    expect(narration.sentences[1]?.key).toBe('word.likeliest');
    expect(Number(narration.sentences[1]?.values['p'])).toBeCloseTo(Math.exp(9) / (Math.exp(9) + 7), 3);
    expect(asked(narration)).toContain('word.sure');
  });

  it('asks whether it was a close call: e³ against e^2.5 and six others', () => {
    const { values } = question(told(story, at(2, 'word')), 'word.close').asked;
    const total = Math.exp(3) + Math.exp(2.5) + 6;
    expect(values).toMatchObject({ rival: 'noir', rivalMark: 'word' });
    expect(Number(values['p'])).toBeCloseTo(Math.exp(3) / total, 2);
    expect(Number(values['rivalP'])).toBeCloseTo(Math.exp(2.5) / total, 2);
  });

  it('explains the difference of two logits: 3 − 2.5, of which one read-out number gives (3 − 4) · 0.5', () => {
    const { values } = question(told(story, at(2, 'word')), 'word.logits').asked;
    expect(values).toMatchObject({ a: 3, b: 2.5, gap: 0.5, number: 1, part: -0.5 });
    expect(values['ratio']).toBeCloseTo(Math.exp(0.5), 12);
  });

  it('says which of three parts is the largest: 3, 2 and 1', () => {
    expect(question(told(story, at(2, 'word')), 'word.decides').asked.values).toMatchObject({
      read: 3,
      asked: 2,
      said: 1,
      loudest: 'read',
    });
  });

  it('tells a forced word, a searched one and one that was cut off', () => {
    const steps = [{ e: [0, 0], logits: favours(4, 5), word: 3 }];
    const forced = told(madeStory({ source: ['the', 'cat'], steps, forced: [1] }), at(1, 'word'));
    expect(forced.sentences[1]?.key).toBe('word.forced');
    expect(asked(forced)).toEqual(expect.arrayContaining(['word.why.forced', 'word.capped']));
    const searched = told(madeStory({ source: ['the', 'cat'], steps }), at(1, 'word'));
    expect(searched.sentences[1]?.key).toBe('word.searched');
    expect(searched.sentences[1]?.values).toMatchObject({ word: 'le', rival: 'chat' });
    expect(asked(searched)).toContain('word.why.searched');
  });

  it('explains what is left for the unknown word, and how it knows that it is done', () => {
    const noisy = madeStory({
      source: ['the', 'cat'],
      steps: [
        { e: [0, 1], logits: favours(3, 9, 1, 4), word: 3 },
        { e: [0, 1], logits: favours(2, 9), word: 2 },
      ],
    });
    expect(asked(told(noisy, at(1, 'word')))).toContain('word.noise');
    expect(asked(told(noisy, at(2, 'word')))).toContain('word.stop');
  });
});

describe('narrateWithout', () => {
  const keys = (lines: readonly Line[]): string[] => lines.map((line) => line.key);

  it('names the word that is missed most, a second, and that the weights disagree', () => {
    const lines = narrateWithout(story, at(3, 'softmax'), 'additive', {
      probability: 0.99,
      without: [
        { probability: 0.6, likeliest: 'pas' },
        { probability: 0.02, likeliest: 'a' },
        { probability: 0.98, likeliest: 'pas' },
      ],
    });
    expect(keys(lines)).toEqual(['without.most', 'without.also', 'without.disagrees', 'without.how']);
    expect(lines[0]?.values).toMatchObject({
      english: 'cat',
      p: 0.99,
      after: 0.02,
      likeliest: 'a',
      changes: 'yes',
    });
    expect(lines[1]?.values).toMatchObject({ english: 'the', after: 0.6, changes: 'no' });
    expect(lines[2]?.values).toMatchObject({ english: 'not', alpha: 0.5, after: 0.98 });
  });

  it('says when the largest weight was on that word, or on one that matters less', () => {
    const lost = (third: number): readonly Line[] =>
      narrateWithout(story, at(3, 'word'), 'additive', {
        probability: 0.9,
        without: [
          { probability: 0.9, likeliest: 'pas' },
          { probability: 0.4, likeliest: 'pas' },
          { probability: third, likeliest: 'pas' },
        ],
      });
    expect(keys(lost(0.1))).toEqual(['without.most', 'without.also', 'without.agrees', 'without.how']);
    expect(keys(lost(0.6))).toEqual(['without.most', 'without.also', 'without.partly', 'without.how']);
  });

  it('says when no single word is needed', () => {
    const lines = narrateWithout(story, at(1, 'word'), 'additive', {
      probability: 0.99,
      without: [
        { probability: 0.97, likeliest: 'le' },
        { probability: 0.98, likeliest: 'le' },
        { probability: 0.99, likeliest: 'le' },
      ],
    });
    expect(keys(lines)).toEqual(['without.none', 'without.agrees', 'without.how']);
  });
});
