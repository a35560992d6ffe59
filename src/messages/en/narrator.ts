/** @file English words of the narrator: titles, sentences of each step, sources of the formulas. */

import { digits, percent, share, target, targetFirst } from './narratorPieces.ts';

const word = target('word');
const Word = targetFirst('word');

export const narrator = {
  'narrator.name': 'What happens in this step',
  'narrator.step': 'Step {place} of {count} · {stage}',
  'narrator.questions': 'Questions about this step',
  'narrator.see': 'See how it is computed:',
  'narrator.number': '{name} = {value}',

  'title.embedding': 'Turn words into numbers',
  'title.forward': 'Read from left to right',
  'title.backward': 'Read from right to left, and join',
  'title.first-state': 'Make the first state',
  'title.score': 'Compare the state with every word',
  'title.softmax': 'Turn the scores into weights',
  'title.context': 'Mix what is read',
  'title.state': 'Update the decoder’s state',
  'title.word': 'Choose the word',

  'source.additive': 'Bahdanau, Cho & Bengio 2015, appendix A.1.2',
  'source.dot': 'Luong, Pham & Manning 2015, section 3.1, “dot”',
  'source.general': 'Luong, Pham & Manning 2015, section 3.1, “general”',
  'source.concat': 'Luong, Pham & Manning 2015, section 3.1, “concat”',
  'source.embedding': 'Bahdanau, Cho & Bengio 2015, appendix A.2.1',
  'source.encoder': 'Bahdanau, Cho & Bengio 2015, appendix A.2.1',
  'source.annotation': 'Bahdanau, Cho & Bengio 2015, section 3.2',
  'source.first': 'Bahdanau, Cho & Bengio 2015, appendix A.2.2',
  'source.softmax': 'Bahdanau, Cho & Bengio 2015, equation 6',
  'source.context': 'Bahdanau, Cho & Bengio 2015, equation 5',
  'source.state': 'Bahdanau, Cho & Bengio 2015, appendix A.2.2',
  'source.word': 'Bahdanau, Cho & Bengio 2015, appendix A.2.2, with tanh in place of maxout',

  'embedding.all':
    'The model cannot read letters. It looks {n, plural, one {the word} other {each of the # words}} up in a table: <source>{english}</source> is row {row} of {rows}, a list of {width} numbers.',
  'embedding.one':
    '<source>{english}</source>, word {place} of {n}, is row {row} of the table. The row is copied: these {width} numbers are x<sub>{place}</sub>.',
  'embedding.stranger': 'The model does not know this word: it reads a row that unknown words share.',

  'forward.all':
    '{n, plural, one {A small network reads the one word, <source>{first}</source>, and keeps what it has read in a list of {width} numbers, its state.} other {A small network reads the words in their order and keeps what it has read in a list of {width} numbers, its state. After <source>{first}</source> it has read one word, after <source>{last}</source> all #.}}',
  'forward.one': `It reads <source>{english}</source> and updates its {width} numbers: on average ${percent('share')} of each is rewritten, the rest is kept. {place, plural, =1 {It has now read one word.} other {It has now read words 1 to #.}}`,
  'backward.all':
    'A second network reads from the right. Both states of a word, put end to end, are its <key>annotation</key>, {all} numbers: it is about one word, and has read the whole sentence.',
  'backward.one': `It reads <source>{english}</source>, coming from the right: on average ${percent('share')} of its {width} numbers is rewritten. Joined with the state from the left, this is the annotation <key>h<sub>{place}</sub></key>, {all} numbers.`,
  'first.state':
    'The decoder needs a <query>state</query> to begin with. It is made from what the backward reader held at <source>{first}</source>, when it had read the whole sentence: multiplied by a learned matrix, then squeezed between −1 and 1.',

  'score.all': `The decoder is about to write ${word}. It compares its <query>state</query> with the <key>annotation</key> of every source word: one <score>score</score> a word. {n, plural, one {That of <source>{top}</source> is ${digits('topScore')}.} other {The highest is ${digits('topScore')}, for <source>{top}</source>, the lowest ${digits('lowScore')}, for <source>{low}</source>.}}`,
  'score.one': `Score {place} of {n}: the <query>state</query> against the <key>annotation</key> of <source>{english}</source> gives ${digits('e')}. {best, select, first {{n, plural, one {There is no other.} other {The others follow.}}} yes {It is the highest so far.} other {The highest so far is ${digits('leaderScore')}, for <source>{leader}</source>.}}`,

  'softmax.all': `The decoder is about to write ${word}. Exponentiate every <score>score</score> and divide by the sum: {n, plural, one {the one weight is 1} other {the # <weight>weights</weight> are positive and add up to 1, so they say how to share one unit of attention among the words}}.`,
  'softmax.end':
    'The decoder is about to write the end mark. Every <score>score</score> becomes a <weight>weight</weight> all the same: exponentiate it and divide by the sum, and {n, plural, one {the one weight is 1} other {the # weights add up to 1}}.',
  'softmax.most': `{n, plural, one {It goes to <source>{top}</source>.} other {The largest is ${share('topWeight')}, for <source>{top}</source>{also, select, yes {, then ${share('secondWeight')}, for <source>{second}</source>} other {}}.}}`,
  'softmax.one': `{shifted, select, yes {The largest score, ${digits('shift')}, is subtracted first, so that the numbers stay readable: e<sup>${digits('e')} − ${digits('shift')}</sup>} other {e<sup>${digits('e')}</sup>}} = {raised}. Divided by the sum, ${digits('total')}, that is a <weight>weight</weight> of ${share('alpha')} for <source>{english}</source>.`,

  'context.all': `Every <key>annotation</key> is multiplied by its <weight>weight</weight>, and all are added up. The sum is the <context>context</context>: {width} numbers, what the decoder reads for ${word}.`,
  'context.share': `Measured by length, ${percent('parts')} of what is added comes from <source>{top}</source>.`,
  'context.one': `Now ${share('alpha')} times the annotation of <source>{english}</source> is added, a list of length ${digits('reach')}. {left, plural, =0 {All of them are in.} one {One more is to come.} other {# more are to come.}}`,

  'state.all': `The decoder takes in the <context>context</context> and {previousMark, select, start {a start mark, since nothing is written yet} other {the word before, ${target('previous')}}}, and turns its <query>state</query> s<sub>{before}</sub> into a new one, s<sub>{t}</sub>. On average ${percent('share')} of each of its {width} numbers is rewritten.`,
  'state.next': `This step is about what comes after ${word}: the new state asks the next question.`,
  'state.last': 'After the end mark nothing is written, so nothing will ask with this state.',

  'word.all': `The <context>context</context>, the <query>state</query> s<sub>{before}</sub> and {previousMark, select, start {the start mark} other {the word before}} decide: each of the {count} words of the model’s French gets a <output>probability</output>.`,
  'word.likeliest': `The likeliest is ${word}, with ${share('p')}; next comes ${target('rival')} with ${share('rivalP')}.`,
  'word.forced': `You put ${word} here; the model gave it ${share('p')}. It gave ${target('rival')} ${share('rivalP')}.`,
  'word.searched': `${Word} has ${share('p')}, ${target('rival')} has ${share('rivalP')}. Beam search weighs whole sentences, and this translation goes on from ${word}.`,

  'without.run': 'Leave out each word in turn',
  'without.running': 'Leaving out each word in turn …',
  'without.most': `Without <source>{english}</source>, ${word} would get ${share('after')} instead of ${share('p')}{changes, select, yes {; the likeliest word would be ${target('likeliest')}} other {}}.`,
  'without.also': `Without <source>{english}</source> it would get ${share('after')}{changes, select, yes {; the likeliest word would be ${target('likeliest')}} other {}}.`,
  'without.none': `${Word} would outlast the loss of any one word: at worst, without <source>{english}</source>, it gets ${share('after')} instead of ${share('p')}. What is left, the other words{previousMark, select, start {} other { and the French already written}}, is enough.`,
  'without.agrees': `<source>{english}</source> is also the word with the largest weight, ${share('alpha')}.`,
  'without.partly': `The largest weight, ${share('alpha')}, was on <source>{english}</source>; without it ${word} would get ${share('after')}.`,
  'without.disagrees': `The largest weight, ${share('alpha')}, was on <source>{english}</source>. Yet without it ${word} would get ${share('after')}: a large weight is no proof that the word was needed.`,
  'without.how':
    'Each time one word is left out and everything is computed again, with the same French words before this one.',
} as const;
