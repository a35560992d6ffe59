/** @file English words of the exercises: hidden numbers that the reader finds himself. */

export const exercise = {
  start: 'Check yourself',
  startHint: 'Hides the numbers that this beat computes; you find them',
  nothing: 'Nothing is computed at this beat: go on to the next',
  region: 'Exercise',
  task: '{count, plural, one {Find the hidden number} other {Find the # hidden numbers}}, to',
  decimals: '{count, plural, =0 {whole numbers} one {# decimal} other {# decimals}}',
  decimalsLabel: 'Decimals asked for',
  progress: '{found} of {count} found',
  all: 'All found.',
  elsewhere:
    '{count, plural, one {One of them is} other {# of them are}} at another beat, or not in this example.',
  choose: 'Choose what to hide',
  chosen: 'Done choosing',
  choosing: 'Click the numbers to hide; click them again to show them.',
  copy: 'Copy the exercise’s link',
  copied: 'The link of the exercise is copied.',
  blocked: 'The browser did not let us copy the link: it stands in the address bar.',
  stop: 'Stop',
  clear: 'Clear my answers',
  cleared: 'Your answers are cleared from this device.',
  blank: '{name}{about, select, none {} other { of {about}}}: hidden, to be found to {decimals}',
  placeholder: '?',
  placeholderSaid: 'hidden, because it would give a hidden number away',
  right: '{name} is right.',
  wrong: '{name} is not {typed} yet.',
  unreadable: '“{typed}” is no number: type one such as 0.25.',
  unknown: 'Try it once more term by term: what goes in, and what is done with it?',
  working: 'Show the working',
  hints: {
    notDivided: 'It looks as if the exponential was not divided by the sum of all exponentials.',
    scaleForgotten: 'It looks as if the division (by √d, or by the temperature) was left out.',
    scaleTwice: 'It looks as if the division (by √d, or by the temperature) was done twice.',
    otherAxis:
      'It looks as if the softmax was taken along the other axis: down the column, not along the row.',
    swapped: 'It looks as if query and key changed places.',
    byCount:
      'It looks as if the sum was divided by how many there are, in place of by the sum or by weights.',
    noExponential:
      'It looks as if the scores themselves were divided by their sum: take their exponentials first.',
    noFunction: 'It looks as if the function at the end was left out.',
    neighbour: 'That is what belongs to a neighbour: look once more which word it is about.',
    sign: 'It looks as if a sign is wrong.',
  },
  ask: 'This shows a hidden number, or something from which it can be read. Show it all the same?',
  show: 'Show it',
  keep: 'Not yet',
  hiddenText: 'What is told here names hidden numbers: it comes back when they are found.',
  hiddenWorking: 'The working holds hidden numbers.',
};

/** What every language says of the exercises. */
export type ExerciseMessages = typeof exercise;
