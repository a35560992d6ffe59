/** @file Which words of a translation stand in the right one too, in its order. */

/** What became of each word: by the longest common subsequence of both. */
export interface WordDifferences {
  /** For each word of the translation: whether it stands in the right one, in order. */
  readonly kept: readonly boolean[];
  /** Words of the right translation that are not there, each before the word of the translation at that place (from 0). */
  readonly missing: readonly { readonly before: number; readonly word: string }[];
}

/** Compares a translation with the right one, word by word. */
export function wordDifferences(made: readonly string[], right: readonly string[]): WordDifferences {
  const columns = right.length + 1;
  // common[a * columns + b]: the longest common subsequence of made from a on and right from b on.
  const common = new Uint16Array((made.length + 1) * columns);
  const at = (a: number, b: number): number => common[a * columns + b] as number;
  for (let a = made.length - 1; a >= 0; a--) {
    for (let b = right.length - 1; b >= 0; b--) {
      common[a * columns + b] =
        made[a] === right[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const kept: boolean[] = [];
  const missing: { before: number; word: string }[] = [];
  let [a, b] = [0, 0];
  while (a < made.length || b < right.length) {
    if (a < made.length && b < right.length && made[a] === right[b]) {
      kept.push(true);
      a += 1;
      b += 1;
    } else if (b < right.length && (a === made.length || at(a, b + 1) >= at(a + 1, b))) {
      missing.push({ before: a, word: right[b] ?? '' });
      b += 1;
    } else {
      kept.push(false);
      a += 1;
    }
  }
  return { kept, missing };
}
