/** @file The GRU's gates and state, fused, with their gradients. */
import { sigmoid, tanh } from './floats';
import { address, storeFirst } from './memory';

/** Stores a whole vector, or the first numbers of the last one. */
@inline
function put(at: usize, value: v128, left: i32): void {
  if (left >= 4) v128.store(at, value);
  else storeFirst(at, value, left);
}

/** See `Kernels.gruGates`. */
export function gruGates(zAt: i32, rAt: i32, resetAt: i32, zInAt: i32, rInAt: i32, hAt: i32, length: i32): void {
  const z = address(zAt);
  const r = address(rAt);
  const reset = address(resetAt);
  const zIn = address(zInAt);
  const rIn = address(rInAt);
  const h = address(hAt);
  for (let i: usize = 0; length > 0; length -= 4) {
    const gate = sigmoid(v128.load(rIn + i));
    put(z + i, sigmoid(v128.load(zIn + i)), length);
    put(r + i, gate, length);
    put(reset + i, f32x4.mul(gate, v128.load(h + i)), length);
    i += 16;
  }
}

/** See `Kernels.gruNext`. */
export function gruNext(
  nextAt: i32,
  candidateAt: i32,
  cInAt: i32,
  zAt: i32,
  hAt: i32,
  length: i32,
  keep: bool,
): void {
  const next = address(nextAt);
  const candidate = address(candidateAt);
  const cIn = address(cInAt);
  const z = address(zAt);
  const h = address(hAt);
  for (let i: usize = 0; length > 0; length -= 4) {
    const fresh = tanh(v128.load(cIn + i));
    const gate = v128.load(z + i);
    const other = f32x4.sub(f32x4.splat(1), gate);
    const kept = f32x4.mul(keep ? gate : other, v128.load(h + i));
    put(candidate + i, fresh, length);
    put(next + i, f32x4.add(kept, f32x4.mul(keep ? other : gate, fresh)), length);
    i += 16;
  }
}

/** See `Kernels.gruNextGradient`. */
export function gruNextGradient(
  gCAt: i32,
  gZAt: i32,
  gHAt: i32,
  gNextAt: i32,
  candidateAt: i32,
  zAt: i32,
  hAt: i32,
  length: i32,
  keep: bool,
): void {
  const gC = address(gCAt);
  const gZ = address(gZAt);
  const gH = address(gHAt);
  const gNext = address(gNextAt);
  const candidate = address(candidateAt);
  const z = address(zAt);
  const h = address(hAt);
  const one = f32x4.splat(1);
  for (let i: usize = 0; length > 0; length -= 4) {
    const g = v128.load(gNext + i);
    const c = v128.load(candidate + i);
    const gate = v128.load(z + i);
    const other = f32x4.sub(one, gate);
    const change = f32x4.sub(c, v128.load(h + i));
    const slope = f32x4.sub(one, f32x4.mul(c, c));
    const gateSlope = f32x4.mul(gate, other);
    put(gC + i, f32x4.mul(f32x4.mul(g, keep ? other : gate), slope), length);
    put(gZ + i, f32x4.mul(f32x4.mul(g, keep ? f32x4.neg(change) : change), gateSlope), length);
    put(gH + i, f32x4.add(v128.load(gH + i), f32x4.mul(g, keep ? gate : other)), length);
    i += 16;
  }
}

/** See `Kernels.gruResetGradient`. */
export function gruResetGradient(gRAt: i32, gHAt: i32, gResetAt: i32, rAt: i32, hAt: i32, length: i32): void {
  const gR = address(gRAt);
  const gH = address(gHAt);
  const gReset = address(gResetAt);
  const r = address(rAt);
  const h = address(hAt);
  for (let i: usize = 0; length > 0; length -= 4) {
    const g = v128.load(gReset + i);
    const gate = v128.load(r + i);
    const slope = f32x4.mul(gate, f32x4.sub(f32x4.splat(1), gate));
    put(gR + i, f32x4.mul(f32x4.mul(g, v128.load(h + i)), slope), length);
    put(gH + i, f32x4.add(v128.load(gH + i), f32x4.mul(g, gate)), length);
    i += 16;
  }
}
