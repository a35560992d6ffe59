/** @file English words of the page of the experiment "length". */

export const experimentMessages = {
  title: 'Score against sentence length',
  documentTitle: 'Score against sentence length — Lookback',
  lead: 'What does attention add? The same network was trained with it, in several forms, and without it: as many parameters, as many steps, sentences of up to {limit} words. Then each model was given sentences that it had never seen, also longer ones.',
  loading: 'The results are being fetched.',
  failed: 'The results could not be fetched.',
  details: 'What went wrong: {message}',
  again: 'Try again',
  lines: {
    none: 'No attention',
    segmentation: 'No attention, in phrases',
    additive: 'Additive',
    dot: 'Dot',
    general: 'General',
    concat: 'Concat',
    location: 'Location',
    'local-m': 'Local, monotonic',
    'local-p': 'Local, predictive',
  },
  measure: {
    label: 'What is counted',
    bleu: 'BLEU',
    exact: 'Exact match',
    bleuNote:
      'BLEU counts how many runs of one to four words the translations share with the right ones, of 100.',
    exactNote: 'Exact match counts the sentences whose every word is right, of 100.',
  },
  chart: {
    label:
      '{measure} against sentence length: {lines, plural, one {# line} other {# lines}}. Arrow keys go from point to point, Enter opens a sentence of that length.',
    caption:
      'Each point is the mean of {seeds, plural, one {one training} other {# trainings from different seeds}}, on {sentences} held-out sentences; the band reaches from the lowest to the highest of them. Choose a point to read a sentence of that length.',
    xAxis: 'English words in a sentence',
    range: '{from}–{to}',
    limit: 'longest in training: {limit}',
    point: '{line}, {from} to {to} words: {measure} {mean} ({lowest} to {highest})',
    pointAlone: '{line}, {from} to {to} words: {measure} {mean}',
  },
  legend: { label: 'Lines of the chart', hint: 'A line can be taken out and put back.' },
  table: {
    summary: 'The numbers as a table',
    label: '{measure} by mechanism and sentence length',
    line: 'Model',
    words: '{from}–{to} words',
    cell: '{mean} ({lowest}–{highest})',
    note: 'Mean, and in brackets the lowest and highest of the seeds.',
  },
  runs: {
    summary: 'The models that were trained',
    label: 'Parameters and training time',
    line: 'Model',
    seeds: 'Seeds',
    parameters: 'Parameters',
    minutes: 'Minutes a training',
    note: 'Every model has the same widths but one: the last layer was made wider or narrower until all had nearly the same number of parameters. This repeats all runs:',
    command: 'npm run experiment -- length',
  },
  sentence: {
    title: 'A sentence in two models',
    prompt:
      'Choose a point of the chart, or a length here, to read what two of the models make of a sentence.',
    length: 'Length',
    noLength: 'choose',
    lengthOption: '{from}–{to} words',
    number: 'Sentence',
    previous: 'Previous sentence of this length',
    next: 'Next sentence of this length',
    place: '{place} of {count}',
    left: 'Left model',
    right: 'Right model',
    english: 'English, {count} words',
    french: 'Right translation, {count} words',
    running: 'The model is translating.',
    failed: 'This model could not translate: {message}',
    exact: 'Every word is right.',
    differs:
      '{wrong, plural, =0 {No word is wrong} one {# word is wrong} other {# words are wrong}}, {missing, plural, =0 {none is missing} one {# is missing} other {# are missing}}.',
    cut: 'It did not come to an end: it was stopped at its cap of words.',
    wrong: 'wrong: {word}',
    missing: 'missing: {word}',
    key: 'A struck word is not in the right translation at that place; a word in brackets is missing.',
    weights:
      'Where it read: a row for each French word, a column for each English word, a stronger colour for more',
    nothingRead:
      'Nothing is attended: every French word is made from one vector of the same width, however long the sentence is.',
    most: '{target} read most of {source}',
    step: 'Step through this sentence',
    stepNote: 'with the model of the worksheet, which was trained on sentences of up to 40 words',
  },
  about: {
    title: 'What this shows, and what it does not',
    shows: [
      'Inside the lengths of training, a network without attention can keep up only as far as one vector holds the sentence. With attention, each word looks back at the words it needs.',
      'Past the training limit all of them lose: attention helps to find the words, but the decoder has never counted so far.',
      'Location sees places and no words; it learned rows for places up to the limit, and the rows after that were never trained.',
    ],
    limits: [
      'This is a small grammar with a few hundred words, and small networks. The published models read newspapers: figures of one do not carry over to the other, only the shape of the curves can be compared.',
      'Three seeds show how much luck there is; they are no proof that two close lines differ.',
    ],
  },
};

/** The words of the page, in any language. */
export type ExperimentMessages = typeof experimentMessages;
