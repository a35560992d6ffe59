/** @file English words of the cosine score. */

import { digits, hundredths } from './narratorPieces.ts';

export const cosine = {
  'source.cosine': 'Graves, Wayne & Danihelka 2014, equations 5 and 6',
  'score.how':
    'The score is the cosine of the angle between them, times β<sub>t</sub>, a sharpness that the state itself gives. Lengths do not count.',
  'score.special.ask': 'What does β do?',
  'score.special.answer': `A cosine is between −1 and 1, here ${hundredths('cosine')} for <source>{english}</source>: a softmax of such numbers could never be sharp. So it is multiplied by β = ${digits('beta')}, which gives ${digits('e')}. The lengths, ${digits('queryLength')} and ${digits('keyLength')}, are divided out. β is made from the state by one learned list of numbers and ln(1 + exp(·)), so that it is positive.`,
  'score.differs.ask': 'What differs from the dot score?',
  'score.differs.answer':
    'A dot product is large when both lists are long, too; a cosine asks for the direction alone. It comes from the Neural Turing Machine, where a controller looks into a memory by content and says itself how sharply. Here the decoder says it, anew at every word.',
  'backward.prepared.ask': 'What is prepared here for the scores?',
  'backward.prepared.answer':
    'The length of every annotation, by which its products are divided at {steps, plural, one {the one word} other {each of the # words}}.',
} as const;
