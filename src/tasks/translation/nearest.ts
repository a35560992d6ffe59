/** @file The known words nearest to one that the model does not know: by meaning where it is on the list, else by spelling. */
import { nouns } from './nouns.ts';
import { verbs } from './verbs.ts';
import { years } from './lexicon.ts';
import { sourceVocabulary } from './vocabulary.ts';

/** Common words that the small world lacks, with known ones that mean something near. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    who: 'that',
    which: 'that',
    while: 'when',
    since: 'because',
    those: 'these',
    it: 'they',
    we: 'they',
    you: 'they',
    i: 'she',
    has: 'is',
    have: 'are',
    had: 'was',
    kitten: 'cat',
    puppy: 'dog',
    pet: 'dog cat',
    animal: 'dog cat horse',
    mouse: 'cat bird',
    lion: 'cat',
    elephant: 'horse',
    fish: 'bird',
    cow: 'horse',
    kid: 'child',
    kids: 'children',
    people: 'men women children',
    person: 'man woman',
    lady: 'woman',
    guy: 'man',
    mom: 'mother',
    mum: 'mother',
    dad: 'father',
    parents: 'mothers fathers',
    son: 'boy',
    daughter: 'girl',
    student: 'boy girl child',
    friend: 'man woman',
    president: 'king',
    prince: 'king',
    princess: 'queen',
    physician: 'doctor',
    home: 'house',
    building: 'house',
    kitchen: 'house',
    room: 'house',
    street: 'road',
    town: 'city',
    village: 'city',
    park: 'garden',
    forest: 'trees garden',
    sea: 'river water',
    lake: 'river water',
    ocean: 'river water',
    mountain: 'country',
    world: 'country',
    sand: 'water',
    fruit: 'apple',
    orange: 'apple',
    food: 'bread soup',
    cake: 'bread',
    meat: 'cheese bread',
    tea: 'milk water',
    coffee: 'milk water',
    juice: 'milk water',
    beer: 'wine',
    ship: 'boat',
    bus: 'train car',
    bike: 'car horse',
    bicycle: 'car horse',
    truck: 'car',
    airplane: 'plane',
    aeroplane: 'plane',
    paper: 'newspaper letter',
    magazine: 'newspaper',
    story: 'book',
    word: 'letter',
    contract: 'agreement',
    treaty: 'agreement',
    deal: 'agreement',
    zone: 'area',
    region: 'area',
    cap: 'hat',
    bed: 'chair table',
    desk: 'table',
    gate: 'door',
    rose: 'flower',
    large: 'big',
    huge: 'big',
    tall: 'big',
    little: 'small',
    tiny: 'small',
    ancient: 'old',
    pretty: 'beautiful',
    nice: 'good beautiful',
    great: 'good big',
    bad: 'sad',
    warm: 'hot',
    cool: 'cold',
    glad: 'happy',
    angry: 'sad',
    shut: 'closed closes',
    yellow: 'white red',
    brown: 'black red',
    grey: 'black white',
    gray: 'black white',
    pink: 'red',
    fast: 'strong',
    english: 'european french',
    german: 'european french',
    like: 'love',
    likes: 'loves',
    liked: 'loved',
    look: 'watch see',
    looks: 'watches sees',
    looked: 'watched saw',
    want: 'love take',
    wants: 'loves takes',
    walk: 'run',
    walks: 'runs',
    walked: 'ran',
    walking: 'running',
    chase: 'follow',
    chases: 'follows',
    chased: 'followed',
    get: 'take find',
    gets: 'takes finds',
    got: 'took found',
    bring: 'carry',
    brings: 'carries',
    brought: 'carried',
    build: 'make',
    builds: 'makes',
    built: 'made',
    cook: 'make',
    cooks: 'makes',
    speak: 'sing',
    speaks: 'sings',
    above: 'on near',
    over: 'on near',
    below: 'under',
    beside: 'near',
    at: 'in near',
    into: 'in',
    from: 'of',
    to: 'near in',
    for: 'with of',
    without: 'with',
    now: 'today',
    tomorrow: 'today',
    tonight: 'today',
    or: 'and',
    so: 'because',
    if: 'when',
  }),
);

/** Endings that make one word of another, by which a stem is compared. */
const ENDING = /(?:ies|ing|ed|es|er|ly|s)$/u;

