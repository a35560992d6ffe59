/** @file The sparse normalisers of one row, exact by sorting. Cells of −∞ get 0. */

/** The scores less the largest, divided by the temperature: in this order large scores lose nothing. */
function shifted(x: readonly number[], temperature: number): number[] {
  const top = x.reduce((most, score) => Math.max(most, score), -Infinity);
  return x.map((score) => (score - top) / temperature);
}

/** Sparsemax of one row (Martins, Astudillo 2016, Algorithm 1). */
export function sparsemaxRow(x: readonly number[], temperature: number): number[] {
  const z = shifted(x, temperature);
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
export function entmax15Row(x: readonly number[], temperature: number): number[] {
  const z = shifted(x, 2 * temperature);
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
