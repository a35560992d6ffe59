/** @file Layer norm with its gradient. */
import { dot } from './gemmThin';
import { address, firstLanes, storeFirst, sumLanes } from './memory';

/** See `Kernels.layerNorm`. */
export function layerNorm(normalisedAt: i32, inverseAt: i32, xAt: i32, rows: i32, width: i32, eps: f32): void {
  let to = address(normalisedAt);
  let inverse = address(inverseAt);
  let x = address(xAt);
  const bytes = <usize>width << 2;
  const rest = width & 3;
  const full = <usize>(width - rest) << 2;
  const mask = firstLanes(rest);
  for (; rows > 0; rows--) {
    let sums = f32x4.splat(0);
    for (let i: usize = 0; i < full; i += 16) sums = f32x4.add(sums, v128.load(x + i));
    if (rest > 0) sums = f32x4.add(sums, v128.and(mask, v128.load(x + full)));
    const mean = f32x4.splat(sumLanes(sums) / <f32>width);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < full; i += 16) {
      const centred = f32x4.sub(v128.load(x + i), mean);
      squares = f32x4.add(squares, f32x4.mul(centred, centred));
    }
    if (rest > 0) {
      const centred = v128.and(mask, f32x4.sub(v128.load(x + full), mean));
      squares = f32x4.add(squares, f32x4.mul(centred, centred));
    }
    const scale: f32 = 1 / sqrt<f32>(sumLanes(squares) / <f32>width + eps);
    store<f32>(inverse, scale);
    const factor = f32x4.splat(scale);
    for (let i: usize = 0; i < full; i += 16) {
      v128.store(to + i, f32x4.mul(f32x4.sub(v128.load(x + i), mean), factor));
    }
    if (rest > 0) storeFirst(to + full, f32x4.mul(f32x4.sub(v128.load(x + full), mean), factor), rest);
    x += bytes;
    to += bytes;
    inverse += 4;
  }
}

/** See `Kernels.layerNormGradient`. */
export function layerNormGradient(
  gxAt: i32,
  gAt: i32,
  normalisedAt: i32,
  inverseAt: i32,
  rows: i32,
  width: i32,
): void {
  let gx = address(gxAt);
  let g = address(gAt);
  let normalised = address(normalisedAt);
  let inverse = address(inverseAt);
  const bytes = <usize>width << 2;
  const rest = width & 3;
  const full = <usize>(width - rest) << 2;
  for (; rows > 0; rows--) {
    let sums = f32x4.splat(0);
    for (let i: usize = 0; i < full; i += 16) sums = f32x4.add(sums, v128.load(g + i));
    if (rest > 0) sums = f32x4.add(sums, v128.and(firstLanes(rest), v128.load(g + full)));
    const mean = f32x4.splat(sumLanes(sums) / <f32>width);
    const slope = f32x4.splat(dot(width, g, normalised) / <f32>width);
    const factor = v128.load_splat<f32>(inverse);
    for (let i: usize = 0; i < bytes; i += 16) {
      const pulled = f32x4.sub(f32x4.sub(v128.load(g + i), mean), f32x4.mul(v128.load(normalised + i), slope));
      const sum = f32x4.add(v128.load(gx + i), f32x4.mul(factor, pulled));
      if (i < full) v128.store(gx + i, sum);
      else storeFirst(gx + i, sum, rest);
    }
    gx += bytes;
    g += bytes;
    normalised += bytes;
    inverse += 4;
  }
}
