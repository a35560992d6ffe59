/** @file Exponential, logarithm and their kin for four float32 at a time, as polynomials: no function a browser rounds its own way. */

// ln 2 in two parts; the first has 9 significant bits, so that its product with a small whole number is exact (Cody, Waite 1980).
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;
const LOG2_E: f32 = 1.44269504;
/** 1.5 · 2²³ + 127: adding it leaves the nearest whole number, plus float32's exponent bias, in the low bits. */
const BIASED_ROUNDER: f32 = 12583039;
/** The same, less one. */
const HALVING_ROUNDER: f32 = 12583038;

/** exp(r) − 1 for |r| ≤ ln 2 / 2: r + r²·P(r), minimax, relative error of exp 3e-9. */
@inline
function expm1Near(r: v128): v128 {
  // Estrin's order: as many operations as Horner's rule, but fewer that wait for one another.
  const square = f32x4.mul(r, r);
  const low = f32x4.add(f32x4.mul(r, f32x4.splat(0.166665211)), f32x4.splat(0.49999994));
  const middle = f32x4.add(f32x4.mul(r, f32x4.splat(0.00836872961)), f32x4.splat(0.041668389));
  const high = f32x4.add(f32x4.mul(square, f32x4.splat(0.00138145813)), middle);
  const p = f32x4.add(f32x4.mul(square, high), low);
  return f32x4.add(f32x4.mul(p, square), r);
}

/** x − n · ln 2. */
@inline
function withoutPower(x: v128, n: v128): v128 {
  const rest = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  return f32x4.sub(rest, f32x4.mul(n, f32x4.splat(LN2_LOW)));
}

/**
 * exp(x) for −88 ≤ x < 89. The power 2ⁿ is made by shifting n + 127 into the exponent: n = −127 (results under 2⁻¹²⁶) gives
 * exactly 0, n = 128 (x over 88.38) gives ∞.
 */
@inline
function expInside(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(x, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(near, i32x4.shl(t, 23));
}

/** exp(x) with nothing between 0 and 2⁻¹²⁶, and ∞ from 88.38 on. NaN stays NaN (by the order of pmin's and pmax's arguments). */
@inline
export function expFlush(x: v128): v128 {
  return expInside(f32x4.pmin(f32x4.pmax(x, f32x4.splat(-88)), f32x4.splat(88.9)));
}

/** The same for x ≤ 0 (or NaN), as in a softmax. */
@inline
export function expOfNegative(x: v128): v128 {
  return expInside(f32x4.pmax(x, f32x4.splat(-88)));
}

/**
 * exp(x) up to float32's largest number, ∞ beyond; what is under 2^−125.5 becomes 0. The power is made half as large and
 * doubled at the end: 2¹²⁸ has no place in an exponent.
 */
@inline
export function exp(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87.5)), f32x4.splat(89));
  const t = f32x4.add(f32x4.mul(inside, f32x4.splat(LOG2_E)), f32x4.splat(HALVING_ROUNDER));
  const r = withoutPower(inside, f32x4.sub(t, f32x4.splat(HALVING_ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(f32x4.mul(near, i32x4.shl(t, 23)), f32x4.splat(2));
}

/** exp(x) − 1, accurate near 0 too; for −88 ≤ x < 88. */
@inline
function expm1Inside(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(x, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const power = i32x4.shl(t, 23);
  return f32x4.add(f32x4.mul(expm1Near(r), power), f32x4.sub(power, f32x4.splat(1)));
}

/** exp(x) − 1 for x ≤ 0 (or NaN). */
@inline
export function expm1OfNegative(x: v128): v128 {
  return expm1Inside(f32x4.pmax(x, f32x4.splat(-88)));
}

/** 1 / (1 + exp(−x)); exactly 1/2 at 0, 0 and 1 far out. */
@inline
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, expFlush(f32x4.neg(x))));
}

/** tanh(x) = e / (e + 2) with e = exp(2|x|) − 1, and x's sign: odd to the last bit, ±1 from 9.1 on. */
@inline
export function tanh(x: v128): v128 {
  // The bound keeps exp from overflowing; the order of pmin's arguments lets NaN through.
  const size = f32x4.pmin(f32x4.abs(x), f32x4.splat(10));
  const e = expm1Inside(f32x4.add(size, size));
  const positive = f32x4.div(e, f32x4.add(e, f32x4.splat(2)));
  return v128.or(positive, v128.and(x, f32x4.splat(-0.0)));
}

