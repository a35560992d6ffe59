/** @file The eight sentences that must come out exactly, each with what it shows; they stay out of training. */

/** A sentence of the lessons, as text with single spaces between tokens. */
export interface ExampleSentence {
  readonly english: string;
  readonly french: string;
}

/** The eight example sentences, in the order in which they are offered. */
export const examples: readonly ExampleSentence[] = [
  {
    english: 'the agreement on the european economic area was signed in august 1992',
    french: "l' accord sur la zone économique européenne a été signé en août 1992",
  },
  { english: 'the dog is a labrador', french: 'le chien est un labrador' },
  {
    english: 'the black cat did not drink the cold milk',
    french: "le chat noir n' a pas bu le lait froid",
  },
  { english: 'she is eating a red apple', french: 'elle mange une pomme rouge' },
  { english: 'they bought a big house', french: 'ils ont acheté une grande maison' },
  {
    english: 'this old man reads the newspaper in the garden',
    french: 'ce vieil homme lit le journal dans le jardin',
  },
  { english: 'the green car was sold yesterday', french: 'la voiture verte a été vendue hier' },
  {
    english: 'the small child does not see the white bird because the big tree hides the sky',
    french: "le petit enfant ne voit pas l' oiseau blanc parce que le grand arbre cache le ciel",
  },
];
