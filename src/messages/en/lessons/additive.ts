/** @file English words of the worked example of additive attention. */

export const additive = {
  problem: {
    title: 'Three words to translate',
    text: 'A small network reads <source>the cat sleeps</source> and writes French. Before each French word it asks: which English word should I look at now? Additive attention answers with a calculation that is small enough here to be done on paper: every list has two numbers. You can change any of them.',
    ask: 'Why not hand over the last state and be done?',
    answer:
      'Then everything that was read has to pass through that one short list. The lesson “No attention” does it that way: compare the two.',
  },
  words: {
    title: 'Each word is a short list of numbers',
    text: 'The network cannot read letters: each word stands as two numbers, <key>x<sub>j</sub></key>. Which numbers is decided by training; here they were chosen so that you can follow.',
    ask: 'What happens with more words?',
    answer:
      'Change the number of words under the table: every word gets a column of its own, and the calculation stays the same in each.',
  },
  gates: {
    title: 'Two gates for every word',
    text: 'A gated unit reads from left to right. For each word it computes two lists of numbers between 0 and 1: z says how much of its state is rewritten, r how much of the state before is seen while the new content is made. Before the first word the state is zero.',
    ask: 'What is σ?',
    answer:
      'A curve that squeezes every number between 0 and 1: σ(x) = 1 ÷ (1 + exp(−x)). At 0 it is a half.',
  },
  states: {
    title: 'What is kept after each word',
    text: 'From the word and what r lets through of the state before, a candidate is made. Then z mixes: 1 − z parts of the old state, z parts of the candidate. The result, <key>h<sub>j</sub></key>, is what the reader holds after word j. Attention will choose among these lists.',
    ask: 'Why does each state depend on the words before it?',
    answer:
      'Because h<sub>j−1</sub> enters every line. Change a number of the first word, and all states after it change; change the last word, and only the last state does.',
  },
  query: {
    title: 'The question: what the writer holds',
    text: 'Before it writes the first French word, the writer holds the <query>state</query> s<sub>0</sub>. The matrix W turns it into a list that can be compared. This is done once for all words.',
    ask: 'Why multiply by W at all?',
    answer:
      'State and annotations come from two different networks, and their numbers need not mean the same. W and U bring both to common ground; training finds them.',
  },
  keys: {
    title: 'What each word offers',
    text: 'The matrix U turns every <key>h<sub>j</sub></key> into a list of the same length as W s. None of this depends on the French word, so it is computed once and used at every step.',
    ask: 'Does the order of words matter here?',
    answer: 'No: each column is computed by itself. What is known of the order is already in h.',
  },
  tanh: {
    title: 'Add, then squeeze',
    text: 'Question and offer are added, number by number; that is why this attention is called additive. Then tanh squeezes each sum between −1 and 1, so that a sum far out counts hardly more than one a little less far out.',
    ask: 'Could the tanh be left out?',
    answer:
      'Then W s would add the same amount to every word’s score, and the softmax does not notice what is added to all scores alike: the question would have no effect. With tanh it has.',
  },
  scores: {
    title: 'One score for each word',
    text: 'The list v weighs the squeezed sums and adds them up: one number a word, its <score>score</score>. The highest is {topScore, number, significant}, for <source>{top}</source>; the lowest is {lowScore, number, significant}, for <source>{low}</source>.',
    ask: 'What if a score were another number?',
    answer:
      'Type it into “Scores of your own” below the worksheet. It is marked as yours, everything after it follows, and you can take it away again.',
  },
  weights: {
    title: 'Scores become shares',
    text: 'Exponentiate every score, and divide by the sum. The <weight>weights</weight> are positive and add up to 1: they say how to share one unit of attention. <source>{top}</source> gets {topWeight, number, percent} of it.',
    ask: 'Why exponentiate?',
    answer:
      'It makes every number positive, and turns a difference between two scores into a ratio between their weights: one point more is 2.72 times the weight, wherever the two scores lie.',
  },
  context: {
    title: 'What is read: a weighted sum',
    text: 'Every <key>h<sub>j</sub></key> is multiplied by its <weight>weight</weight>, and the lists are added up. The sum is the <context>context</context>, a list as long as one h; {topWeight, number, percent} of the unit comes from <source>{top}</source>.',
    ask: 'Is anything lost by adding?',
    answer:
      'Yes: from the sum alone nobody can tell the parts. But the weights differ at every French word, so another sum is read each time.',
  },
  state: {
    title: 'The writer takes it in',
    text: 'A second gated unit takes the word written before (nothing yet: zeros) and the <context>context</context>, and turns its <query>state</query> into a new one.',
    ask: 'Why is the context computed before the state?',
    answer:
      'That is the order of Bahdanau and others: ask with the old state, read, then update. Luong and others update first and ask with the new state.',
  },
  word: {
    title: 'Which word comes out',
    text: 'Each French word the writer knows gets a number from the new state, and a softmax turns these into <output>probabilities</output>. The likeliest is <target>{best}</target>, with {bestP, number, percent}.',
    ask: 'Would the same context always give the same word?',
    answer: 'No: the state counts as well. It knows what was asked and what was written.',
  },
  next: {
    title: 'The next word asks again',
    text: 'Now the writer holds another <query>state</query>, and the same calculation gives other scores. Before, <source>{before}</source> had {beforeWeight, number, percent} of the weight; now <source>{top}</source> has {topWeight, number, percent}. The likeliest word is <target>{best}</target>, with {bestP, number, percent}.',
    ask: 'What stayed the same?',
    answer:
      'All the matrices, and the lists h and U h. Only the question has changed: that is enough to look elsewhere.',
  },
} as const;
