/** @file English words of the concat score. */

import { digits } from './narratorPieces.ts';

export const concat = {
  'score.how':
    'Both are put end to end, {state} + {keys} numbers. One learned matrix reads them together, tanh squeezes the {inner} sums between −1 and 1, and the learned vector v<sub>a</sub> weighs them into one number.',
  'score.terms.ask': `Where does ${digits('e')} for <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} terms, one for each number of v<sub>a</sub>: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'Is this the additive score again?',
  'score.special.answer': `Nearly. W<sub>a</sub> [s; h] is the matrix’s left columns times the <query>state</query> plus its right columns times the <key>annotation</key>: two matrices side by side, as the additive score has them. For <source>{english}</source> the state’s part has length ${digits('left')}, the annotation’s ${digits('right')}.`,
  'score.differs.ask': 'What differs from dot and general?',
  'score.differs.answer':
    'The score alone. Those are products of state and annotation; this is a small network that reads both, with tanh inside. Luong’s paper asks with the new state; here all models ask with s<sub>t−1</sub>, so that they differ in nothing but the score.',
  'backward.prepared.ask': 'What is prepared here for the scores?',
  'backward.prepared.answer':
    'The right columns of W<sub>a</sub> times <key>h<sub>j</sub></key>, {width} numbers a word. They do not depend on the French word, so they are computed here, once, and used {steps, plural, one {at one word} other {at all # words}}.',
} as const;
