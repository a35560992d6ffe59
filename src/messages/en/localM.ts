/** @file English words of local attention that walks along the sentence. */

import { target } from './narratorPieces.ts';
import { windowWords } from './windowWords.ts';

const word = target('word');

export const localM = {
  ...windowWords,
  'position.all': `The decoder is about to write ${word}. It looks around the place with the same number: p<sub>t</sub> = {centre, number}.`,
  'position.how.ask': 'Where does p come from?',
  'position.how.answer':
    'It is counted: 1 at the first French word, 2 at the second. Nothing in it is learned, and it does not depend on the sentence. So this takes for granted that both languages run side by side.',
  'position.why.ask': 'Does that fit French?',
  'position.why.answer':
    'Roughly. French sentences of this grammar are about a tenth longer than English ones, so p<sub>t</sub> runs ahead of the word that is needed, by more and more: in a sentence of 40 words by about four places. The window has to be wide enough for that.',
} as const;
