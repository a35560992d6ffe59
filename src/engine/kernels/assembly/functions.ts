/** @file Functions of one number over contiguous arrays: value and gradient of each, four numbers at a time. */
import * as floats from './floats';
import { address, storeFirst } from './memory';

/** y = f(x), where T gives f; T has no instances, only inlined methods. */
@inline
function map<T>(yAt: i32, xAt: i32, length: i32, constant: f32): void {
  const f = changetype<T>(0);
  const c = f32x4.splat(constant);
  let y = address(yAt);
  let x = address(xAt);
  for (; length >= 4; length -= 4) {
    v128.store(y, f.value(v128.load(x), c));
    x += 16;
    y += 16;
  }
  if (length > 0) storeFirst(y, f.value(v128.load(x), c), length);
}

/** gx += gy ∘ f′(x), where T gives f. */
@inline
function mapGradient<T>(gxAt: i32, gyAt: i32, xAt: i32, yAt: i32, length: i32, constant: f32): void {
  const f = changetype<T>(0);
  const c = f32x4.splat(constant);
  let gx = address(gxAt);
  let gy = address(gyAt);
  let x = address(xAt);
  let y = address(yAt);
  for (; length >= 4; length -= 4) {
    const slope = f.slope(v128.load(x), v128.load(y), c);
    v128.store(gx, f32x4.add(v128.load(gx), f32x4.mul(v128.load(gy), slope)));
    gx += 16;
    gy += 16;
    x += 16;
    y += 16;
  }
  if (length > 0) {
    const slope = f.slope(v128.load(x), v128.load(y), c);
    storeFirst(gx, f32x4.add(v128.load(gx), f32x4.mul(v128.load(gy), slope)), length);
  }
}

@unmanaged
class Exp {
  @inline value(x: v128, c: v128): v128 {
    return floats.exp(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return y;
  }
}
export function exp(y: i32, x: i32, length: i32, constant: f32): void {
  map<Exp>(y, x, length, constant);
}
export function expGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Exp>(gx, gy, x, y, length, constant);
}

@unmanaged
class Log {
  @inline value(x: v128, c: v128): v128 {
    return floats.log(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.div(f32x4.splat(1), x);
  }
}
export function log(y: i32, x: i32, length: i32, constant: f32): void {
  map<Log>(y, x, length, constant);
}
export function logGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Log>(gx, gy, x, y, length, constant);
}

@unmanaged
class Tanh {
  @inline value(x: v128, c: v128): v128 {
    return floats.tanh(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.mul(f32x4.sub(f32x4.splat(1), y), f32x4.add(f32x4.splat(1), y));
  }
}
export function tanh(y: i32, x: i32, length: i32, constant: f32): void {
  map<Tanh>(y, x, length, constant);
}
export function tanhGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Tanh>(gx, gy, x, y, length, constant);
}

@unmanaged
class Sigmoid {
  @inline value(x: v128, c: v128): v128 {
    return floats.sigmoid(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.mul(y, f32x4.sub(f32x4.splat(1), y));
  }
}
export function sigmoid(y: i32, x: i32, length: i32, constant: f32): void {
  map<Sigmoid>(y, x, length, constant);
}
export function sigmoidGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Sigmoid>(gx, gy, x, y, length, constant);
}

@unmanaged
class Relu {
  @inline value(x: v128, c: v128): v128 {
    return v128.andnot(x, f32x4.le(x, f32x4.splat(0)));
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return v128.and(f32x4.splat(1), f32x4.gt(x, f32x4.splat(0)));
  }
}
export function relu(y: i32, x: i32, length: i32, constant: f32): void {
  map<Relu>(y, x, length, constant);
}
export function reluGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Relu>(gx, gy, x, y, length, constant);
}

