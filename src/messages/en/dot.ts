/** @file English words of the dot score. */

import { digits, hundredths } from './narratorPieces.ts';

export const dot = {
  'score.how':
    'The score is their dot product: multiply the {state} numbers of both in pairs, and add up the products. Nothing in it is learned.',
  'score.terms.ask': `Where does ${digits('e')} for <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} products, one for each number of the state: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'Why does multiplying compare them?',
  'score.special.answer': `The product is the length of the <query>state</query>, ${digits('queryLength')}, times the length of the <key>annotation</key>, ${digits('keyLength')}, times the cosine of the angle between them, ${hundredths('cosine')}: ${digits('e')} for <source>{english}</source>. It is large when both are long and point the same way.`,
  'score.differs.ask': 'What differs from additive attention?',
  'score.differs.answer':
    'The score alone. No matrix and no tanh stand between state and annotation, so both need the same width, and encoder and decoder had to learn to fit each other. Luong’s paper asks with the new state; here all models ask with s<sub>t−1</sub>, so that they differ in nothing but the score.',
  'backward.prepared.ask': 'Is anything prepared here for the scores?',
  'backward.prepared.answer':
    'No. The dot score takes the annotations as they are, at {steps, plural, one {the one word} other {each of the # words}}. Other scores multiply them by a matrix first.',
} as const;
