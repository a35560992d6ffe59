/** @file English words of the worked example without attention. */

export const none = {
  problem: {
    title: 'Translate from one short list',
    text: 'A small network reads <source>the cat sleeps</source> from left to right. When it has read all, it hands one list of two numbers to the writer, and nothing else. The writer makes every French word from that list. This is how it was done before attention.',
    ask: 'Why look at it at all?',
    answer:
      'Because attention is the answer to what goes wrong here. The next lesson keeps this reader and this writer, and changes only what is handed over.',
  },
  words: {
    title: 'Each word is a short list of numbers',
    text: 'The network cannot read letters: each word stands as two numbers, <key>x<sub>j</sub></key>. Training decides which; here they were chosen so that you can follow.',
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
    text: 'From the word, and what r lets through of the state before, a candidate is made. Then z mixes: 1 − z parts of the old state, z parts of the candidate. So every word writes over a part of what was there.',
    ask: 'How much of the first word is left at the end?',
    answer:
      'At each later word a share 1 − z of a number survives. With z near 0.8, a fifth is left after one word, and a twenty-fifth after two.',
  },
  'no-scores': {
    title: 'No scores',
    text: 'Nothing is compared with anything: the writer does not ask. All states but the last are left where they are.',
    ask: 'Is a score of some kind hidden here?',
    answer: 'You can see it as a choice made in advance: the last place, whatever the French word.',
  },
  'no-weights': {
    title: 'No weights',
    text: 'Seen as attention, the last <key>state</key> has the weight 1 at every French word and all others have 0. These weights are not computed from anything, so nothing can change them.',
  },
  context: {
    title: 'One fixed vector',
    text: 'What the writer is given is the last <key>state</key>, copied: the <context>context</context> is the same list for every French word.',
    ask: 'Could the list be made longer?',
    answer:
      'Yes, and it was: trained models used a thousand numbers and more. It helps, and it moves the limit; the list still has one length for short and for long sentences.',
  },
  influence: {
    title: 'Who is still heard in it',
    text: 'The bars show how far the context moves when a number of a word is nudged: the length of its gradient. With the lesson’s numbers the last word moves it most: what was read first has been written over.',
    ask: 'How is that computed?',
    answer:
      'By the same backward pass that trains networks: the derivative of the sum of the context’s numbers, with respect to the numbers of each word.',
  },
  longer: {
    title: 'What is lost when the sentence grows',
    text: 'Now there are eight words; the numbers of the new ones are drawn. The list is as long as before, and the first words hardly move it any more. Change the number of words at the foot of the page and watch the first bars.',
    ask: 'Does attention repair this?',
    answer:
      'It goes around it: every state stays available, and a word that is far away is one step away when it is asked for.',
  },
  state: {
    title: 'The writer takes it in',
    text: 'A second gated unit takes the word written before (nothing yet: zeros) and the <context>context</context>, and turns its <query>state</query> into a new one.',
  },
  word: {
    title: 'Which word comes out',
    text: 'Each French word the writer knows gets a number from the new state, and a softmax turns these into <output>probabilities</output>. With these numbers the likeliest is <target>{best}</target>, with {bestP, number, percent}.',
    ask: 'Is that right?',
    answer:
      'The French begins with “le”. The reader’s and the writer’s numbers here are those of the next lesson, where the writer can look back; without that they do not fit.',
  },
  next: {
    title: 'The next word reads the same list',
    text: 'The state has changed, the <context>context</context> has not: look at its row, then at the step before. The likeliest word is now <target>{best}</target>, with {bestP, number, percent}.',
    ask: 'How can it know what it has said already?',
    answer: 'Only from its own state, and from the word before, which goes in beside the context.',
  },
} as const;
