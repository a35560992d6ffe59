/** @file d (+)= factor · a ∘ b over a nest of loops with any strides: the levels are joined where they can be, the best one runs innermost. */
import { dot } from './gemmThin';
import { NEST, address, firstLanes, storeFirst, sumLanes } from './memory';

// The nest's levels, outermost first: four sizes, then the byte strides of d, a and b.
const D: usize = NEST + 16;
const A: usize = NEST + 32;
const B: usize = NEST + 48;

@inline
function get(row: usize, level: i32): i32 {
  return load<i32>(row + (<usize>level << 2));
}

@inline
function set(row: usize, level: i32, value: i32): void {
  store<i32>(row + (<usize>level << 2), value);
}

/** Adds a level; joined to the one before if the three arrays step through both as through one. Returns the number of levels. */
function push(levels: i32, size: i32, d: i32, a: i32, b: i32): i32 {
  if (size == 1) return levels;
  d <<= 2;
  a <<= 2;
  b <<= 2;
  const last = levels - 1;
  if (levels > 0 && get(D, last) == d * size && get(A, last) == a * size && get(B, last) == b * size) {
    size *= get(NEST, last);
    levels = last;
  }
  set(NEST, levels, size);
  set(D, levels, d);
  set(A, levels, a);
  set(B, levels, b);
  return levels + 1;
}

/** How well a level runs innermost: 2 in vectors, 1 as a sum in vectors, 0 number by number. */
function merit(level: i32, accumulate: bool): i32 {
  const d = get(D, level);
  const a = get(A, level);
  const b = get(B, level);
  if ((a != 0 && a != 4) || (b != 0 && b != 4)) return 0;
  if (d == 4) return 2;
  return d == 0 && accumulate && (a == 4 || b == 4) ? 1 : 0;
}

function exchange(row: usize, one: i32, other: i32): void {
  const kept = get(row, one);
  set(row, one, get(row, other));
  set(row, other, kept);
}

/** See `Kernels.multiplyAdd`; a b of nothing is a place that holds 1, with strides of 0. */
export function multiplyAdd(
  n0: i32,
  n1: i32,
  n2: i32,
  n3: i32,
  dAt: i32,
  d0: i32,
  d1: i32,
  d2: i32,
  d3: i32,
  aAt: i32,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  bAt: i32,
  b0: i32,
  b1: i32,
  b2: i32,
  b3: i32,
  factor: f32,
  accumulate: bool,
): void {
  if (n0 == 0 || n1 == 0 || n2 == 0 || n3 == 0) return;
  let levels = push(0, n0, d0, a0, b0);
  levels = push(levels, n1, d1, a1, b1);
  levels = push(levels, n2, d2, a2, b2);
  levels = push(levels, n3, d3, a3, b3);
  let last = levels - 1;
  if (last > 0) {
    let best = last;
    for (let i = last - 1; i >= 0; i--) {
      if (better(i, best, accumulate)) best = i;
    }
    exchange(NEST, best, last);
    exchange(D, best, last);
    exchange(A, best, last);
    exchange(B, best, last);
  }
  while (levels < 4) {
    set(NEST, levels, 1);
    set(D, levels, 0);
    set(A, levels, 0);
    set(B, levels, 0);
    levels++;
  }
  if (last < 0) last = 0;
  if (last != 3) {
    exchange(NEST, last, 3);
    exchange(D, last, 3);
    exchange(A, last, 3);
    exchange(B, last, 3);
  }
  run(address(dAt), address(aAt), address(bAt), factor, accumulate);
}

/** Whether one level should rather be innermost than another. A few numbers are not worth a vector loop of their own. */
function better(one: i32, other: i32, accumulate: bool): bool {
  const mine = merit(one, accumulate);
  const theirs = merit(other, accumulate);
  if (mine == 0) return false;
  if (theirs == 0) return get(NEST, one) >= 4;
  const long = get(NEST, one) >= 8;
  return mine > theirs ? long || get(NEST, other) < 8 : mine == theirs && get(NEST, other) < 8 && long;
}

