/** @file English words of the worked example of Luong's four scores. */

export const luong = {
  problem: {
    title: 'One question, four ways to compare',
    text: 'The states of three words are given, and the state that asks. What changes in this lesson is the score alone: dot, general, concat, location. Softmax and context stay what they are.',
    ask: 'Why should there be several?',
    answer:
      'Each can say something that another cannot, and costs something else. You can see both in numbers this small.',
  },
  states: {
    title: 'The same states for all four',
    text: 'Each word offers its <key>state h<sub>j</sub></key>; the writer asks with its <query>state s</query>. They are given here, so that all four scores see the same.',
    ask: 'When does Luong’s writer ask?',
    answer:
      'After it has updated its state, not before, as Bahdanau’s does. So the question is s<sub>t</sub>, not s<sub>t−1</sub>.',
  },
  dot: {
    title: 'Dot: multiply and add',
    text: 'The two lists are multiplied number by number and added up. What points the same way scores high: <source>{top}</source>, with {topScore, number, significant}. There is nothing to learn in this score.',
    ask: 'What can it not do?',
    answer:
      'It compares the first number with the first, the second with the second. So both lists must have the same width: set the width of s to 3 and the example refuses, and says why. And what the two networks call their first number has to mean the same.',
  },
  general: {
    title: 'General: a matrix in between',
    text: 'A learned matrix W turns each h first: <query>s</query> · W <key>h</key>. It can say which part of the question meets which part of a word, and the widths may differ. With this W, <source>{top}</source> scores highest, with {topScore, number, significant}.',
    ask: 'What is dot, seen from here?',
    answer: 'General with W = 1 on the diagonal and 0 elsewhere. Type it in and compare.',
  },
  concat: {
    title: 'Concat: a small network',
    text: 'Question and word are read together by one matrix, squeezed by tanh and weighed by v. Split W in two halves, one for s and one for h, and it is the additive score. Here <source>{top}</source> scores highest, with {topScore, number, significant}.',
    ask: 'What can it do that general cannot?',
    answer:
      'The score need not grow in proportion: tanh flattens it, so that a pair can be “enough” instead of “the more the better”. It costs a tanh for every number of every pair.',
  },
  location: {
    title: 'Location: the place alone',
    text: 'Each place has a row of its own in W, and the score is that row times <query>s</query>. Look at the formula: no h is in it. The highest score, {topScore, number, significant}, is at the place of <source>{top}</source>, whatever word stands there.',
    ask: 'What does it cost?',
    answer:
      'A row for each place: a sentence longer than the rows has none for its last words. When you add a word here, a row is drawn for it.',
  },
  'location-blind': {
    title: 'Location sees no word',
    text: 'All three states were replaced by others. The scores are those from before, to the last digit. Change any number of h and nothing happens to them; change s and all of them move.',
    ask: 'Is that ever of use?',
    answer:
      'Where order is kept, as in speech, a place is a good guess. Luong’s local attention takes that guess and looks at the words around it.',
  },
  weights: {
    title: 'Scores become shares',
    text: 'From here on all four go the same way; these are the scores of dot. Exponentiate, divide by the sum: <source>{top}</source> gets {topWeight, number, percent} of the <weight>weight</weight>.',
  },
  context: {
    title: 'What is read: a weighted sum',
    text: 'Every <key>h<sub>j</sub></key> times its <weight>weight</weight>, added up: the <context>context</context>. {topWeight, number, percent} of the unit comes from <source>{top}</source>.',
    ask: 'Would another score give another context?',
    answer: 'Yes: with the lesson’s numbers, dot, general and concat each put another word first.',
  },
  attentional: {
    title: 'Context and state together',
    text: 'Luong joins the <context>context</context> and the <query>state</query>, multiplies by W<sub>c</sub> and squeezes with tanh. The French word is read off this list.',
    ask: 'Where does the word come from?',
    answer:
      'From a softmax over the vocabulary, as in the lesson on additive attention: p = softmax(W<sub>out</sub> h̃).',
  },
} as const;
