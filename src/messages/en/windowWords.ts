/** @file English words that both kinds of local attention share: a window, its edges, and what is not in it. */

import { digits } from './narratorPieces.ts';
import { general } from './general.ts';

export const windowWords = {
  'title.position': 'Choose where to look',
  'source.window': 'Luong, Pham & Manning 2015, section 3.2',
  'position.window': `The window reaches {reach, number} {reach, plural, one {place} other {places}} to each side: {count, plural, one {one word lies in it, <source>{from}</source>.} other {# words lie in it, from <source>{from}</source> to <source>{to}</source>.}} {outside, plural, =0 {No word is outside.} one {One is outside and will get no weight.} other {# are outside and will get no weight.}}`,
  'position.fallback': `No word lies within {reach, number} {reach, plural, one {place} other {places}} of it. A softmax over nothing would be no number, so the nearest word is taken: <source>{from}</source>, at place {fromPlace}.`,
  'position.edge.ask': 'What happens at the edge of the sentence?',
  'position.edge.answer': `The window would run from ${digits('low')} to ${digits('high')}, but there are places 1 to {n} only. It is cut there: {count, plural, one {one word is} other {# words are}} left in it. Nothing is put in the place of what is missing.`,
  'position.empty.ask': 'Can the window be empty?',
  'position.empty.answer':
    'It can: far past the end of the sentence, or when D is smaller than the way to the nearest place. The paper does not say what then. Here the nearest word is taken, and this page says so.',
  'position.reach.ask': 'What if D were smaller?',
  'position.reach.answer':
    'Then fewer words could be read at once. Try it: D is the slider above. The model was trained with one D; with another it does what it has not learned, and you can see where that goes wrong.',
  'softmax.hidden': `<source>{english}</source> is outside the window: its <score>score</score>, ${digits('e')}, takes no part, and its <weight>weight</weight> is exactly 0.`,
  'score.how': general['score.how'],
  'score.terms.ask': general['score.terms.ask'],
  'score.terms.answer': general['score.terms.answer'],
  'score.special.ask': general['score.special.ask'],
  'score.special.answer': general['score.special.answer'],
  'score.differs.ask': 'What differs from the general score?',
  'score.differs.answer':
    'The score is the general one. What is new is where it counts: all words are scored here so that you can see them, but the softmax goes over those in the window alone. In a long sentence that saves work, and it keeps the decoder from looking far away by mistake.',
  'backward.prepared.ask': general['backward.prepared.ask'],
  'backward.prepared.answer': general['backward.prepared.answer'],
} as const;
