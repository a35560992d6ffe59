/** @file Every word of the small world: English and French forms, genders, sounds, and what kind of thing each is. */

/** What a noun stands for; decides which verbs and adjectives suit it. */
export type NounKind =
  | 'person'
  | 'animal'
  | 'food'
  | 'drink'
  | 'plant'
  | 'text'
  | 'object'
  | 'furniture'
  | 'vehicle'
  | 'opening'
  | 'place'
  | 'way'
  | 'nature'
  | 'celestial'
  | 'accord';

/** A noun in both languages. */
export interface Noun {
  readonly english: string;
  /** null: the noun has no plural. */
  readonly englishPlural: string | null;
  readonly french: string;
  readonly frenchPlural: string | null;
  readonly feminine: boolean;
  /** Begins with a vowel sound in French (a vowel or a mute h), so that le, la, de are elided before it. */
  readonly vowel: boolean;
  readonly kind: NounKind;
  /** A profession or title: never a predicate noun, where French leaves the article out. */
  readonly title: boolean;
  /** Bread, milk …: may stand as a bare object (drinks milk: boit du lait). */
  readonly substance: boolean;
  /** Without a plural, a or an is natural only with one of these adjectives (a strong wine). */
  readonly articleAdjectives: readonly string[];
}

/** An adjective in both languages. */
export interface Adjective {
  readonly english: string;
  /** Masculine singular, masculine plural, feminine singular, feminine plural. */
  readonly french: readonly [string, string, string, string];
  /** The masculine singular before a vowel sound, where it differs (vieil). */
  readonly beforeVowel: string | null;
  /** Stands before the noun in French. */
  readonly before: boolean;
  /** Its place in an English row of adjectives: the smaller stands first. */
  readonly rank: number;
  /** Of two adjectives with the same aspect, a noun gets only one (big, small). */
  readonly aspect: string;
  /** Stands after is and are only (open, closed). */
  readonly predicateOnly: boolean;
}

/** A verb in both languages. */
export interface Verb {
  /** The base form, which is also the English plural present. */
  readonly english: string;
  readonly third: string;
  /** null: the past looks like the present and is left out (read). */
  readonly past: string | null;
  readonly participle: string;
  /** null: the verb has no continuous (see, hear, love, find). */
  readonly continuous: string | null;
  readonly french: readonly [singular: string, plural: string];
  /** Masculine singular, masculine plural, feminine singular, feminine plural. */
  readonly frenchParticiple: readonly [string, string, string, string];
  readonly object: 'always' | 'optional' | 'never';
}

/** A preposition in both languages; `de` is contracted with le and les. */
export interface Preposition {
  readonly english: string;
  /** The French words; a final de belongs to the noun phrase. */
  readonly french: string;
  readonly de: boolean;
}

/** Nouns that begin with a mute h; every other h is aspirated (le héros). */
const MUTE_H = new Set(['homme', 'hommes', 'hier']);

/** Whether a French token begins with a vowel sound, before which le, la, ne, de, que are elided. */
export function beginsWithVowelSound(token: string): boolean {
  return MUTE_H.has(token) || /^[aeiouyàâéèêëîïôû]/u.test(token);
}

type NounRow = readonly [
  english: string,
  englishPlural: string,
  french: string,
  frenchPlural: string,
  gender: 'm' | 'f',
  kind: NounKind,
  marks?: { title?: true; substance?: true; articleAdjectives?: readonly string[] },
];

