/** @file English words of the scaled dot score. */

import { digits } from './narratorPieces.ts';

export const scaledDot = {
  'source.scaled-dot': 'Vaswani and others 2017, equation 1',
  'score.how':
    'The score is their dot product, divided by the square root of their width, {state}. Nothing in it is learned.',
  'score.terms.ask': `Where does ${digits('e')} for <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} products, each divided by the root of the width: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'Why divide by a root?',
  'score.special.answer': `The product of two lists of {width} numbers is ${digits('raw')} here, and √{width} = ${digits('root')} makes ${digits('e')} of it. Products of long lists are large by chance alone: with independent numbers of size 1 they spread by √{width}. Large scores make a softmax that gives nearly all to one place, where it hardly learns any more.`,
  'score.differs.ask': 'What differs from the dot score?',
  'score.differs.answer':
    'One constant. A trained model could make its states smaller by itself, and with states of this width both learn the task; in the networks of Vaswani and others, with many heads and layers, the scale is what lets learning begin. Here all models ask with s<sub>t−1</sub>, so that they differ in nothing but the score.',
  'backward.prepared.ask': 'Is anything prepared here for the scores?',
  'backward.prepared.answer':
    'No. The scaled dot score takes the annotations as they are, at {steps, plural, one {the one word} other {each of the # words}}. Other scores multiply them by a matrix first.',
} as const;
