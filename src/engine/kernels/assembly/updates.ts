/** @file Rows of tables by number, sums of squares, and Adam. */
import { address, firstLanes, storeFirst } from './memory';

/** See `Kernels.gather`. */
export function gather(dAt: i32, tableAt: i32, idsAt: i32, count: i32, width: i32): void {
  let d = address(dAt);
  const table = address(tableAt);
  let ids = address(idsAt);
  for (; count > 0; count--) {
    let from = table + (<usize>(<i32>load<f32>(ids) * width) << 2);
    for (let left = width; left > 0; left -= 4) {
      const step = <usize>min(4, left) << 2;
      if (step == 16) v128.store(d, v128.load(from));
      else storeFirst(d, v128.load(from), left);
      d += step;
      from += step;
    }
    ids += 4;
  }
}

/** See `Kernels.scatterAdd`. */
export function scatterAdd(gTableAt: i32, gAt: i32, idsAt: i32, count: i32, width: i32): void {
  const table = address(gTableAt);
  let g = address(gAt);
  let ids = address(idsAt);
  for (; count > 0; count--) {
    let to = table + (<usize>(<i32>load<f32>(ids) * width) << 2);
    for (let left = width; left > 0; left -= 4) {
      const step = <usize>min(4, left) << 2;
      const sum = f32x4.add(v128.load(to), v128.load(g));
      if (step == 16) v128.store(to, sum);
      else storeFirst(to, sum, left);
      to += step;
      g += step;
    }
    ids += 4;
  }
}

/** See `Kernels.sumOfSquares`: added up in float64, two lanes of two. */
export function sumOfSquares(xAt: i32, length: i32): f64 {
  let x = address(xAt);
  let low = f64x2.splat(0);
  let high = low;
  for (; length > 0; length -= 4) {
    let value = v128.load(x);
    if (length < 4) value = v128.and(value, firstLanes(length));
    const first = f64x2.promote_low_f32x4(value);
    const second = f64x2.promote_low_f32x4(v128.shuffle<i64>(value, value, 1, 1));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
    x += 16;
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** See `Kernels.adam`; the factors of the two corrections are passed as what they multiply by. */
export function adam(
  parameterAt: i32,
  gradientAt: i32,
  mAt: i32,
  vAt: i32,
  length: i32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  stepSize: f32,
  inverseCorrection2: f32,
  eps: f32,
  gradientFactor: f32,
): void {
  const parameter = address(parameterAt);
  const gradient = address(gradientAt);
  const m = address(mAt);
  const v = address(vAt);
  for (let i: usize = 0; length > 0; length -= 4) {
    const g = f32x4.mul(v128.load(gradient + i), f32x4.splat(gradientFactor));
    const old1 = f32x4.mul(v128.load(m + i), f32x4.splat(beta1));
    const old2 = f32x4.mul(v128.load(v + i), f32x4.splat(beta2));
    const first = f32x4.add(old1, f32x4.mul(g, f32x4.splat(rest1)));
    const second = f32x4.add(old2, f32x4.mul(f32x4.mul(g, g), f32x4.splat(rest2)));
    const root = f32x4.sqrt(f32x4.mul(second, f32x4.splat(inverseCorrection2)));
    const step = f32x4.div(f32x4.mul(first, f32x4.splat(stepSize)), f32x4.add(root, f32x4.splat(eps)));
    const next = f32x4.sub(v128.load(parameter + i), step);
    if (length >= 4) {
      v128.store(m + i, first);
      v128.store(v + i, second);
      v128.store(parameter + i, next);
    } else {
      storeFirst(m + i, first, length);
      storeFirst(v + i, second, length);
      storeFirst(parameter + i, next, length);
    }
    i += 16;
  }
}