/** In the plural columns: '+' adds an s, '-' says that there is none. */
const NOUN_ROWS: readonly NounRow[] = [
  ['cat', '+', 'chat', '+', 'm', 'animal'],
  ['dog', '+', 'chien', '+', 'm', 'animal'],
  ['bird', '+', 'oiseau', 'oiseaux', 'm', 'animal'],
  ['horse', '+', 'cheval', 'chevaux', 'm', 'animal'],
  ['labrador', '+', 'labrador', '+', 'm', 'animal'],
  ['man', 'men', 'homme', '+', 'm', 'person'],
  ['boy', '+', 'garçon', '+', 'm', 'person'],
  ['child', 'children', 'enfant', '+', 'm', 'person'],
  ['father', '+', 'père', '+', 'm', 'person', { title: true }],
  ['hero', 'heroes', 'héros', 'héros', 'm', 'person'],
  ['king', '+', 'roi', '+', 'm', 'person', { title: true }],
  ['doctor', '+', 'médecin', '+', 'm', 'person', { title: true }],
  ['woman', 'women', 'femme', '+', 'f', 'person'],
  ['girl', '+', 'fille', '+', 'f', 'person'],
  ['mother', '+', 'mère', '+', 'f', 'person', { title: true }],
  ['queen', '+', 'reine', '+', 'f', 'person', { title: true }],
  ['teacher', '+', 'professeure', '+', 'f', 'person', { title: true }],
  [
    'bread',
    '-',
    'pain',
    '-',
    'm',
    'food',
    { substance: true, articleAdjectives: ['good', 'white', 'black', 'french', 'small'] },
  ],
  [
    'cheese',
    '-',
    'fromage',
    '-',
    'm',
    'food',
    { substance: true, articleAdjectives: ['good', 'strong', 'french', 'white', 'european', 'small', 'big'] },
  ],
  ['milk', '-', 'lait', '-', 'm', 'drink', { substance: true }],
  [
    'wine',
    '-',
    'vin',
    '-',
    'm',
    'drink',
    {
      substance: true,
      articleAdjectives: ['strong', 'good', 'french', 'red', 'white', 'old', 'new', 'young', 'european'],
    },
  ],
  ['water', '-', 'eau', '-', 'f', 'drink', { substance: true }],
  ['soup', '+', 'soupe', '+', 'f', 'food'],
  ['apple', '+', 'pomme', '+', 'f', 'food'],
  ['tree', '+', 'arbre', '+', 'm', 'plant'],
  ['flower', '+', 'fleur', '+', 'f', 'plant'],
  ['book', '+', 'livre', '+', 'm', 'text'],
  ['newspaper', '+', 'journal', 'journaux', 'm', 'text'],
  ['letter', '+', 'lettre', '+', 'f', 'text'],
  ['hat', '+', 'chapeau', 'chapeaux', 'm', 'object'],
  ['key', '+', 'clé', '+', 'f', 'object'],
  ['table', '+', 'table', '+', 'f', 'furniture'],
  ['chair', '+', 'chaise', '+', 'f', 'furniture'],
  ['train', '+', 'train', '+', 'm', 'vehicle'],
  ['plane', '+', 'avion', '+', 'm', 'vehicle'],
  ['boat', '+', 'bateau', 'bateaux', 'm', 'vehicle'],
  ['car', '+', 'voiture', '+', 'f', 'vehicle'],
  ['door', '+', 'porte', '+', 'f', 'opening'],
  ['window', '+', 'fenêtre', '+', 'f', 'opening'],
  ['garden', '+', 'jardin', '+', 'm', 'place'],
  ['country', 'countries', 'pays', 'pays', 'm', 'place'],
  ['house', '+', 'maison', '+', 'f', 'place'],
  ['city', 'cities', 'ville', '+', 'f', 'place'],
  ['school', '+', 'école', '+', 'f', 'place'],
  ['area', '+', 'zone', '+', 'f', 'place'],
  ['church', 'churches', 'église', '+', 'f', 'place'],
  ['road', '+', 'route', '+', 'f', 'way'],
  ['bridge', '+', 'pont', '+', 'm', 'way'],
  ['river', '+', 'rivière', '+', 'f', 'nature'],
  [
    'sky',
    '-',
    'ciel',
    '-',
    'm',
    'celestial',
    { articleAdjectives: ['blue', 'black', 'red', 'beautiful', 'white'] },
  ],
  [
    'sun',
    '-',
    'soleil',
    '-',
    'm',
    'celestial',
    { articleAdjectives: ['red', 'white', 'beautiful', 'strong', 'hot'] },
  ],
  ['moon', '+', 'lune', '+', 'f', 'celestial'],
  ['star', '+', 'étoile', '+', 'f', 'celestial'],
  ['agreement', '+', 'accord', '+', 'm', 'accord'],
];

const plural = (singular: string, column: string): string | null =>
  column === '-' ? null : column === '+' ? `${singular}s` : column;

/** All nouns. */
export const nouns: readonly Noun[] = NOUN_ROWS.map(
  ([english, englishPlural, french, frenchPlural, gender, kind, marks = {}]) => ({
    english,
    englishPlural: plural(english, englishPlural),
    french,
    frenchPlural: plural(french, frenchPlural),
    feminine: gender === 'f',
    vowel: beginsWithVowelSound(french),
    kind,
    title: marks.title ?? false,
    substance: marks.substance ?? false,
    articleAdjectives: marks.articleAdjectives ?? [],
  }),
);

