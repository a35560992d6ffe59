/** @file Softmax and cross-entropy with their gradients. */
import { expOfNegative, log } from './floats';
import { dot } from './gemmThin';
import { address, firstLanes, maxLanes, storeFirst, sumLanes } from './memory';

/** The largest of n numbers in one piece; NaN is passed over. */
@inline
function largest(n: i32, x: usize): f32 {
  let m0 = f32x4.splat(-Infinity);
  let m1 = m0;
  let m2 = m0;
  let m3 = m0;
  for (; n >= 16; n -= 16) {
    m0 = f32x4.pmax(m0, v128.load(x));
    m1 = f32x4.pmax(m1, v128.load(x, 16));
    m2 = f32x4.pmax(m2, v128.load(x, 32));
    m3 = f32x4.pmax(m3, v128.load(x, 48));
    x += 64;
  }
  for (; n >= 4; n -= 4) {
    m0 = f32x4.pmax(m0, v128.load(x));
    x += 16;
  }
  if (n > 0) m1 = f32x4.pmax(m1, v128.bitselect(v128.load(x), f32x4.splat(-Infinity), firstLanes(n)));
  return maxLanes(f32x4.pmax(f32x4.pmax(m0, m1), f32x4.pmax(m2, m3)));
}

/** y = exp((x − max) · scale); returns the sum. */
@inline
function powers(n: i32, y: usize, x: usize, max: f32, scale: f32): f32 {
  const top = f32x4.splat(max);
  const factor = f32x4.splat(scale);
  let sum = f32x4.splat(0);
  for (; n >= 4; n -= 4) {
    const power = expOfNegative(f32x4.mul(f32x4.sub(v128.load(x), top), factor));
    v128.store(y, power);
    sum = f32x4.add(sum, power);
    x += 16;
    y += 16;
  }
  if (n > 0) {
    const power = expOfNegative(f32x4.mul(f32x4.sub(v128.load(x), top), factor));
    storeFirst(y, power, n);
    sum = f32x4.add(sum, v128.and(power, firstLanes(n)));
  }
  return sumLanes(sum);
}

/** y *= factor. */
@inline
function multiply(n: i32, y: usize, factor: f32): void {
  const f = f32x4.splat(factor);
  for (; n >= 4; n -= 4) {
    v128.store(y, f32x4.mul(v128.load(y), f));
    y += 16;
  }
  if (n > 0) storeFirst(y, f32x4.mul(v128.load(y), f), n);
}

/** Whether one of n numbers, a stride apart, is NaN. */
function hasNaN(n: i32, x: usize, step: usize): bool {
  for (; n > 0; n--) {
    const value = load<f32>(x);
    if (value != value) return true;
    x += step;
  }
  return false;
}

/** See `Kernels.softmax`. */
export function softmax(yAt: i32, xAt: i32, outer: i32, n: i32, inner: i32, temperature: f32): i32 {
  const scale: f32 = 1 / temperature;
  let empty = -1;
  let y = address(yAt);
  let x = address(xAt);
  const block = <usize>(n * inner) << 2;
  if (inner == 1) {
    for (let row = 0; row < outer; row++) {
      const max = largest(n, x);
      if (max == -Infinity && empty < 0 && !hasNaN(n, x, 4)) empty = row;
      // The max of a row of NaN and −∞ alone is −∞: NaN comes out, as it should.
      multiply(n, y, 1 / powers(n, y, x, max, scale));
      x += block;
      y += block;
    }
    return empty;
  }
  for (let i = 0; i < outer; i++) {
    for (let column = 0; column < inner; column += 4) {
      const at = <usize>column << 2;
      const masked = acrossColumns(y + at, x + at, n, <usize>inner << 2, min(4, inner - column), scale);
      if (masked >= 0 && empty < 0) empty = i * inner + column + masked;
    }
    x += block;
    y += block;
  }
  return empty;
}

/** Softmax down four columns at once (`columns` of them are there); −1, or the first in which all is −∞. */
function acrossColumns(y: usize, x: usize, n: i32, step: usize, columns: i32, scale: f32): i32 {
  let max = f32x4.splat(-Infinity);
  let from = x;
  for (let j = 0; j < n; j++) {
    max = f32x4.pmax(max, v128.load(from));
    from += step;
  }
  let masked = i32x4.bitmask(f32x4.eq(max, f32x4.splat(-Infinity))) & ((1 << columns) - 1);
  let first = -1;
  while (masked != 0 && first < 0) {
    const column = ctz(masked);
    if (!hasNaN(n, x + (<usize>column << 2), step)) first = column;
    masked &= masked - 1;
  }
  const factor = f32x4.splat(scale);
  let sum = f32x4.splat(0);
  from = x;
  let to = y;
  for (let j = 0; j < n; j++) {
    const power = expOfNegative(f32x4.mul(f32x4.sub(v128.load(from), max), factor));
    sum = f32x4.add(sum, power);
    if (columns == 4) v128.store(to, power);
    else storeFirst(to, power, columns);
    from += step;
    to += step;
  }
  const inverse = f32x4.div(f32x4.splat(1), sum);
  to = y;
  for (let j = 0; j < n; j++) {
    const share = f32x4.mul(v128.load(to), inverse);
    if (columns == 4) v128.store(to, share);
    else storeFirst(to, share, columns);
    to += step;
  }
  return first;
}

