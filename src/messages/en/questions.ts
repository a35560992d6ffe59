/** @file English words of the narrator's questions and answers that all mechanisms share. */

import {
  afterPrevious,
  digits,
  hundredths,
  percent,
  share,
  spot,
  target,
  targetFirst,
} from './narratorPieces.ts';

const word = target('word');
const Word = targetFirst('word');

const reading = {
  'embedding.unknown.ask': 'What does the model make of <source>{stranger}</source>?',
  'embedding.unknown.answer':
    'It never met this word in training. It reads row {row}, which unknown words share, and has to tell the rest from the words around it.',
  'embedding.twice.ask': 'Has <source>{twin}</source> the same numbers wherever it stands?',
  'embedding.twice.answer':
    'Yes. Each reads the same row, so all {width} numbers are equal. What stands around them comes in with the next two steps.',
  'embedding.alike.ask': 'Which two words are most alike here?',
  'embedding.alike.answer': `<source>{a}</source> and <source>{b}</source>: the cosine of their lists is ${hundredths('cosine')}. A cosine is 1 for lists that point the same way, and 0 for lists that have nothing in common.`,
  'embedding.meaning.ask': 'What do the {width} numbers mean?',
  'embedding.meaning.answer':
    'Nobody chose them. They began as chance, and training moved them until the translations came out right; words that are used alike ended up with similar rows. One number alone has no name.',
  'embedding.order.ask': 'Does the model know the order of the words yet?',
  'embedding.order.answer':
    'No. <source>{english}</source> reads row {row} wherever it stands. The order comes in when the sentence is read, from the left and from the right.',
  'embedding.known.ask': 'How many words does it know?',
  'embedding.known.answer':
    'The table has {rows} rows: the words of a small grammar, and a few marks. The model was trained on sentences that this grammar makes, and knows no other English.',

  'forward.twice.ask': 'Can the reader tell the places of <source>{twin}</source> apart?',
  'forward.twice.answer': `Yes. At place {a} it has read {a, plural, one {# word} other {# words}}, at place {b} it has read {b}. The two states have a cosine of ${hundredths('cosine')}, where 1 would be the same direction; in the table they were equal.`,
  'forward.most.ask': 'Which word changes the state most?',
  'forward.most.answer': `<source>{most}</source>, word {mostPlace}: the states before and after it are ${digits('mostBy')} apart. <source>{least}</source>, word {leastPlace}, changes it least: ${digits('leastBy')}.`,
  'forward.gate.ask': 'What decides how much is rewritten?',
  'forward.gate.answer': `A gate: {width} numbers z between 0 and 1, computed from the word and the state so far. 1 takes the new value, 0 keeps the old one. {n, plural, one {At <source>{open}</source> their mean is ${hundredths('openShare')}.} other {Their mean is largest at <source>{open}</source>, ${hundredths('openShare')}, and smallest at <source>{shut}</source>, ${hundredths('shutShare')}.}}`,
  'forward.blind.ask': 'What is missing from the state at <source>{first}</source>?',
  'forward.blind.answer':
    'Whatever comes later: from the left, only one word is read so far. So a second network reads from the right, in the next step.',
  'forward.forgets.ask': 'Does the last state hold the whole sentence?',
  'forward.forgets.answer': `It has read all of it, but has {width} numbers to keep it in, however long the sentence is. Its cosine with the state at <source>{first}</source> is ${hundredths('cosine')}. Models before attention handed on such a last state and nothing else.`,

  'backward.twice.ask': 'How different are the places of <source>{twin}</source> now?',
  'backward.twice.answer': `Their annotations have a cosine of ${hundredths('cosine')}. Both began as the same row of the table: all the difference comes from the words around them. So attention can tell place {a} from place {b}.`,
  'backward.alike.ask': 'Which two words have the most similar annotations?',
  'backward.alike.answer': `<source>{a}</source> and <source>{b}</source>, with a cosine of ${hundredths('cosine')}. The more alike two annotations are, the harder it is to score one high and the other low.`,
  'backward.why.ask': 'Why two directions?',
  'backward.why.answer':
    'From the left, the state at <source>{first}</source> has read one word; from the right it has read {n, plural, one {the same one} other {all #, from <source>{last}</source> back}}. Joined, {width} + {width} = {all} numbers: every <key>annotation</key> knows what stands before its word and what stands after it.',
  'backward.used.ask': 'What are the annotations for?',
  'backward.used.answer': `They are what the decoder may look at. It mixes them anew for every French word: for ${target('later')} it takes ${share('alpha')} of the annotation of <source>{english}</source>.`,

  'first.use.ask': 'What is the first state used for?',
  'first.use.answer': `It asks the first question: what matters for the first French word, ${target('next')}? The answer will be a weight of ${share('alpha')} on <source>{english}</source>. Every later state grows from this one.`,
  'first.from.ask': 'Where does the first state come from?',
  'first.from.answer': `From the {width} numbers that the backward reader held at <source>{first}</source>, its last word. The matrix W<sub>s</sub> turns them into {state} numbers, and tanh keeps each between −1 and 1. Here they run from ${digits('least')} to ${digits('greatest')}.`,
  'first.why.ask': 'Why from the backward reader?',
  'first.why.answer':
    'Each reader has seen the whole sentence where it stops. The backward one stops at <source>{first}</source>, so the beginning is what it read last, and translations mostly begin at the beginning. It is the choice of the paper.',
  'first.alone.ask': 'Could it translate with this alone?',
  'first.alone.answer':
    'Models before attention did: one list of numbers for a sentence of any length, and long sentences came out worse. This decoder starts from {state} numbers, too, but at every word it may look back at {n, plural, one {one annotation} other {# annotations}}, {numbers, number} numbers.',
} as const;

