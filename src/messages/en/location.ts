/** @file English words of the location score. */

import { afterPrevious, digits, target } from './narratorPieces.ts';

const word = target('word');

export const location = {
  'source.location': 'Luong, Pham & Manning 2015, section 3.1, “location”',
  'title.score': 'Score every place',
  'score.all': `The decoder is about to write ${word}. From its <query>state</query> alone it makes one <score>score</score> a place: what word stands there is not looked at. {n, plural, one {That of place 1 is ${digits('topScore')}.} other {The highest is ${digits('topScore')}, for the place of <source>{top}</source>, the lowest ${digits('lowScore')}, for that of <source>{low}</source>.}}`,
  'score.one': `Place {place} of {n}: row {place} of the matrix against the <query>state</query> gives ${digits('e')}; <source>{english}</source>, which stands there, has no part in it. {best, select, first {{n, plural, one {There is no other.} other {The others follow.}}} yes {It is the highest so far.} other {The highest so far is ${digits('leaderScore')}, where <source>{leader}</source> stands.}}`,
  'score.how':
    'A learned matrix W<sub>a</sub> has one row for each place. The score is the dot product of that row with the {state} numbers of the state.',
  'score.compared.ask': 'What is compared with what?',
  'score.compared.answer': `The <query>state</query> s<sub>{before}</sub>, {state} numbers, with the row of each place, not with its word. The state is what the decoder holds ${afterPrevious()}. So the first place, the second and so on have scores whatever the sentence is; the place of <source>{top}</source> gets ${digits('topScore')}.`,
  'score.twice.ask': 'There is more than one <source>{twin}</source>. Do they score the same?',
  'score.twice.answer': `No, and not because of what stands around them: place {a} and place {b} have rows of their own, whatever word is there. They give ${digits('aScore')} and ${digits('bScore')}.`,
  'score.terms.ask': `Where does ${digits('e')} for the place of <source>{english}</source> come from?`,
  'score.terms.answer': `It is a sum of {count} products, one for each number of the state: {ups} push up, {up, number, ::.0#####} together, and {downs} push down, {down, number, ::.0#####}. The largest is number {largest}, with ${digits('term')}.`,
  'score.special.ask': 'What does it know of <source>{english}</source>?',
  'score.special.answer': `That it stands at place {place}, and nothing else: put another word there, and as long as the state is the same the score is ${digits('e')} again. It has learned rows for {rows} places, so no longer sentence can be scored.`,
  'score.differs.ask': 'Can it work at all without looking?',
  'score.differs.answer':
    'As far as a sentence and its translation run side by side: the state counts along, and the first words read themselves into it. It cannot search for a word. Luong’s paper has it as the one score that is not made of content, and finds it the weakest; compare its alignment error with the others’, on the page about this model.',
  'backward.prepared.ask': 'Is anything prepared here for the scores?',
  'backward.prepared.answer':
    'No. These scores do not see the annotations. They are what is read with the weights, at {steps, plural, one {the one word} other {each of the # words}}.',
} as const;