/** See `Kernels.softmaxGradient`. */
export function softmaxGradient(
  gxAt: i32,
  gyAt: i32,
  yAt: i32,
  outer: i32,
  n: i32,
  inner: i32,
  temperature: f32,
): void {
  const scale: f32 = 1 / temperature;
  let gx = address(gxAt);
  let gy = address(gyAt);
  let y = address(yAt);
  const block = <usize>(n * inner) << 2;
  for (let i = 0; i < outer; i++) {
    if (inner == 1) gradientRow(gx, gy, y, n, scale);
    else {
      for (let column = 0; column < inner; column += 4) {
        const at = <usize>column << 2;
        gradientColumns(gx + at, gy + at, y + at, n, <usize>inner << 2, min(4, inner - column), scale);
      }
    }
    gx += block;
    gy += block;
    y += block;
  }
}

@inline
function gradientRow(gx: usize, gy: usize, y: usize, n: i32, scale: f32): void {
  const mean = f32x4.splat(dot(n, gy, y));
  const factor = f32x4.splat(scale);
  for (; n > 0; n -= 4) {
    const change = f32x4.mul(f32x4.mul(v128.load(y), f32x4.sub(v128.load(gy), mean)), factor);
    const sum = f32x4.add(v128.load(gx), change);
    if (n >= 4) v128.store(gx, sum);
    else storeFirst(gx, sum, n);
    gx += 16;
    gy += 16;
    y += 16;
  }
}

function gradientColumns(gx: usize, gy: usize, y: usize, n: i32, step: usize, columns: i32, scale: f32): void {
  let mean = f32x4.splat(0);
  let at: usize = 0;
  for (let j = 0; j < n; j++) {
    mean = f32x4.add(mean, f32x4.mul(v128.load(gy + at), v128.load(y + at)));
    at += step;
  }
  const factor = f32x4.splat(scale);
  at = 0;
  for (let j = 0; j < n; j++) {
    const change = f32x4.mul(f32x4.mul(v128.load(y + at), f32x4.sub(v128.load(gy + at), mean)), factor);
    const sum = f32x4.add(v128.load(gx + at), change);
    if (columns == 4) v128.store(gx + at, sum);
    else storeFirst(gx + at, sum, columns);
    at += step;
  }
}

/** See `Kernels.crossEntropy`. */
export function crossEntropy(nllAt: i32, pAt: i32, xAt: i32, targetsAt: i32, rows: i32, width: i32): void {
  let nll = address(nllAt);
  let p = address(pAt);
  let x = address(xAt);
  let targets = address(targetsAt);
  for (; rows > 0; rows--) {
    const max = largest(width, x);
    const logit = load<f32>(x + (<usize>(<i32>load<f32>(targets)) << 2));
    const sum = powers(width, p, x, max, 1);
    multiply(width, p, 1 / sum);
    store<f32>(nll, f32x4.extract_lane(log(f32x4.splat(sum)), 0) + (max - logit));
    nll += 4;
    targets += 4;
    p += <usize>width << 2;
    x += <usize>width << 2;
  }
}

/** See `Kernels.crossEntropyGradient`. */
export function crossEntropyGradient(gxAt: i32, gAt: i32, pAt: i32, targetsAt: i32, rows: i32, width: i32): void {
  let gx = address(gxAt);
  let g = address(gAt);
  let p = address(pAt);
  let targets = address(targetsAt);
  for (; rows > 0; rows--) {
    const factor = v128.load_splat<f32>(g);
    const target = <i32>load<f32>(targets);
    let place = i32x4.sub(i32x4(0, 1, 2, 3), i32x4.splat(target));
    for (let left = width; left > 0; left -= 4) {
      const hit = v128.and(i32x4.eq(place, i32x4.splat(0)), f32x4.splat(1));
      const sum = f32x4.add(v128.load(gx), f32x4.mul(factor, f32x4.sub(v128.load(p), hit)));
      const count = min(4, left);
      if (count == 4) v128.store(gx, sum);
      else storeFirst(gx, sum, count);
      place = i32x4.add(place, i32x4.splat(4));
      gx += <usize>count << 2;
      p += <usize>count << 2;
    }
    g += 4;
    targets += 4;
  }
}