const attention = {
  'score.compared.ask': 'What is compared with what?',
  'score.compared.answer': `The <query>state</query> s<sub>{before}</sub>, {state} numbers, with each <key>annotation</key> h<sub>j</sub>, {keys} numbers. The state is what the decoder holds ${afterPrevious()}; an annotation is one source word with what stands around it. The same formula with the same parameters makes {n, plural, one {the one score} other {all # scores}}: <source>{top}</source> gets ${digits('topScore')}.`,
  'score.high.ask': `Is ${digits('topScore')} a high score?`,
  'score.high.answer': `Only beside others. Adding one number to all scores would change no weight: differences count. {n, plural, one {With one word there is none.} other {From <source>{low}</source>, the lowest, to <source>{top}</source> it is ${digits('gap')}.}}`,
  'score.knows.ask': `Does the score know that ${word} comes next?`,
  'score.knows.answer': `No. It is made from the state as it is ${afterPrevious()}; the word is chosen four steps later. Training taught the state to ask for what is useful next, so it often points at the right word before that word is chosen.`,
  'score.close.ask': `Is it close between ${spot('a')} and ${spot('b')}?`,
  'score.close.answer': `Yes: ${digits('aScore')} and ${digits('bScore')}, only ${digits('gap')} apart. Their weights will stand at ${digits('ratio')} to 1, so the decoder will read some of both.`,
  'score.clear.ask': `How far ahead is ${spot('a')}?`,
  'score.clear.answer': `${digits('gap')} above ${spot('b')}, the next: ${digits('aScore')} against ${digits('bScore')}. The next step turns this difference into a ratio, ${digits('ratio')} to 1.`,
  'score.twice.ask': 'There is more than one <source>{twin}</source>. Do they score the same?',
  'score.twice.answer': `No: the one at place {a} gets ${digits('aScore')}, the one at place {b} ${digits('bScore')}. Each annotation has read the words around its own place, so the same state can tell them apart.`,

  'softmax.sum.ask': 'Why do the weights add up to 1?',
  'softmax.sum.answer': `Each is a share of one total. The {n, plural, one {exponential} other {# exponentials}} of the {n, plural, one {score} other {scores}}{shifted, select, yes {, ${digits('shift')} taken off each,} other {}} {n, plural, one {is} other {are}} positive and make ${digits('total')} together; <source>{top}</source> has ${digits('raised')} of it. So its <weight>weight</weight> is ${digits('raised')} ÷ ${digits('total')} = ${share('topWeight')}.`,
  'softmax.exponential.ask': 'Why the exponential?',
  'softmax.exponential.answer': `A score may be negative, a share may not, and an exponential is always positive. <source>{low}</source> has the lowest score, ${digits('lowScore')}: {shifted, select, yes {e<sup>${digits('lowScore')} − ${digits('shift')}</sup>} other {e<sup>${digits('lowScore')}</sup>}} = {lowRaised}, and its weight is ${share('lowWeight')}, never quite 0. And it turns differences into ratios: 1 more in score is 2.72 times the weight.`,
  'softmax.win.ask': `Why does ${spot('a')} win over ${spot('b')}?`,
  'softmax.win.answer': `Its <score>score</score> is higher by ${digits('gap')}, and the exponential turns that difference into a ratio of e<sup>${digits('gap')}</sup> ≈ ${digits('ratio')} to 1.`,
  'softmax.close.ask': `Why is it undecided between ${spot('a')} and ${spot('b')}?`,
  'softmax.close.answer': `Their <score>scores</score>, ${digits('aScore')} and ${digits('bScore')}, are only ${digits('gap')} apart: e<sup>${digits('gap')}</sup> ≈ ${digits('ratio')} to 1. So they share the attention, ${share('aWeight')} and ${share('bWeight')}, and the decoder reads a mixture of both.`,
  'softmax.spread.ask': 'How many words does it look at?',
  'softmax.spread.answer': `The weights are as spread as an even share among ${digits('count')} of the {n} words: ${share('aWeight')} on ${spot('a')}, ${share('bWeight')} on ${spot('b')}, the rest on others. Where a word is easy to foresee, as small words of grammar often are, the decoder need not look anywhere sharply.`,
  'softmax.endRow.ask': 'What does it look at to stop?',
  'softmax.endRow.answer': `No English word stands for the end, so there is nothing that it should look at, and this row is not shown as an alignment. Its weights are as spread as an even share among ${digits('count')} of {n, plural, one {one word} other {the # words}}.`,
  'softmax.single.ask': 'What is there to share with one word?',
  'softmax.single.answer':
    'Nothing: the exponential of its score divided by itself is 1, whatever the score. With more words the scores decide.',
  'softmax.unknown.ask': 'It looks at a word that it does not know?',
  'softmax.unknown.answer': `Yes: <source>{english}</source> gets ${share('alpha')}. Its annotation tells where the word stands and what is around it. What the word means is not in it.`,
  'softmax.ahead.ask': `Why does <source>{english}</source> get ${share('alpha')} already?`,
  'softmax.ahead.answer': `The next word, ${target('next')}, will look at it with ${share('later')}. ${Word} may need it, too, for French words agree with one another. Or ${word} is easy to foresee, and the state, made before it is chosen, already asks for the word after it. Weights can be one word early: they are no table of which word means which.`,
  'softmax.shared.ask': `Why do ${word} and ${target('other')} both look at <source>{english}</source>?`,
  'softmax.shared.answer': `It may be that French needs two words where English has one. Or one of them is easy to foresee, and the state, made before the word is chosen, is already at the other. The weights alone do not tell which: leave <source>{english}</source> out, below, and see.`,
  'softmax.back.ask': 'Why does it go back from <source>{from}</source> to <source>{to}</source>?',
  'softmax.back.answer': `The word before looked at place {fromPlace}, this one looks at place {toPlace}, with ${share('alpha')}. Nothing makes the weights run from left to right: each word looks where its state asks. French has an order of its own; most adjectives, for one, stand after their noun.`,
  'softmax.leap.ask': 'Why does it leap from <source>{from}</source> to <source>{to}</source>?',
  'softmax.leap.answer': `From place {fromPlace} to place {toPlace}, with ${share('alpha')}. Nothing makes the weights go word by word: each word looks where its state asks, and the words between may come later, or be read along with others.`,
  'softmax.twice.ask': 'There is more than one <source>{twin}</source>. Why this one?',
  'softmax.twice.answer': `The one at place {a} gets ${share('aWeight')}, the one at place {b} ${share('bWeight')}. Their scores, ${digits('aScore')} and ${digits('bScore')}, differ since each annotation has read what stands around its own place.`,
  'softmax.without.ask': `Would ${word} still come without <source>{english}</source>?`,

  'context.reads.ask': 'What does the decoder read here?',
  'context.reads.answer': `One list of {width} numbers, made for ${word} alone. <source>{top}</source> has ${share('alpha')} of the weight; its annotation and the context have a cosine of ${hundredths('cosine')}, where 1 is the same direction.`,
  'context.single.ask': 'How is one of its numbers made?',
  'context.single.answer': `Number {number} is ${digits('sum')}: {n, plural, one {one product} other {a sum of # products}} of a weight with number {number} of an annotation. The largest comes from <source>{english}</source>: ${share('alpha')} × ${digits('h')} ≈ ${digits('product')}.`,
  'context.mixture.ask': 'Can it read two words at once?',
  'context.mixture.answer': `It does: ${share('aWeight')} of <source>{a}</source> and ${share('bWeight')} of <source>{b}</source>. The mixture has a cosine of ${hundredths('aCosine')} with the first annotation and ${hundredths('bCosine')} with the second; between the two it is ${hundredths('between')}.`,
  'context.changes.ask': `Is this what it read for ${target('earlier')}?`,
  'context.changes.answer': `{near, select, yes {Nearly} other {No}}: the two contexts have a cosine of ${hundredths('cosine')}. Every word has its own weights, so it reads its own mixture.`,
  'context.before.ask': 'What would it do without attention?',
  'context.before.answer': `It would read one and the same list of numbers for {words, plural, one {its one word} other {all # words}}. Before attention that was the last state of the encoder, with the whole sentence in it (Cho and others 2014; Sutskever, Vinyals and Le 2014). Here the annotation of the last word, <source>{last}</source>, has a cosine of ${hundredths('cosine')} with the context.`,
  'context.whole.ask': 'Is the context about <source>{top}</source> alone?',
  'context.whole.answer': `Its weight is ${share('alpha')}, but an annotation has read the whole sentence{alone, select, yes {} other {: the one of <source>{top}</source> has a cosine of ${hundredths('cosine')} with that of its neighbour <source>{neighbour}</source>}}. A weight says how much of an annotation is read, not which word’s meaning is used.`,
} as const;

