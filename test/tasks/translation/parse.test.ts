/** @file Reading English sentences back into the grammar. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { heldOutPairs, visitPairs } from '../../../src/tasks/translation/pairs.ts';
import { isTraining, parse, reference } from '../../../src/tasks/translation/parse.ts';
import { allPools } from '../../../src/tasks/translation/pools.ts';
import { realise } from '../../../src/tasks/translation/realise.ts';
import { sampleSentence } from '../../../src/tasks/translation/sample.ts';

const french = (english: string): string | undefined => reference(english.split(' '))?.target.join(' ');

function pairsOf(english: string): string[] {
  const sentence = parse(english.split(' '));
  if (sentence === undefined) throw new Error(`not in the grammar: ${english}`);
  const found: string[] = [];
  visitPairs(sentence, (word, noun) => found.push(`${word} ${noun}`));
  return found;
}

describe('reference', () => {
  it('gives every generated sentence its own translation and alignment again', () => {
    const random = new Random(6);
    for (let draw = 0; draw < 20000; draw += 1) {
      const example = realise(sampleSentence(random, allPools, 2 + random.integer(39)));
      expect(reference(example.source)).toEqual(example);
    }
  }, 60000);

  // Written by hand from the rules of French, most of them outside what the generator draws often.
  it.each([
    ['he eats', 'il mange'],
    ['the men read the newspapers', 'les hommes lisent les journaux'],
    ['the hero saw the beautiful hero', 'le héros a vu le beau héros'],
    ['an old european agreement was signed', 'un vieil accord européen a été signé'],
    ['these old men are not happy', 'ces vieux hommes ne sont pas heureux'],
    ['the old women were seen near the churches', 'les vieilles femmes ont été vues près des églises'],
    ['a new bird sleeps under a beautiful tree', 'un nouvel oiseau dort sous un bel arbre'],
    ['the dogs are not labradors', 'les chiens ne sont pas des labradors'],
    ['the cat is not a dog', "le chat n' est pas un chien"],
    ['she does not drink water', "elle ne boit pas d' eau"],
    ['the doors that are open are white', 'les portes qui sont ouvertes sont blanches'],
    ['the door was closed', 'la porte a été fermée'],
    ['the letter was not read by the king of the country', "la lettre n' a pas été lue par le roi du pays"],
    ['the cat is on the table', 'le chat est sur la table'],
    ['he drinks a strong wine because he is sad', "il boit un vin fort parce qu' il est triste"],
    ['today they do not sell old apples', "aujourd'hui ils ne vendent pas de vieilles pommes"],
    ['they were happy in may 1968', 'ils étaient heureux en mai 1968'],
    ['the boy sees the girl that is singing', 'le garçon voit la fille qui chante'],
  ])('translates "%s"', (english, expected) => {
    expect(french(english)).toBe(expected);
  });

  it.each([
    ['', 'no words'],
    ['the cat', 'no verb'],
    ['the cats sleeps', 'number'],
    ['a apple is red', 'a before a vowel'],
    ['these dog sleeps', 'these with a singular'],
    ['the xylophone sleeps', 'an unknown word'],
    ['the dog sees', 'no object'],
    ['she read the book', 'a past that looks like the present'],
    ['she reads yesterday', 'a past time with a present'],
    ['dogs sleep', 'a bare plural with a present'],
    ['the man is a king', 'a title after is'],
    ['he is a boy', 'a noun after a pronoun'],
    ['the door was open', 'open after was'],
    ['she is seeing a dog', 'see has no continuous'],
    ['the milks are cold', 'milk has no plural'],
    ['the dog sleeps and', 'nothing after and'],
    ['the dog not sleeps', 'not without do'],
  ])('does not know "%s": %s', (english) => {
    expect(reference(english.split(' ').filter((word) => word !== ''))).toBeUndefined();
  });
});

describe('visitPairs', () => {
  it.each([
    ['the black cat did not drink the cold milk', ['black cat', 'drink cat', 'drink milk', 'cold milk']],
    ['the green car was sold by kings', ['green car', 'sell car', 'sell king']],
    ['the boys that are happy love a dog', ['happy boy', 'love boy', 'love dog']],
    ['they are red', []],
    ['the door of the big house is closed', ['big house', 'closed door']],
    ['the dog was a small labrador in may 1990', ['small labrador']],
  ])('finds the pairs of "%s"', (english, pairs) => {
    expect(pairsOf(english).toSorted()).toEqual(pairs.toSorted());
  });
});

describe('isTraining', () => {
  it('is false for a held-out pair in any role, and for what the grammar does not know', () => {
    const sentence = parse('these cats are black'.split(' '));
    expect(sentence === undefined ? [] : heldOutPairs(sentence)).toEqual(['black cat']);
    expect(isTraining('these cats are black'.split(' '))).toBe(false);
    expect(isTraining('the cat black is'.split(' '))).toBe(false);
  });
});
