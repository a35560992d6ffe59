/** @file English words of the additive score. */

import { digits } from './narratorPieces.ts';

export const additive = {
  'score.how':
    'Both are multiplied by learned matrices and added. tanh squeezes the {inner} sums between −1 and 1, and the learned vector v<sub>a</sub> weighs them into one number.',
  'score.terms.ask': `Where does ${digits('e')} for <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} terms, one for each number of v<sub>a</sub>: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'What does tanh do here?',
  'score.special.answer': `It squeezes each of the {inner} sums between −1 and 1. For <source>{english}</source> they run from ${digits('least')} to ${digits('greatest')}; {flat, plural, =0 {none comes} one {# comes} other {# come}} out beyond ±0.9, where a larger sum would change almost nothing.`,
  'score.differs.ask': 'Why a small network, and not one product?',
  'score.differs.answer':
    'The <query>state</query> and the <key>annotations</key> come from different networks. Two learned matrices bring them to common ground, and tanh lets some of their numbers count only together. The dot score does without all of this: open it and compare.',
  'backward.prepared.ask': 'What is prepared here for the scores?',
  'backward.prepared.answer':
    'Every score needs U<sub>a</sub><key>h<sub>j</sub></key>, {width} numbers a word. It does not depend on the French word, so it is computed here, once, and used {steps, plural, one {at one word} other {at all # words}}.',
} as const;