/** Runs the nest in memory, its innermost level last. */
function run(d: usize, a: usize, b: usize, factor: f32, accumulate: bool): void {
  const n0 = get(NEST, 0);
  const n1 = get(NEST, 1);
  const n2 = get(NEST, 2);
  const n = get(NEST, 3);
  const dStep = get(D, 3);
  const aStep = get(A, 3);
  const bStep = get(B, 3);
  // 0: any strides; 1: a ∘ b into d; 2: a times a number into d; 3: number into d; 4: a · b; 5: Σ a. With a and b exchanged if need be.
  let kind = 0;
  let exchanged = false;
  if (merit(3, accumulate) > 0) {
    exchanged = aStep == 0 && bStep == 4;
    if (aStep == 4 && bStep == 4) kind = 1;
    else if (aStep == 4 || bStep == 4) kind = 2;
    else kind = 3;
    if (dStep == 0) kind += 3;
  }
  for (let i0 = 0; i0 < n0; i0++) {
    let dRow = d;
    let aRow = a;
    let bRow = b;
    for (let i1 = 0; i1 < n1; i1++) {
      let to = dRow;
      let left = aRow;
      let right = bRow;
      for (let i2 = 0; i2 < n2; i2++) {
        const p = exchanged ? right : left;
        const q = exchanged ? left : right;
        if (kind == 1) products(n, to, p, q, factor, accumulate);
        else if (kind == 2) scaled(n, to, p, factor * load<f32>(q), accumulate);
        else if (kind == 3) constant(n, to, factor * load<f32>(p) * load<f32>(q), accumulate);
        else if (kind == 4) store<f32>(to, load<f32>(to) + factor * dot(n, p, q));
        else if (kind == 5) store<f32>(to, load<f32>(to) + factor * load<f32>(q) * total(n, p));
        else strided(n, to, dStep, left, aStep, right, bStep, factor, accumulate);
        to += get(D, 2);
        left += get(A, 2);
        right += get(B, 2);
      }
      dRow += get(D, 1);
      aRow += get(A, 1);
      bRow += get(B, 1);
    }
    d += get(D, 0);
    a += get(A, 0);
    b += get(B, 0);
  }
}

/** d (+)= factor · a ∘ b, all in one piece. */
function products(n: i32, d: usize, a: usize, b: usize, factor: f32, accumulate: bool): void {
  const f = f32x4.splat(factor);
  for (; n >= 4; n -= 4) {
    const value = f32x4.mul(f32x4.mul(f, v128.load(a)), v128.load(b));
    v128.store(d, accumulate ? f32x4.add(v128.load(d), value) : value);
    d += 16;
    a += 16;
    b += 16;
  }
  if (n > 0) {
    const value = f32x4.mul(f32x4.mul(f, v128.load(a)), v128.load(b));
    storeFirst(d, accumulate ? f32x4.add(v128.load(d), value) : value, n);
  }
}

/** d (+)= factor · a. */
function scaled(n: i32, d: usize, a: usize, factor: f32, accumulate: bool): void {
  const f = f32x4.splat(factor);
  for (; n >= 4; n -= 4) {
    const value = f32x4.mul(f, v128.load(a));
    v128.store(d, accumulate ? f32x4.add(v128.load(d), value) : value);
    d += 16;
    a += 16;
  }
  if (n > 0) {
    const value = f32x4.mul(f, v128.load(a));
    storeFirst(d, accumulate ? f32x4.add(v128.load(d), value) : value, n);
  }
}

/** d (+)= a number. */
function constant(n: i32, d: usize, number: f32, accumulate: bool): void {
  const value = f32x4.splat(number);
  for (; n >= 4; n -= 4) {
    v128.store(d, accumulate ? f32x4.add(v128.load(d), value) : value);
    d += 16;
  }
  if (n > 0) storeFirst(d, accumulate ? f32x4.add(v128.load(d), value) : value, n);
}

/** Σ a over n numbers in one piece. */
function total(n: i32, a: usize): f32 {
  let sum = f32x4.splat(0);
  for (; n >= 4; n -= 4) {
    sum = f32x4.add(sum, v128.load(a));
    a += 16;
  }
  if (n > 0) sum = f32x4.add(sum, v128.and(firstLanes(n), v128.load(a)));
  return sumLanes(sum);
}

/** Number by number. */
function strided(
  n: i32,
  d: usize,
  dStep: i32,
  a: usize,
  aStep: i32,
  b: usize,
  bStep: i32,
  factor: f32,
  accumulate: bool,
): void {
  for (; n > 0; n--) {
    const value = factor * load<f32>(a) * load<f32>(b);
    store<f32>(d, accumulate ? load<f32>(d) + value : value);
    d += dStep;
    a += aStep;
    b += bStep;
  }
}

/** Every one of `length` numbers becomes the value. */
export function fill(at: i32, length: i32, value: f32): void {
  constant(length, address(at), value, false);
}