type AdjectiveRow = readonly [
  english: string,
  french: string,
  side: 'before' | 'after',
  rank: number,
  aspect: string,
  special?: string,
];

/** The French column holds m. s., m. pl., f. s., f. pl.; the last one the form before a vowel sound. */
const ADJECTIVE_ROWS: readonly AdjectiveRow[] = [
  ['good', 'bon bons bonne bonnes', 'before', 0, 'quality'],
  ['beautiful', 'beau beaux belle belles', 'before', 0, 'beauty', 'bel'],
  ['big', 'grand grands grande grandes', 'before', 1, 'size'],
  ['small', 'petit petits petite petites', 'before', 1, 'size'],
  ['heavy', 'lourd lourds lourde lourdes', 'after', 1, 'weight'],
  ['strong', 'fort forts forte fortes', 'after', 2, 'strength'],
  ['tired', 'fatigué fatigués fatiguée fatiguées', 'after', 2, 'mood'],
  ['sad', 'triste tristes triste tristes', 'after', 2, 'mood'],
  ['happy', 'heureux heureux heureuse heureuses', 'after', 2, 'mood'],
  ['cold', 'froid froids froide froides', 'after', 3, 'heat'],
  ['hot', 'chaud chauds chaude chaudes', 'after', 3, 'heat'],
  ['old', 'vieux vieux vieille vieilles', 'before', 4, 'age', 'vieil'],
  ['new', 'nouveau nouveaux nouvelle nouvelles', 'before', 4, 'age', 'nouvel'],
  ['young', 'jeune jeunes jeune jeunes', 'before', 4, 'age'],
  ['black', 'noir noirs noire noires', 'after', 5, 'colour'],
  ['white', 'blanc blancs blanche blanches', 'after', 5, 'colour'],
  ['red', 'rouge rouges rouge rouges', 'after', 5, 'colour'],
  ['green', 'vert verts verte vertes', 'after', 5, 'colour'],
  ['blue', 'bleu bleus bleue bleues', 'after', 5, 'colour'],
  ['french', 'français français française françaises', 'after', 6, 'origin'],
  ['european', 'européen européens européenne européennes', 'after', 6, 'origin'],
  ['economic', 'économique économiques économique économiques', 'after', 7, 'field'],
  ['open', 'ouvert ouverts ouverte ouvertes', 'after', 8, 'opening'],
  ['closed', 'fermé fermés fermée fermées', 'after', 8, 'opening'],
];

/** Four forms from one column of text. */
function four(column: string): readonly [string, string, string, string] {
  const forms = column.split(' ');
  if (forms.length !== 4) throw new RangeError(`"${column}" has ${forms.length} forms; 4 were expected`);
  return forms as [string, string, string, string];
}

/** All adjectives. */
export const adjectives: readonly Adjective[] = ADJECTIVE_ROWS.map(
  ([english, french, side, rank, aspect, special]) => ({
    english,
    french: four(french),
    beforeVowel: special ?? null,
    before: side === 'before',
    rank,
    aspect,
    predicateOnly: aspect === 'opening',
  }),
);

type VerbRow = readonly [
  english: string,
  past: string,
  participle: string,
  continuous: string,
  french: string,
  object: 'always' | 'optional' | 'never',
];

