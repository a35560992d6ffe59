/** @file English words of the general score. */

import { digits } from './narratorPieces.ts';

export const general = {
  'score.how':
    'A learned matrix W<sub>a</sub> turns the {keys} numbers of the annotation into {state}. The score is the dot product of those with the state: multiply in pairs, and add up.',
  'score.terms.ask': `Where does ${digits('e')} for <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} products, one for each number of the state: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'What does the matrix change?',
  'score.special.answer': `Without W<sub>a</sub>, the product of state and annotation would be ${digits('raw')} for <source>{english}</source> in place of ${digits('e')}. The highest would be {same, select, yes {the same word’s} other {<source>{best}</source>, with ${digits('bestRaw')}}}. The matrix says which part of one is compared with which part of the other.`,
  'score.differs.ask': 'What differs from dot and from additive?',
  'score.differs.answer':
    'The score alone. It is the dot score with a learned matrix between state and annotation; it is the additive one without tanh, as one product. Luong’s paper asks with the new state; here all models ask with s<sub>t−1</sub>, so that they differ in nothing but the score.',
  'backward.prepared.ask': 'What is prepared here for the scores?',
  'backward.prepared.answer':
    'Every score needs W<sub>a</sub><key>h<sub>j</sub></key>, {width} numbers a word. It does not depend on the French word, so it is computed here, once, and used {steps, plural, one {at one word} other {at all # words}}.',
} as const;
