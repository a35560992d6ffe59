/** @file English words where nothing is attended. */

import { digits, hundredths, target } from './narratorPieces.ts';

const word = target('word');

export const none = {
  'title.context': 'Hand over the one vector',
  'source.none':
    'Cho and others 2014, section 2.2; Sutskever, Vinyals & Le 2014. Not attention: shown for comparison',

  'forward.blind.ask': 'What is missing from the state at <source>{first}</source>?',
  'forward.blind.answer':
    'Whatever comes later: only one word is read so far. Here that does not matter, for no state but the last is used. A second reader, from the right, would stop at the first word having read one word more than this one: so this model has one reader, twice as wide.',
  'forward.forgets.ask': 'Does the last state hold the whole sentence?',
  'forward.forgets.answer': `It has to: it is all that this decoder will ever see of the sentence. It has {width} numbers to keep it in, however long the sentence is. Its cosine with the state at <source>{first}</source> is ${hundredths('cosine')}.`,

  'first.state':
    'The decoder needs a <query>state</query> to begin with. It is made from the last state of the reader, at <source>{last}</source>, when it had read the whole sentence: multiplied by a learned matrix, then squeezed between −1 and 1.',
  'first.from.ask': 'Where does the first state come from?',
  'first.from.answer': `From the {width} numbers that the reader held at <source>{last}</source>. The matrix W<sub>s</sub> turns them into {state} numbers, and tanh keeps each between −1 and 1. Here they run from ${digits('least')} to ${digits('greatest')}.`,
  'first.why.ask': 'Why the last state?',
  'first.why.answer':
    'It is the only one that has read all {n, plural, one {of the one word} other {# words}}. The states before it are thrown away.',
  'first.alone.ask': 'Could it translate with this alone?',
  'first.alone.answer':
    'It has to make do with little more: these {state} numbers, and the reader’s last {width}, which it is given again at every word. With attention the decoder may look back at {numbers, number} numbers here.',

  'context.all': `Nothing is attended: there are no scores and no weights. For ${word}, as for every other word, the decoder is given the reader’s last <context>state</context>, {width} numbers.`,
  'context.share':
    '{n, plural, one {It is the state at the one word, <source>{last}</source>.} other {It is what the reader held at <source>{last}</source>, after all # words. Whatever is to be said of <source>{first}</source> has to be in there, too.}}',
  'context.same.ask': 'Is it the same vector at every word?',
  'context.same.answer': `Yes, number for number: number {number} is ${digits('value')} at {words, plural, one {the one word} other {all # words}}, and at the end. Go on to the next word and compare. What changes is the decoder’s state alone.`,
  'context.narrow.ask': 'How much room is there for a word?',
  'context.narrow.answer': `{width} numbers for {n, plural, one {one word} other {# words}}: {each, number, ::.0} each. For a sentence of 40 words it would be the same {width}. That is the narrow place that attention was invented to get around.`,
  'context.first.ask': 'How much of the first word is left in it?',
  'context.first.answer': `{n, plural, one {It is the first word: nothing was read after it.} other {That cannot be read off one number. The reader’s states at <source>{first}</source> and at <source>{last}</source> have a cosine of ${hundredths('cosine')}, and {n} − 1 words were read in between, each rewriting a part.}}`,
  'context.attention.ask': 'What would attention do here?',
  'context.attention.answer':
    'It would mix a vector of its own for each word, out of all {n, plural, one {one state} other {# states}} of the encoder. Open any other mechanism with this sentence: the steps “score” and “softmax”, which are missing here, make its weights.',

  'state.chooses.ask': `Does the new state choose ${word}?`,
  'state.chooses.answer':
    'No. The word is chosen in the next step from the old state, the fixed vector and the word before. The new state is what remembers how far the translation has come: nothing else here does.',
} as const;