const decoder = {
  'state.rewritten.ask': 'How much of the old state is left?',
  'state.rewritten.answer': `{manner, select, rewrites {Less than half of it} keeps {Most of it} other {About half of it}}, ${percent('kept')} on average. Each of the {width} numbers has a gate z between 0, keep, and 1, rewrite. {open, plural, =0 {None is} one {# is} other {# are}} above 0.9, {shut, plural, =0 {none} other {#}} below 0.1.`,
  'state.parts.ask': 'What speaks loudest in the new state?',
  'state.parts.answer': `{loudest, select, word {The word before} read {The context} other {The old state}}. What it proposes is a sum: the part of the context has length ${digits('readPart')}, that of the word before ${digits('wordPart')}, that of the old state ${digits('ownPart')}.`,
  'state.reset.ask': 'What does the reset gate do?',
  'state.reset.answer': `It says how much of the old state is seen while new values are proposed: here ${percent('share')} on average over {width} numbers. Where it is near 0, a number is proposed as if nothing had been written before.`,
  'state.chooses.ask': `Does the new state choose ${word}?`,
  'state.chooses.answer': `No. ${Word} is chosen in the next step from the old state, the context and the word before. The new state asks for the word after it: for ${target('next')} it will put ${share('alpha')} on <source>{english}</source>.`,
  'state.beforeEnd.ask': `Does the new state choose ${word}?`,
  'state.beforeEnd.answer': `No. ${Word} is chosen in the next step from the old state, the context and the word before. The new state asks for what comes after it, and that will be the end mark.`,
  'state.unused.ask': 'What is this last state for?',
  'state.unused.answer':
    'Every step makes one. Nothing is written after this step, so this state asks for nothing.',
  'state.unit.ask': 'Which of its numbers changes most?',
  'state.unit.answer': `Number {number}, from ${digits('from')} to ${digits('to')}. Its gate z is ${hundredths('gate')}: it takes that share of the proposed ${digits('candidate')}, and keeps the rest of what it was.`,
  'state.moved.ask': 'How different is the new state from the old?',
  'state.moved.answer': `The cosine between them is ${hundredths('cosine')}, where 1 is the same direction. The old one has length ${digits('fromLength')}, the new one ${digits('toLength')}. A state that points elsewhere asks for something else.`,

  'word.why.forced.ask': 'What happens after a word that I put there?',
  'word.why.forced.answer': `The decoder goes on as if it had chosen ${word} itself: the next states take it in, and all that follows may change. {own, select, yes {It would have chosen it anyway.} other {Left alone, it would have written ${target('rival')}, with ${share('rivalP')}.}}`,
  'word.why.searched.ask': 'Why not the likeliest word?',
  'word.why.searched.answer': `Beam search keeps several translations and compares them as wholes. ${targetFirst('rival')} is likelier here, ${share('rivalP')} to ${share('p')}; this translation is one of those that go on from ${word}.`,
  'word.capped.ask': 'Why does the translation stop here?',
  'word.capped.answer':
    'It reached the most words that are written for a sentence of {n, plural, one {# word} other {# words}}: {words}. The model had not written the end mark, so the translation is not finished.',
  'word.noise.ask': `Why does the mark for an unknown word get ${share('rivalP')}?`,
  'word.noise.answer':
    'In training, some words were replaced by this mark in both languages, so that the model learns to go on past a word it does not know. A little probability is left for it almost everywhere.',
  'word.stop.ask': 'How does it know that it is done?',
  'word.stop.answer': `It learned the end mark like a word: it is one of {count} choices, and every translation in training ended with it. Here it gets ${share('p')}; next comes ${target('rival')} with ${share('rivalP')}.`,
  'word.sure.ask': 'How sure is the model?',
  'word.sure.answer': `It gives ${word} ${share('p')} and leaves ${share('rest')} for all the others. Sure is not the same as right: on sentences unlike those of its training it can be sure and wrong.`,
  'word.close.ask': 'Was it a close call?',
  'word.close.answer': `${Word} has ${share('p')}, ${target('rival')} ${share('rivalP')}. Put the other word in its place, in the list beside this, and see how the sentence would go on.`,
  'word.doubt.ask': 'Why is it so unsure?',
  'word.doubt.answer': `${Word} has ${share('p')}, the next, ${target('rival')}, ${share('rivalP')}: the rest is spread over many. The sentence may be unlike those of its training, or a word may be unknown.`,
  'word.logits.ask': `What sets ${word} apart from ${target('rival')}?`,
  'word.logits.answer': `Before the softmax they have ${digits('a')} and ${digits('b')}. The difference of ${digits('gap')} makes the ratio of their probabilities: e<sup>${digits('gap')}</sup> ≈ ${digits('ratio')} to 1. Of the {width} numbers that lead to it, number {number} matters most: ${digits('part')} of the difference.`,
  'word.decides.ask': 'What decides the word?',
  'word.decides.answer': `Three things, each through a matrix of its own: the context, whose part has length ${digits('read')}, the state that asked, ${digits('asked')}, and the word before, ${digits('said')}. {loudest, select, read {The context} asked {The state} other {The word before}} speaks loudest here. The {width} sums go through tanh, and a last matrix makes one number a word of them.`,
  'word.without.ask': 'What if a word were missing from the sentence?',
  'word.proof.ask': `Does the weight on <source>{english}</source> prove that it is the reason for ${word}?`,
  'word.proof.answer': `No. It says what was read: ${share('alpha')} of the annotation of <source>{english}</source>. But that annotation has read other words, and the state and the word before decide, too.{n, plural, one {} other { To test a reason, leave a word out and see: the question about a missing word does that.}}`,
  'word.limits.ask': 'Could it write any other French word?',
  'word.limits.answer':
    'Only those in its list of {count}, marks included. It was trained on sentences of a small grammar and knows no other French.',
} as const;

export const questions = { ...reading, ...attention, ...decoder } as const;
