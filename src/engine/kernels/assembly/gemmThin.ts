/** @file Products with a thin side: one row times a matrix, and a column times a row. Strides in bytes. */
import { firstLanes, storeFirst, sumLanes } from './memory';

/** c[n] (+)= Σ_k a[k] · B[k, :], for a B whose rows lie in one piece. */
export function columnByCombination(
  n: i32,
  k: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  accumulate: bool,
): void {
  for (; n >= 32; n -= 32) {
    combine32(k, a, aStep, b, bRow, c, accumulate);
    b += 128;
    c += 128;
  }
  for (; n >= 8; n -= 8) {
    combine8(k, a, aStep, b, bRow, c, accumulate);
    b += 32;
    c += 32;
  }
  while (n > 0) {
    const sum = combine4(k, a, aStep, b, bRow);
    const result = accumulate ? f32x4.add(v128.load(c), sum) : sum;
    if (n >= 4) v128.store(c, result);
    else storeFirst(c, result, n);
    n -= 4;
    b += 16;
    c += 16;
  }
}

function combine32(k: i32, a: usize, aStep: usize, b: usize, bRow: usize, c: usize, accumulate: bool): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  if (accumulate) {
    s0 = v128.load(c);
    s1 = v128.load(c, 16);
    s2 = v128.load(c, 32);
    s3 = v128.load(c, 48);
    s4 = v128.load(c, 64);
    s5 = v128.load(c, 80);
    s6 = v128.load(c, 96);
    s7 = v128.load(c, 112);
  }
  do {
    const factor = v128.load_splat<f32>(a);
    s0 = f32x4.add(s0, f32x4.mul(factor, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(factor, v128.load(b, 16)));
    s2 = f32x4.add(s2, f32x4.mul(factor, v128.load(b, 32)));
    s3 = f32x4.add(s3, f32x4.mul(factor, v128.load(b, 48)));
    s4 = f32x4.add(s4, f32x4.mul(factor, v128.load(b, 64)));
    s5 = f32x4.add(s5, f32x4.mul(factor, v128.load(b, 80)));
    s6 = f32x4.add(s6, f32x4.mul(factor, v128.load(b, 96)));
    s7 = f32x4.add(s7, f32x4.mul(factor, v128.load(b, 112)));
    a += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
  v128.store(c, s4, 64);
  v128.store(c, s5, 80);
  v128.store(c, s6, 96);
  v128.store(c, s7, 112);
}

function combine8(k: i32, a: usize, aStep: usize, b: usize, bRow: usize, c: usize, accumulate: bool): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  if (accumulate) {
    s0 = v128.load(c);
    s1 = v128.load(c, 16);
  }
  do {
    const factor = v128.load_splat<f32>(a);
    s0 = f32x4.add(s0, f32x4.mul(factor, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(factor, v128.load(b, 16)));
    a += aStep;
    b += bRow;
  } while (--k);
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

function combine4(k: i32, a: usize, aStep: usize, b: usize, bRow: usize): v128 {
  let sum = f32x4.splat(0);
  do {
    sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(a), v128.load(b)));
    a += aStep;
    b += bRow;
  } while (--k);
  return sum;
}

/** c[j] (+)= Σ_k a[k] · B[k, j], for an a and columns of B that lie in one piece. */
export function columnByDots(
  n: i32,
  k: i32,
  a: usize,
  b: usize,
  bColumn: usize,
  c: usize,
  cStep: usize,
  accumulate: bool,
): void {
  for (; n >= 4; n -= 4) {
    const sums = fourDots(k, a, b, bColumn);
    if (cStep == 4) v128.store(c, accumulate ? f32x4.add(v128.load(c), sums) : sums);
    else {
      put(c, f32x4.extract_lane(sums, 0), accumulate);
      put(c + cStep, f32x4.extract_lane(sums, 1), accumulate);
      put(c + 2 * cStep, f32x4.extract_lane(sums, 2), accumulate);
      put(c + 3 * cStep, f32x4.extract_lane(sums, 3), accumulate);
    }
    b += 4 * bColumn;
    c += 4 * cStep;
  }
  for (; n > 0; n--) {
    put(c, dot(k, a, b), accumulate);
    b += bColumn;
    c += cStep;
  }
}

@inline
function put(at: usize, value: f32, accumulate: bool): void {
  store<f32>(at, accumulate ? load<f32>(at) + value : value);
}

/** The products of a with four columns of B, one a lane. */
function fourDots(k: i32, a: usize, b: usize, bColumn: usize): v128 {
  let b1 = b + bColumn;
  let b2 = b1 + bColumn;
  let b3 = b2 + bColumn;
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (; k >= 4; k -= 4) {
    const left = v128.load(a);
    s0 = f32x4.add(s0, f32x4.mul(left, v128.load(b)));
    s1 = f32x4.add(s1, f32x4.mul(left, v128.load(b1)));
    s2 = f32x4.add(s2, f32x4.mul(left, v128.load(b2)));
    s3 = f32x4.add(s3, f32x4.mul(left, v128.load(b3)));
    a += 16;
    b += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
  }
  if (k > 0) {
    const mask = firstLanes(k);
    const left = v128.load(a);
    s0 = f32x4.add(s0, v128.and(mask, f32x4.mul(left, v128.load(b))));
    s1 = f32x4.add(s1, v128.and(mask, f32x4.mul(left, v128.load(b1))));
    s2 = f32x4.add(s2, v128.and(mask, f32x4.mul(left, v128.load(b2))));
    s3 = f32x4.add(s3, v128.and(mask, f32x4.mul(left, v128.load(b3))));
  }
  const s01 = f32x4.add(v128.shuffle<i32>(s0, s1, 0, 4, 1, 5), v128.shuffle<i32>(s0, s1, 2, 6, 3, 7));
  const s23 = f32x4.add(v128.shuffle<i32>(s2, s3, 0, 4, 1, 5), v128.shuffle<i32>(s2, s3, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<i64>(s01, s23, 0, 2), v128.shuffle<i64>(s01, s23, 1, 3));
}

/** Σ a ∘ b over k numbers in one piece. */
export function dot(k: i32, a: usize, b: usize): f32 {
  let sum = f32x4.splat(0);
  let more = sum;
  for (; k >= 8; k -= 8) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a), v128.load(b)));
    more = f32x4.add(more, f32x4.mul(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  sum = f32x4.add(sum, more);
  if (k >= 4) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a), v128.load(b)));
    a += 16;
    b += 16;
    k -= 4;
  }
  if (k > 0) sum = f32x4.add(sum, v128.and(firstLanes(k), f32x4.mul(v128.load(a), v128.load(b))));
  return sumLanes(sum);
}

/** C (+)= a · bᵀ. */
export function outer(m: i32, n: i32, a: usize, aRow: usize, b: usize, c: usize, cRow: usize, accumulate: bool): void {
  for (; m > 0; m--) {
    const factor = v128.load_splat<f32>(a);
    let from = b;
    let to = c;
    let left = n;
    for (; left >= 4; left -= 4) {
      const product = f32x4.mul(factor, v128.load(from));
      v128.store(to, accumulate ? f32x4.add(v128.load(to), product) : product);
      from += 16;
      to += 16;
    }
    if (left > 0) {
      const product = f32x4.mul(factor, v128.load(from));
      storeFirst(to, accumulate ? f32x4.add(v128.load(to), product) : product, left);
    }
    a += aRow;
    c += cRow;
  }
}
