/** @file English words of the worked example of softmax. */

export const softmax = {
  problem: {
    title: 'Scores are not shares',
    text: 'Scores may be negative, and they add up to anything. To share one unit of attention we need numbers that are positive and add up to 1, and that keep the order of the scores.',
    ask: 'Why not divide each score by their sum?',
    answer:
      'A negative score would get a negative share, and if the sum is 0 there is nothing to divide by. Try scores that add up to 0.',
  },
  scores: {
    title: 'Four scores',
    text: 'They stand for what some question has to do with four words. Where they came from does not matter here: softmax sees the four numbers and nothing else.',
  },
  scaled: {
    title: 'Divide by the temperature',
    text: 'Before anything else each score is divided by the temperature τ. With τ = 1 nothing changes. Type 2, or 0.5, and watch the row below.',
    ask: 'Why can τ not be 0?',
    answer: 'One cannot divide by 0. But as τ comes close to 0, the largest score takes all: try 0.05.',
  },
  exponentials: {
    title: 'Make them positive',
    text: 'The exponential of any number is positive. One more point of score is always 2.72 times as much, and one less a 2.72th: differences become ratios.',
    ask: 'Why e, and not 2 or 10?',
    answer:
      'Any base above 1 would do: another base is another temperature. With e the derivatives are shortest.',
  },
  shares: {
    title: 'Divide by the sum',
    text: 'Each exponential divided by the sum of all: these <weight>weights</weight> add up to 1. <source>{top}</source> gets {topWeight, number, percent}, <source>{low}</source> {lowWeight, number, percent}.',
    ask: 'Can a share be 0?',
    answer: 'No: an exponential is never 0. It can become very small, but every word keeps a share.',
  },
  cold: {
    title: 'Cold: sharper',
    text: 'At τ = 0.5 the differences are doubled before they are raised. <source>{top}</source> now gets {topWeight, number, percent}.',
    ask: 'Where is this used?',
    answer:
      'When words are sampled: a cold model repeats what is likeliest. And content addressing learns its own sharpness, β = 1 ÷ τ.',
  },
  hot: {
    title: 'Hot: flatter',
    text: 'At τ = 4 the differences shrink to a quarter, and the shares move towards each other: {topWeight, number, percent} for <source>{top}</source>, {lowWeight, number, percent} for <source>{low}</source>.',
    ask: 'What happens at a very high temperature?',
    answer: 'All shares become equal: one divided by the number of words.',
  },
  added: {
    title: 'Adding the same to all changes nothing',
    text: 'Ten was added to every score. Each exponential is exp(10) = 22,026 times as large, and so is their sum: the <weight>weights</weight> are those from before.',
    ask: 'And if every score is multiplied by the same?',
    answer: 'That does change the shares: it is a temperature.',
  },
  large: {
    title: 'Large scores overflow',
    text: 'Now a thousand was added. exp(1002) has 436 digits, more than a computer’s double can hold: it becomes ∞. And ∞ ÷ ∞ is no number at all.',
    ask: 'From where on?',
    answer:
      'From about 709.8 for the 64-bit numbers used here, from 88.7 for 32-bit ones, and from 11 for the 16-bit ones that large models are run with.',
  },
  largest: {
    title: 'So the largest is taken off first',
    text: 'Because adding the same changes nothing, take the largest score off all of them. The largest is then 0 and its exponential 1; all others lie between 0 and 1. Nothing can overflow, and the <weight>weights</weight> are right.',
    ask: 'Can something go wrong at the other end?',
    answer:
      'A score far below the largest gives an exponential that is rounded to 0. That share is smaller than the numbers can show, and its loss harms nothing.',
  },
  mask: {
    title: 'Why a mask is −∞',
    text: 'A hidden word must get the share 0, and the others must add up to 1 without it. Its score is replaced by −∞: exp(−∞) is 0, and it drops out of the sum as well. A score of 0 would not do: exp(0) is 1.',
    ask: 'What if all words are hidden?',
    answer: 'Then the sum is 0 and there are no shares. The example refuses a mask without a 1.',
  },
  sparse: {
    title: 'Others give exact zeros',
    text: 'sparsemax and entmax-1.5 subtract a threshold and cut off what is below it; the threshold is chosen so that the rest adds up to 1. Words with a share of 0 are not read at all: they put nothing into the context.',
    ask: 'Why does softmax win so often?',
    answer: 'Its derivative is never 0, so every word can still be learned about. And it needs no sorting.',
  },
  words: {
    title: 'The same softmax chooses the words',
    text: 'At the end of every model here stands another softmax, over its vocabulary: its shares are read as probabilities. Everything you have seen holds for it too. With the scores on this page, <source>{top}</source> would come with {topWeight, number, percent}.',
    ask: 'Is such a share a probability?',
    answer:
      'It adds up like one, and training pushes it towards the frequencies in its examples. Whether it is a good estimate has to be checked.',
  },
} as const;
