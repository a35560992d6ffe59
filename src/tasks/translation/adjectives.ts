/** @file The adjectives of the small world. */
import { fourForms } from './lexicon.ts';
import type { Adjective } from './lexicon.ts';

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

/** All adjectives. */
export const adjectives: readonly Adjective[] = ADJECTIVE_ROWS.map(
  ([english, french, side, rank, aspect, special]) => ({
    english,
    french: fourForms(french),
    beforeVowel: special ?? null,
    before: side === 'before',
    rank,
    aspect,
    predicateOnly: aspect === 'opening',
  }),
);