/** The French column holds singular, plural and the four participles; '-' says that there is no such form. */
const VERB_ROWS: readonly VerbRow[] = [
  ['eat', 'ate', 'eaten', 'eating', 'mange mangent mangé mangés mangée mangées', 'optional'],
  ['drink', 'drank', 'drunk', 'drinking', 'boit boivent bu bus bue bues', 'optional'],
  ['see', 'saw', 'seen', '-', 'voit voient vu vus vue vues', 'always'],
  ['buy', 'bought', 'bought', 'buying', 'achète achètent acheté achetés achetée achetées', 'always'],
  ['sell', 'sold', 'sold', 'selling', 'vend vendent vendu vendus vendue vendues', 'always'],
  ['read', '-', 'read', 'reading', 'lit lisent lu lus lue lues', 'optional'],
  ['write', 'wrote', 'written', 'writing', 'écrit écrivent écrit écrits écrite écrites', 'optional'],
  ['sign', 'signed', 'signed', 'signing', 'signe signent signé signés signée signées', 'always'],
  ['hide', 'hid', 'hidden', 'hiding', 'cache cachent caché cachés cachée cachées', 'always'],
  ['open', 'opened', 'opened', 'opening', 'ouvre ouvrent ouvert ouverts ouverte ouvertes', 'always'],
  ['close', 'closed', 'closed', 'closing', 'ferme ferment fermé fermés fermée fermées', 'always'],
  ['love', 'loved', 'loved', '-', 'aime aiment aimé aimés aimée aimées', 'always'],
  ['find', 'found', 'found', '-', 'trouve trouvent trouvé trouvés trouvée trouvées', 'always'],
  ['lose', 'lost', 'lost', 'losing', 'perd perdent perdu perdus perdue perdues', 'always'],
  ['take', 'took', 'taken', 'taking', 'prend prennent pris pris prise prises', 'always'],
  ['carry', 'carried', 'carried', 'carrying', 'porte portent porté portés portée portées', 'always'],
  ['follow', 'followed', 'followed', 'following', 'suit suivent suivi suivis suivie suivies', 'always'],
  [
    'watch',
    'watched',
    'watched',
    'watching',
    'regarde regardent regardé regardés regardée regardées',
    'always',
  ],
  ['hear', 'heard', 'heard', '-', 'entend entendent entendu entendus entendue entendues', 'always'],
  ['make', 'made', 'made', 'making', 'fait font fait faits faite faites', 'always'],
  ['sleep', 'slept', 'slept', 'sleeping', 'dort dorment dormi dormi dormi dormi', 'never'],
  ['sing', 'sang', 'sung', 'singing', 'chante chantent chanté chanté chanté chanté', 'never'],
  [
    'work',
    'worked',
    'worked',
    'working',
    'travaille travaillent travaillé travaillé travaillé travaillé',
    'never',
  ],
  ['run', 'ran', 'run', 'running', 'court courent couru couru couru couru', 'never'],
];

/** The English third person: watches, carries, sees. */
function thirdPerson(base: string): string {
  if (/(?:ch|sh|s|x|o)$/u.test(base)) return `${base}es`;
  return base.endsWith('rry') ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** All verbs. */
export const verbs: readonly Verb[] = VERB_ROWS.map(
  ([english, past, participle, continuous, french, object]) => {
    const [singular = '', several = '', ...participles] = french.split(' ');
    return {
      english,
      third: thirdPerson(english),
      past: past === '-' ? null : past,
      participle,
      continuous: continuous === '-' ? null : continuous,
      french: [singular, several],
      frenchParticiple: four(participles.join(' ')),
      object,
    };
  },
);

/** All prepositions. */
export const prepositions: readonly Preposition[] = [
  { english: 'in', french: 'dans', de: false },
  { english: 'on', french: 'sur', de: false },
  { english: 'under', french: 'sous', de: false },
  { english: 'with', french: 'avec', de: false },
  { english: 'near', french: 'près', de: true },
  { english: 'behind', french: 'derrière', de: false },
  { english: 'of', french: '', de: true },
  { english: 'by', french: 'par', de: false },
];

/** Personal pronouns; they is always ils. */
export const pronouns = [
  { english: 'he', french: 'il', feminine: false, plural: false },
  { english: 'she', french: 'elle', feminine: true, plural: false },
  { english: 'they', french: 'ils', feminine: false, plural: true },
] as const;

/** A personal pronoun as a subject. */
export type Pronoun = (typeof pronouns)[number];

/** The words that join two clauses. */
export const conjunctions = [
  { english: 'and', french: ['et'] },
  { english: 'but', french: ['mais'] },
  { english: 'because', french: ['parce', 'que'] },
  { english: 'when', french: ['quand'] },
] as const;

/** A word that joins two clauses. */
export type Conjunction = (typeof conjunctions)[number];

/** English and French month names, in the order of the year. */
export const months: readonly (readonly [english: string, french: string])[] = [
  ['january', 'janvier'],
  ['february', 'février'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'août'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'décembre'],
];

/** The years the world knows, each a token in both languages. */
export const years: readonly string[] = Array.from({ length: 130 }, (_, index) => String(1900 + index));

/** English words before which the article is an, by their sound (european begins with a consonant's). */
export const vowelSoundsInEnglish: ReadonlySet<string> = new Set([
  'apple',
  'agreement',
  'area',
  'old',
  'economic',
]);
