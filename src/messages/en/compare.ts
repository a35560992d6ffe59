/** @file English words of the page that compares two mechanisms. */

export const compare = {
  heading: '{left} and {right}, side by side',
  bar: 'What is compared',
  sentence: 'English',
  sentenceHint: 'Type an English sentence',
  left: 'On the left',
  right: 'On the right',
  exchange: 'Exchange left and right',
  sides: 'The two mechanisms',
  owner: '{side, select, left {{title}, left} right {{title}, right} other {{title}}}',
  words: 'French',
  wordsOwn: 'each its own',
  wordsOf: 'both what {name} writes',
  wordsHint:
    'Where the translations differ, one can be made to write the other’s words, so that each row compares the same word',
  reads: 'read as',
  empty: 'Type an English sentence to compare on.',
  long: 'That is {count, plural, one {# word} other {# words}}. Up to {most, plural, one {# word} other {# words}} can be translated: please shorten the sentence.',
  same: 'Both write the same French.',
  sameForced: 'Both write the French of {name}, as you asked.',
  differ:
    'The translations differ from word {t, number} on. Rows are compared by their place: there they are about different words.',
  longer: 'Both write the same French up to word {t, number}; then {name} goes on alone.',
  unknown:
    '{count, plural, one {The models do not know one word} other {The models do not know # words}}: {words}.',
  french: 'Translation by {name}',
  ended: '{name} had come to its end before this word. What is shown is its last step.',
  stage: '{name} has no stage “{stage}”. What is shown is its step before that.',
  missing: '{name} has no number of this name here.',
  differences: 'What they differ by',
  noMatrices: 'There is nothing to take from one another: {name} computes no scores and no weights.',
  scoresNote:
    'Scores of two mechanisms have no common unit, and a softmax sees only the differences within a row. Compare the weights.',
  narrator: 'What both do in this step',
  waiting: 'Both worksheets appear here.',
  said: '{left} and {right}: {step}',
  steps: 'Steps of both',
};
