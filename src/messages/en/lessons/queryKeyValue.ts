/** @file English words of the worked example of query, key and value. */

export const queryKeyValue = {
  problem: {
    title: 'A sentence that looks at itself',
    text: 'There is no reader and no writer here: each of three tokens asks all three, itself among them, and takes in what it finds. The numbers are whole, and are those of a well-known illustrated example, so that you can check them elsewhere.',
    ask: 'Who publishes them?',
    answer: 'Raimi Karim, “Illustrated: Self-Attention”. This app runs them as one of its published cases.',
  },
  tokens: {
    title: 'Three tokens, four numbers each',
    text: 'Each token is a list x of four numbers. In a trained model it would be an embedding plus a position; here it is given.',
  },
  queries: {
    title: 'Every token makes a question',
    text: 'A learned matrix W<sub>Q</sub> turns token 1 into its <query>query</query>, three numbers. The other tokens get theirs by the same matrix.',
    ask: 'Why not ask with x itself?',
    answer:
      'Then every token would score highest with those most like itself, and mostly with itself. W<sub>Q</sub> and W<sub>K</sub> let it look for something other than itself.',
  },
  keys: {
    title: 'What it offers, and what it gives',
    text: 'Two more matrices: the <key>key</key> is what a token is found by, the <value>value</value> is what is read when it is found. They may differ, as a title differs from a book.',
    ask: 'Must the widths agree?',
    answer:
      'Queries and keys are multiplied number by number, so theirs must. Values may have any width: change it below.',
  },
  scores: {
    title: 'One product for each pair',
    text: 'The <query>query</query> of token 1 times each <key>key</key>: three scores. Two of them are equal, as in the published example; a tie is nothing bad, the two weights will be equal too.',
    ask: 'How many scores are there in all?',
    answer: 'One for each pair: nine here. Twice as many tokens need four times as many.',
  },
  weights: {
    title: 'Large scores, sharp shares',
    text: 'This is token 2. Its scores are large, and softmax gives <source>{top}</source> {topWeight, number, percent}, and <source>{second}</source>, next, {secondWeight, number, percent}.',
    ask: 'Is that bad?',
    answer:
      'It can be: where one share is almost 1, the derivative of softmax is almost 0, and nothing more is learned there.',
  },
  scaled: {
    title: 'Divided by √d',
    text: 'Now each score is divided by √d, where d is the width of queries and keys: 3 in the lesson, so 1.73. The order stays; the shares become less sharp: {topWeight, number, percent} for <source>{top}</source>, {secondWeight, number, percent} for <source>{second}</source>.',
    ask: 'Why the root?',
    answer:
      'The next beat shows it: the spread of such products grows with √d, and dividing by √d takes it back.',
  },
  why: {
    title: 'Why √d: raise d and watch',
    text: 'Queries and keys are drawn at random here, each number with mean 0 and variance 1. The wider they are, the further their products spread. Move the slider: without the division the weights collapse onto one token; with it they stay as they were.',
    ask: 'What do the two curves measure?',
    answer:
      'The variance of the scores, which is near d without the division and near 1 with it; and the entropy of the weights, which is 0 where one token has all and ln 8 = 2.08 where eight tokens share alike.',
  },
  causal: {
    title: 'Causal: nobody looks ahead',
    text: 'In a model that writes from left to right, a token must not see what comes after it. Token 2 sees itself and token 1; the score of token 3 becomes −∞, and its weight 0. <source>{top}</source> gets {topWeight, number, percent}.',
    ask: 'What does token 1 see?',
    answer: 'Itself alone. Its weight is 1, whatever its score.',
  },
  context: {
    title: 'Read the values',
    text: 'Back to token 1, without the division. Its <weight>weights</weight> times the <value>values</value>, added up: its <context>context</context>, a new list for token 1 that has taken in something of the others.',
  },
  'all-rows': {
    title: 'All tokens at once',
    text: 'This is token 3. Each token has done the same with its own query, and none had to wait for another: as matrices, three products and a softmax. The three contexts are the output of the layer; a Transformer stacks such layers, with several heads in each.',
    ask: 'Does the order of the tokens matter?',
    answer:
      'No: exchange two rows of X, and their contexts are exchanged, nothing else. That is why positions are added to x.',
  },
} as const;
