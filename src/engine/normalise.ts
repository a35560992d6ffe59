/** @file The sparse normalisers of one row, exact by sorting. Cells of −∞ get 0. */

/** Sparsemax of one row (Martins, Astudillo 2016, Algorithm 1). */
export function sparsemaxRow(x: readonly number[]): number[] {
  const top = Math.max(...x);
  const z = x.map((score) => score - top);
  const sorted = z.filter((score) => score !== -Infinity).toSorted((a, b) => b - a);
  let sum = 0;
  let threshold = 0;
  sorted.forEach((score, k) => {
    sum += score;
    if (1 + (k + 1) * score > sum) threshold = (sum - 1) / (k + 1);
  });
  return z.map((score) => Math.max(score - threshold, 0));
}

/** Entmax with α = 1.5 of one row (Peters, Niculae, Martins 2019, Algorithm 2). */
export function entmax15Row(x: readonly number[]): number[] {
  const top = Math.max(...x);
  const z = x.map((score) => (score - top) / 2);
  const sorted = z.filter((score) => score !== -Infinity).toSorted((a, b) => b - a);
  let sum = 0;
  let squares = 0;
  let threshold = 0;
  sorted.forEach((score, k) => {
    const count = k + 1;
    sum += score;
    squares += score * score;
    const mean = sum / count;
    const spread = squares / count - mean * mean;
    const under = (1 - count * spread) / count;
    if (under < 0) return;
    const candidate = mean - Math.sqrt(under);
    if (candidate <= score) threshold = candidate;
  });
  return z.map((score) => Math.max(score - threshold, 0) ** 2);
}
