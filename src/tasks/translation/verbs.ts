/** @file The verbs of the small world. */
import { fourForms } from './lexicon.ts';
import type { Verb } from './lexicon.ts';

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
      frenchParticiple: fourForms(participles.join(' ')),
      object,
    };
  },
);
