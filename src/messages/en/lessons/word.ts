/** @file English words of the worked example of words weighed without a query. */

export const word = {
  problem: {
    title: 'Which word matters?',
    text: 'A reader of <source>the dog is a labrador</source> has to say what it is about. Nobody asks a question: the layer learns one list w, for what is worth reading, and weighs every word with it.',
    ask: 'Is that attention?',
    answer:
      'Yes: scores, softmax, weighted sum. Only the question is not computed; it is the same for every sentence.',
  },
  words: {
    title: 'Each word is two numbers',
    text: 'Here the first number says how much a word is about something, the second how rare it is. They were chosen for this example; a trained model has hundreds, and nobody can name them.',
  },
  products: {
    title: 'Compare each word with w',
    text: 'The list w stands where a query would stand. Each word’s two numbers times w, added up: one number a word.',
    ask: 'Who chose w?',
    answer: 'Here: we did. In a model: training, because the sum at the end has to be good for the task.',
  },
  scores: {
    title: 'Add b, squeeze',
    text: 'Each place adds a number b<sub>j</sub> of its own, and tanh squeezes the sum between −1 and 1: the <score>score</score>.',
    ask: 'What does tanh do to the weights?',
    answer:
      'It keeps them close: two scores differ by at most 2, so no word gets more than exp(2) = 7.4 times the weight of another.',
  },
  weights: {
    title: 'Shares of one unit',
    text: 'Exponentiate, divide by the sum. <source>{top}</source> gets {topWeight, number, percent}, <source>{low}</source> {lowWeight, number, percent}.',
    ask: 'Are these the reasons of the model?',
    answer:
      'They say what was read, and how strongly. What is made of it is decided later: weights are no proof of why.',
  },
  context: {
    title: 'One list for the sentence',
    text: 'Every word times its <weight>weight</weight>, added up: the <context>context</context>, as long as one word’s list. {topWeight, number, percent} of it comes from <source>{top}</source>.',
  },
  reader: {
    title: 'What it is used for',
    text: 'A classifier reads this one list: is the sentence about an animal, is a review good or bad. There is no second row and no decoder: one sentence gives one list.',
  },
  shapes: {
    title: 'The same layer, as large as in the tutorials',
    text: 'This is a diagram of shapes, without numbers: sentences of 19 words, each a list of 256 numbers. Multiplied by w, plus b, squeezed: 19 scores. Their shares weigh the 19 lists into one of 256.',
    ask: 'Why 19?',
    answer: 'All sentences were padded to the longest of the data set, which had 19 words.',
  },
  length: {
    title: 'What b costs',
    text: 'Now b<sub>1</sub> is 2: the first place gains weight, whatever word stands there. <source>{top}</source> has {topWeight, number, percent}. And b has one number for each place: a layer trained on 19 words has none for the twentieth. Add a word below: the app has to draw a number for it.',
    ask: 'What if b is left out, or is one number?',
    answer: 'Then the layer takes sentences of any length, as in the papers that it goes back to.',
  },
} as const;