/**
 * Damerau–Levenshtein distance (insert, delete, replace, swap neighbours), where a vowel for a vowel costs half: people misspell
 * vowels most.
 */
function distance(a: string, b: string): number {
  const vowels = 'aeiouy';
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const [x = '', y = ''] = [a[i - 1], b[j - 1]];
      const replaced = x === y ? 0 : vowels.includes(x) && vowels.includes(y) ? 0.5 : 1;
      let best = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + replaced);
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y)
        best = Math.min(best, (older[j - 2] ?? 0) + 0.75);
      row.push(best);
    }
    older = before;
    before = row;
  }
  return before[b.length] ?? 0;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The smaller, the nearer: distance over length, less for a shared beginning, a shared stem, a shared first letter. */
function farness(unknown: string, known: string): number {
  const longest = Math.max(unknown.length, known.length);
  let far = distance(unknown, known) / longest;
  far -= 0.3 * (commonStart(unknown, known) / longest);
  const stem = unknown.replace(ENDING, '');
  if (stem.length > 2 && stem === known.replace(ENDING, '')) far -= 0.3;
  // One word inside another: farmhouse, goldfish, newspapers'.
  if (known.length > 3 && unknown.includes(known)) far -= 0.3;
  return far;
}

/** Words that carry meaning are offered before little ones that are as near. */
const CONTENT: ReadonlySet<string> = new Set([
  ...nouns.flatMap(({ english, englishPlural }) => [english, englishPlural ?? english]),
  ...verbs.map(({ english }) => english),
]);

/** The nearest year of the world. */
function nearestYear(number: number): string {
  const first = Number(years[0]);
  return String(Math.min(first + years.length - 1, Math.max(first, number)));
}

const pluralOf = new Map(nouns.map(({ english, englishPlural }) => [english, englishPlural ?? english]));

/** The plural of each singular and the singular of each plural. */
const otherNumber = new Map(
  nouns.flatMap(({ english, englishPlural }) =>
    englishPlural === null
      ? []
      : ([
          [english, englishPlural],
          [englishPlural, english],
        ] as const),
  ),
);

/** What a word means, if it or its singular is on the list. */
function meantBy(word: string): string[] {
  const own = MEANT.get(word);
  if (own !== undefined) return own.split(' ');
  const singular = word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.endsWith('s')
      ? word.slice(0, -1)
      : '';
  return (MEANT.get(singular)?.split(' ') ?? []).flatMap((known) => pluralOf.get(known) ?? []);
}

/** A word is offered beside the nearest only if it is hardly farther. */
const NEARLY = 0.16;

/**
 * The known words nearest to an unknown one, the nearest first; at least one.
 * @param word lower case, as `normalise` gives it.
 * @param count how many at most; a number has one nearest year.
 */
export function nearestWords(word: string, count = 3): string[] {
  if (/^\d+$/u.test(word)) return [nearestYear(Number(word))];
  const meant = meantBy(word);
  if (meant.length > 0) return meant.slice(0, count);
  const ranked = sourceVocabulary.known
    .filter((known) => !/^\d/u.test(known) && known.length > 1)
    .map((known) => ({ known, far: farness(word, known) - (CONTENT.has(known) ? 0.02 : 0) }))
    .toSorted((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1));
  const nearest = ranked[0];
  if (nearest === undefined) return [];
  const offered = ranked.filter(({ far }) => far <= nearest.far + NEARLY).map(({ known }) => known);
  // A slip at the end may hide the number: flowerts is flower or flowers.
  const other = otherNumber.get(nearest.known);
  if (other !== undefined && distance(word, other) <= 2 && !offered.slice(0, count).includes(other))
    offered.splice(1, 0, other);
  return [...new Set(offered)].slice(0, count);
}