/** The natural logarithm (Cephes logf, S. Moshier): −∞ at 0, NaN below, subnormal arguments included. */
@inline
export function log(x: v128): v128 {
  const one = f32x4.splat(1);
  // A subnormal x is multiplied by 2²³ first.
  const tiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const normal = v128.bitselect(f32x4.mul(x, f32x4.splat(8388608)), x, tiny);
  let exponent = i32x4.sub(i32x4.shr_s(normal, 23), i32x4.splat(126));
  exponent = i32x4.sub(exponent, v128.and(tiny, i32x4.splat(23)));
  // The mantissa in [0.5, 1), then in [√½, √2).
  const mantissa = v128.or(v128.and(normal, i32x4.splat(0x007fffff)), f32x4.splat(0.5));
  const low = f32x4.lt(mantissa, f32x4.splat(0.707106781186547524));
  const e = f32x4.convert_i32x4_s(i32x4.add(exponent, low));
  const f = f32x4.sub(f32x4.add(mantissa, v128.and(mantissa, low)), one);
  const z = f32x4.mul(f, f);
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(7.0376836292e-2)), f32x4.splat(-1.1514610310e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.1676998740e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.2420140846e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-1.6668057665e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(-2.4999993993e-1));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(3.3333331174e-1));
  let y = f32x4.mul(f32x4.mul(p, f), z);
  y = f32x4.add(y, f32x4.mul(e, f32x4.splat(LN2_LOW)));
  y = f32x4.sub(y, f32x4.mul(z, f32x4.splat(0.5)));
  const inside = f32x4.add(f32x4.add(f, y), f32x4.mul(e, f32x4.splat(LN2_HIGH)));
  // Outside (0, ∞): ∞ and NaN are themselves, 0 gives −∞, what is below 0 gives NaN (0 / 0).
  const zero = f32x4.splat(0);
  const edge = v128.bitselect(f32x4.splat(-Infinity), f32x4.div(zero, zero), f32x4.eq(x, zero));
  const outside = v128.bitselect(edge, x, f32x4.le(x, zero));
  return v128.bitselect(inside, outside, v128.and(f32x4.gt(x, zero), f32x4.lt(x, f32x4.splat(Infinity))));
}

/**
 * The share of a standard normal distribution below x. With z = |x| / √2: erfc(z) = exp(−z²) · t·Q(t), t = 1 / (1 + 0.4 z),
 * Q minimax on [0, 10.5], relative error 7e-8; z² is kept in two parts so that the tail stays accurate.
 */
@inline
export function normalBelow(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.pmin(f32x4.abs(x), f32x4.splat(14.5));
  const z = f32x4.mul(size, f32x4.splat(0.707106781186547524));
  const t = f32x4.div(one, f32x4.add(one, f32x4.mul(z, f32x4.splat(0.4))));
  let q = f32x4.add(f32x4.mul(t, f32x4.splat(0.0421184525)), f32x4.splat(-0.144551128));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.0927822143));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.0778457448));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.0867849961));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.190383852));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.202660978));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.226334319));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.225640625));
  const tail = f32x4.mul(f32x4.mul(f32x4.mul(q, t), normalPower(size)), f32x4.splat(0.5));
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, f32x4.splat(0)));
}

/** exp(−x²/2), |x| ≤ 14.5, with the rounding of x² made good: x = high + low, high² exact. */
@inline
export function normalPower(x: v128): v128 {
  const half = f32x4.splat(0.5);
  const high = v128.and(x, i32x4.splat(0xfffff000));
  const low = f32x4.sub(x, high);
  const main = expFlush(f32x4.mul(f32x4.mul(high, high), f32x4.splat(-0.5)));
  const rest = f32x4.mul(f32x4.mul(f32x4.add(x, high), low), half);
  return f32x4.mul(main, f32x4.add(expm1Near(f32x4.neg(rest)), f32x4.splat(1)));
}

/** The slope of gelu(x) = x·Φ(x): Φ(x) + x·φ(x). */
@inline
export function geluSlope(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-14.5)), f32x4.splat(14.5));
  const density = f32x4.mul(normalPower(f32x4.abs(inside)), f32x4.splat(0.3989422804014327));
  return f32x4.add(normalBelow(x), f32x4.mul(inside, density));
}
