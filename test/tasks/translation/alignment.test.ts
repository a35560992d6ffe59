/** @file The gold alignments, judged by tables that do not come from the generator. */
import { describe, expect, it, vi } from 'vitest';
import { Random } from '../../../src/lib/random.ts';
import { reference } from '../../../src/tasks/translation/parse.ts';
import { allPools } from '../../../src/tasks/translation/pools.ts';
import { realise } from '../../../src/tasks/translation/realise.ts';
import type { Example } from '../../../src/tasks/translation/realise.ts';
import { sampleSentence } from '../../../src/tasks/translation/sample.ts';
import { adjectiveTable, monthTable, nounTable, verbTable } from './referee.ts';

// Thousands of sentences are read; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60000 });

const random = new Random(8);
const sentences: Example[] = Array.from({ length: 20000 }, () =>
  realise(sampleSentence(random, allPools, 3 + random.integer(38))),
);

const LITTLE: Readonly<Record<string, string>> = {
  the: "le la l' les",
  a: "un une de d'",
  an: "un une de d'",
  this: 'ce cet cette',
  these: 'ces',
  near: "près de d' du des",
  of: "de d' du des",
  in: 'dans en',
  on: 'sur',
  under: 'sous',
  with: 'avec',
  behind: 'derrière',
  by: 'par',
  not: "ne n' pas",
  is: 'est',
  are: 'sont',
  was: 'était a été',
  were: 'étaient ont été',
  did: 'a ont',
  that: 'qui',
  and: 'et',
  but: 'mais',
  because: "parce que qu'",
  when: 'quand',
  he: 'il',
  she: 'elle',
  they: 'ils',
  today: "aujourd'hui",
  yesterday: 'hier',
};

const SPECIAL: Readonly<Record<string, string>> = { old: 'vieil', new: 'nouvel', beautiful: 'bel' };

/** Whether a French token may have an English word as its sure partner. */
function mayBe(token: string, word: string): boolean {
  return (
    LITTLE[word]?.split(' ').includes(token) === true ||
    nounTable.get(word)?.forms.includes(token) === true ||
    adjectiveTable.get(word)?.forms.includes(token) === true ||
    SPECIAL[word] === token ||
    verbTable.get(word)?.has(token) === true ||
    (verbTable.has(word) && (token === 'a' || token === 'ont')) ||
    monthTable.get(word) === token ||
    (/^\d{4}$/u.test(word) && word === token)
  );
}

/** Whether a French token may have an English word as a possible partner. */
function couldBe(token: string, word: string): boolean {
  if (['ne', "n'", 'pas'].includes(token)) return ['do', 'does', 'did', 'is', 'are'].includes(word);
  if (['a', 'ont', 'été'].includes(token)) return verbTable.has(word);
  if (['près', 'de', "d'", 'du', 'des', 'la', "l'"].includes(token))
    return ['the', 'a', 'an', 'this', 'these', 'not'].includes(word) || nounTable.has(word);
  // mange, for is eating.
  return ['is', 'are'].includes(word);
}

const shown = ({ source, target }: Example, t: number, j: number): string =>
  `${target[t] ?? '?'} – ${source[j] ?? '?'} in: ${source.join(' ')} | ${target.join(' ')}`;

describe('the gold alignment of 20,000 sentences', () => {
  it('gives each French token one sure partner that means it, or none to the article of a bare noun and de under negation', () => {
    for (const example of sentences) {
      const partners = new Map<number, number>();
      for (const [t, j] of example.sure) {
        if (partners.has(t)) throw new Error(`two partners: ${shown(example, t, j)}`);
        partners.set(t, j);
        if (!mayBe(example.target[t] ?? '', example.source[j] ?? '')) throw new Error(shown(example, t, j));
      }
      for (const [t, token] of example.target.entries()) {
        if (partners.has(t)) continue;
        const possible = example.possible
          .filter(([place]) => place === t)
          .map(([, j]) => example.source[j] ?? '');
        const fine =
          ['des', 'de', "d'", 'du', 'la', "l'"].includes(token) &&
          possible.some((word) => nounTable.has(word));
        if (!fine) throw new Error(`no partner: ${shown(example, t, -1)}`);
      }
    }
  });

  it('gives possible partners where the words allow them only, and never a sure one again', () => {
    for (const example of sentences) {
      const sure = new Set(example.sure.map(([t, j]) => `${t} ${j}`));
      for (const [t, j] of example.possible) {
        if (sure.has(`${t} ${j}`)) throw new Error(`sure and possible: ${shown(example, t, j)}`);
        if (!couldBe(example.target[t] ?? '', example.source[j] ?? '')) throw new Error(shown(example, t, j));
      }
    }
  });

  it('leaves no English word without a partner', () => {
    for (const example of sentences) {
      const met = new Set([...example.sure, ...example.possible].map(([, j]) => j));
      const lost = example.source.findIndex((_, j) => !met.has(j));
      if (lost >= 0) throw new Error(shown(example, -1, lost));
    }
  });
});

/** A sentence's alignment as text: token:sure(possible,possible), `-` for no sure partner. */
function written(english: string): string {
  const example = reference(english.split(' '));
  if (example === undefined) throw new Error(`not in the grammar: ${english}`);
  return example.target
    .map((token, t) => {
      const word = ([, j]: readonly [number, number]): string => example.source[j] ?? '?';
      const own = ([place]: readonly [number, number]): boolean => place === t;
      const possible = example.possible.filter(own).map(word).join(',');
      return `${token}:${example.sure.filter(own).map(word).join('') || '-'}${possible === '' ? '' : `(${possible})`}`;
    })
    .join(' ');
}

describe('reference', () => {
  it.each([
    ['the cat did not eat', "le:the chat:cat n':not(did) a:did(eat) pas:not(did) mangé:eat"],
    ['she is eating an apple', 'elle:she mange:eating(is) une:an pomme:apple'],
    ['she is not eating an apple', 'elle:she ne:not(is) mange:eating(is) pas:not(is) de:an(not) pomme:apple'],
    ['they bought big houses', 'ils:they ont:bought acheté:bought de:-(houses) grandes:big maisons:houses'],
    ['they sold cars', 'ils:they ont:sold vendu:sold des:-(cars) voitures:cars'],
    ['they do not sell cars', 'ils:they ne:not(do) vendent:sell pas:not(do) de:-(not,cars) voitures:cars'],
    [
      'the door was not closed',
      "la:the porte:door n':not a:was(closed) pas:not été:was(closed) fermée:closed",
    ],
    ['he sleeps near the tree', "il:he dort:sleeps près:near(the) de:near(the) l':the arbre:tree"],
    ['he sleeps near the garden', 'il:he dort:sleeps près:near(the) du:near(the) jardin:garden'],
    ['he sleeps near houses', 'il:he dort:sleeps près:near de:near maisons:houses'],
    ['he drinks water', "il:he boit:drinks de:-(water) l':-(water) eau:water"],
    [
      'the man that sings is happy because she sleeps',
      "l':the homme:man qui:that chante:sings est:is heureux:happy parce:because qu':because elle:she dort:sleeps",
    ],
  ])('aligns "%s" as the rules say', (english, expected) => {
    expect(written(english)).toBe(expected);
  });
});
