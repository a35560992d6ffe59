/** @file Translation with few words and short sentences, which a page can learn in about a minute. */
import { Random } from '../../lib/random.ts';
import { distinctExamples, type Task, type TaskExample } from '../task.ts';
import { adjectives } from './adjectives.ts';
import { normalise } from './normalise.ts';
import { nouns } from './nouns.ts';
import { isHeldOutPair } from './pairs.ts';
import { makePools } from './pools.ts';
import { realise, type Example } from './realise.ts';
import { SHORTEST, sampleSentence } from './sample.ts';
import { splitOf } from './splits.ts';
import { verbs } from './verbs.ts';
import { englishOf, frenchOf } from './vocabulary.ts';

const NOUNS = [
  'cat',
  'dog',
  'bird',
  'man',
  'woman',
  'child',
  'girl',
  'house',
  'car',
  'apple',
  'milk',
  'book',
];
const ADJECTIVES = ['big', 'small', 'old', 'black', 'white', 'red', 'green'];
const VERBS = ['eat', 'drink', 'see', 'buy', 'love', 'read', 'find', 'hide'];

const SAMPLES = [
  'the cat is black',
  'the black cat drinks the milk',
  'she sees a small white house',
  'they did not buy the old red car',
];

const among =
  (kept: readonly string[]) =>
  ({ english }: { readonly english: string }): boolean =>
    kept.includes(english);

/** The gold places of each French token: its sure partner, or the possible ones where it has none. */
function goldOf({ target, sure, possible }: Example): number[][] {
  const of = (links: Example['sure'], place: number): number[] =>
    links.flatMap(([t, j]) => (t === place ? [j] : []));
  return target.map((_, t) => [...of(sure, t), ...of(possible, t)]);
}

/**
 * Translation of sentences of 3 to `longest` words with twelve nouns, seven adjectives and eight verbs. Sentences and pairs of words
 * that the shipped models never saw are held out here too.
 */
export function smallTranslationTask(longest: number): Task {
  const lexicon = {
    nouns: nouns.filter(among(NOUNS)),
    adjectives: adjectives.filter(among(ADJECTIVES)),
    verbs: verbs.filter(among(VERBS)),
    months: [],
    years: [],
  };
  const source = englishOf(lexicon);
  const kept = new Set([...NOUNS, ...ADJECTIVES, ...VERBS]);
  const pools = makePools((word, noun) => kept.has(word) && kept.has(noun) && !isHeldOutPair(word, noun));
  const draw = (random: Random, split: ReturnType<typeof splitOf>): TaskExample => {
    for (;;) {
      const example = realise(
        sampleSentence(random, pools, SHORTEST + random.integer(longest - SHORTEST + 1)),
      );
      if (splitOf(example.source) !== split || !example.source.every((word) => source.has(word))) continue;
      return { source: example.source, target: example.target, gold: goldOf(example) };
    }
  };
  return {
    id: 'translation',
    unit: 'word',
    source,
    target: frenchOf(lexicon),
    longest,
    draw: (random) => draw(random, 'training'),
    heldOut(count, seed, split) {
      const random = new Random(seed);
      return distinctExamples(count, () => draw(random, split));
    },
    read(text) {
      const { words, spans, changed } = normalise(text);
      return { symbols: words, spans, changed };
    },
    write: (symbols) => symbols.join(' '),
    samples: SAMPLES.filter((text) => text.split(' ').length <= longest),
  };
}