@unmanaged
class LeakyRelu {
  @inline value(x: v128, c: v128): v128 {
    return v128.bitselect(x, f32x4.mul(c, x), f32x4.gt(x, f32x4.splat(0)));
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return v128.bitselect(f32x4.splat(1), c, f32x4.gt(x, f32x4.splat(0)));
  }
}
export function leakyRelu(y: i32, x: i32, length: i32, constant: f32): void {
  map<LeakyRelu>(y, x, length, constant);
}
export function leakyReluGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<LeakyRelu>(gx, gy, x, y, length, constant);
}

@unmanaged
class Elu {
  @inline value(x: v128, c: v128): v128 {
    return v128.bitselect(x, floats.expm1OfNegative(f32x4.pmin(x, f32x4.splat(0))), f32x4.gt(x, f32x4.splat(0)));
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return floats.expOfNegative(f32x4.pmin(x, f32x4.splat(0)));
  }
}
export function elu(y: i32, x: i32, length: i32, constant: f32): void {
  map<Elu>(y, x, length, constant);
}
export function eluGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Elu>(gx, gy, x, y, length, constant);
}

@unmanaged
class Gelu {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.mul(f32x4.pmax(x, f32x4.splat(-14.5)), floats.normalBelow(x));
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return floats.geluSlope(x);
  }
}
export function gelu(y: i32, x: i32, length: i32, constant: f32): void {
  map<Gelu>(y, x, length, constant);
}
export function geluGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Gelu>(gx, gy, x, y, length, constant);
}

@unmanaged
class Square {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.mul(x, x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.add(x, x);
  }
}
export function square(y: i32, x: i32, length: i32, constant: f32): void {
  map<Square>(y, x, length, constant);
}
export function squareGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Square>(gx, gy, x, y, length, constant);
}

@unmanaged
class Sqrt {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.sqrt(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.div(f32x4.splat(0.5), y);
  }
}
export function sqrt(y: i32, x: i32, length: i32, constant: f32): void {
  map<Sqrt>(y, x, length, constant);
}
export function sqrtGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Sqrt>(gx, gy, x, y, length, constant);
}

@unmanaged
class Reciprocal {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.div(f32x4.splat(1), x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.neg(f32x4.mul(y, y));
  }
}
export function reciprocal(y: i32, x: i32, length: i32, constant: f32): void {
  map<Reciprocal>(y, x, length, constant);
}
export function reciprocalGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Reciprocal>(gx, gy, x, y, length, constant);
}

@unmanaged
class InverseSqrt {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(x, c)));
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.mul(f32x4.mul(f32x4.mul(y, y), y), f32x4.splat(-0.5));
  }
}
export function inverseSqrt(y: i32, x: i32, length: i32, constant: f32): void {
  map<InverseSqrt>(y, x, length, constant);
}
export function inverseSqrtGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<InverseSqrt>(gx, gy, x, y, length, constant);
}

@unmanaged
class AtLeast {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.pmax(x, c);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return v128.and(f32x4.splat(1), f32x4.gt(x, c));
  }
}
export function atLeast(y: i32, x: i32, length: i32, constant: f32): void {
  map<AtLeast>(y, x, length, constant);
}
export function atLeastGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<AtLeast>(gx, gy, x, y, length, constant);
}

@unmanaged
class Negate {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.neg(x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return f32x4.splat(-1);
  }
}
export function negate(y: i32, x: i32, length: i32, constant: f32): void {
  map<Negate>(y, x, length, constant);
}
export function negateGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Negate>(gx, gy, x, y, length, constant);
}

@unmanaged
class Scale {
  @inline value(x: v128, c: v128): v128 {
    return f32x4.mul(c, x);
  }
  @inline slope(x: v128, y: v128, c: v128): v128 {
    return c;
  }
}
export function scale(y: i32, x: i32, length: i32, constant: f32): void {
  map<Scale>(y, x, length, constant);
}
export function scaleGradient(gx: i32, gy: i32, x: i32, y: i32, length: i32, constant: f32): void {
  mapGradient<Scale>(gx, gy, x, y, length, constant);
}
