/** @file The steps of cutting a sentence into phrases: the scores, the best cut of ever more words, the way back, the joined phrases. */

/** A phrase from word `from` (from 0) up to but without word `to`. */
export interface PhrasePlace {
  readonly from: number;
  readonly to: number;
}

/** What a step shows. */
export type CuttingStep =
  /** The score of every span. */
  | { readonly kind: 'scores' }
  /** Where the last phrase of the first `to` words begins best. */
  | { readonly kind: 'best'; readonly to: number }
  /** The back-pointer at `to`: the phrase that it makes, and those that were found before it (they stand to its right). */
  | { readonly kind: 'back'; readonly phrase: PhrasePlace; readonly found: readonly PhrasePlace[] }
  /** The phrases' translations, joined. */
  | { readonly kind: 'join' };

/** All steps for so many words and these phrases of the best cut. */
export function cuttingSteps(words: number, phrases: readonly PhrasePlace[]): CuttingStep[] {
  return [
    { kind: 'scores' },
    ...Array.from({ length: words }, (_, k): CuttingStep => ({ kind: 'best', to: k + 1 })),
    ...phrases.toReversed().map((phrase, k): CuttingStep => ({
      kind: 'back',
      phrase,
      found: phrases.slice(phrases.length - k),
    })),
    { kind: 'join' },
  ];
}

/** How a cell of the table of spans looks at a step. */
export interface CellLook {
  /** Its span is tried as the last phrase. */
  readonly tried: boolean;
  /** It is a phrase of the best cut of the words so far, or of the way back. */
  readonly chosen: boolean;
}

/** The look of a span's cell. `backs`: for each number of words from 1, where the last phrase of their best cut begins. */
export function cellLook(step: CuttingStep, { from, to }: PhrasePlace, backs: readonly number[]): CellLook {
  const isOne = (phrases: readonly PhrasePlace[]): boolean =>
    phrases.some((phrase) => phrase.from === from && phrase.to === to);
  switch (step.kind) {
    case 'scores':
      return { tried: false, chosen: false };
    case 'best':
      return { tried: to === step.to, chosen: isOne(wayBack(step.to, backs)) };
    case 'back':
      return { tried: isOne([step.phrase]), chosen: isOne([step.phrase, ...step.found]) };
    case 'join':
      return { tried: false, chosen: isOne(wayBack(backs.length, backs)) };
  }
}

/** The phrases of the best cut of the first `to` words, from left to right. */
export function wayBack(to: number, backs: readonly number[]): PhrasePlace[] {
  const phrases: PhrasePlace[] = [];
  for (let end = to; end > 0;) {
    const from = backs[end - 1] ?? -1;
    if (from < 0) return [];
    phrases.unshift({ from, to: end });
    end = from;
  }
  return phrases;
}
