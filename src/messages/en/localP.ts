/** @file English words of local attention that predicts where to look. */

import { digits, hundredths, share, target } from './narratorPieces.ts';
import { windowWords } from './windowWords.ts';

const word = target('word');

export const localP = {
  ...windowWords,
  'title.gaussian': 'Favour the middle',
  'source.local-p': 'Luong, Pham & Manning 2015, section 3.2, “local-p”',
  'source.gaussian': 'Luong, Pham & Manning 2015, section 3.2, “local-p”',
  'position.all': `The decoder is about to write ${word}. Its <query>state</query> says where to look: at p<sub>t</sub> = ${digits('centre')}, ${hundredths('share')} of the way through the sentence.`,
  'position.how.ask': 'Where does p come from?',
  'position.how.answer': `From the state alone: a matrix, tanh, a learned list of numbers, and σ, which makes a share between 0 and 1 of it, here ${hundredths('share')}. Times the {n, plural, one {one place} other {# places}} of the sentence that is ${digits('centre')}. The source words have no part in it but through the state.`,
  'position.why.ask': 'Why between two places?',
  'position.why.answer':
    'A whole number would jump, and no gradient could say in which direction to learn. A place between two can be moved by a little. It is learned through the Gaussian that follows, which knows how far every word is from it.',

  'gaussian.all': `Each weight of the softmax is multiplied by a factor that is 1 at p<sub>t</sub> = ${digits('centre')} and falls off to both sides. <source>{english}</source>, ${digits('away')} {away, plural, one {place} other {places}} away, keeps ${share('factor')} of its ${share('before')}: its <weight>weight</weight> is ${share('alpha')}.`,
  'gaussian.one': `<source>{english}</source> is ${digits('away')} {away, plural, one {place} other {places}} from p<sub>t</sub>: its factor is ${share('factor')}, and ${share('before')} becomes a <weight>weight</weight> of ${share('alpha')}.`,
  'gaussian.sum': `Together the weights are ${share('total')} now, ${share('short')} short of 1. Nothing makes up for it.`,
  'gaussian.short.ask': 'Must weights not add up to 1?',
  'gaussian.short.answer': `The softmax’s do. The paper multiplies them by the Gaussian and leaves it at that, and so do we: here they add up to ${share('total')}. The context is shorter by so much where the decoder is not sure of the place.`,
  'gaussian.why.ask': 'What is the Gaussian for?',
  'gaussian.why.answer':
    'The window’s edge is a step: moving p<sub>t</sub> a little changes nothing until a word falls out. The Gaussian has a slope everywhere, and through it p<sub>t</sub> is learned.',
  'gaussian.width.ask': 'How wide is it?',
  'gaussian.width.answer': `σ = D ÷ 2 = {sigma, number}. One σ away from p<sub>t</sub> the factor is 0.61, at the edge of the window, two σ away, 0.14.`,
} as const;
