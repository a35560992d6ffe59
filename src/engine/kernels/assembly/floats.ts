/** @file Exponential, logarithm and their kin for four float32 at a time, as polynomials: no function a browser rounds its own way. */

// ln 2 in two parts; the first has 9 significant bits, so that its product with a small whole number is exact (Cody, Waite 1980).
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;
const LOG2_E: f32 = 1.44269504;
/** 1.5 · 2²³: adding it rounds to a whole number, left in the low bits. */
const ROUNDER: f32 = 12582912;
/** The same plus float32's exponent bias. */
const BIASED_ROUNDER: f32 = 12583039;

/** exp(r) − 1 for |r| ≤ ln 2 / 2: r + r²·P(r), minimax, relative error of exp 3e-9. */
@inline
function expm1Near(r: v128): v128 {
  let p = f32x4.add(f32x4.mul(r, f32x4.splat(0.00138145813)), f32x4.splat(0.00836872961));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.041668389));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.166665211));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.49999994));
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

/** x − n · ln 2. */
@inline
function withoutPower(x: v128, n: v128): v128 {
  const rest = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  return f32x4.sub(rest, f32x4.mul(n, f32x4.splat(LN2_LOW)));
}

/**
 * exp(x) for x up to 88.3, beyond which it is ∞. Results under 2⁻¹²⁶ are 0. NaN stays NaN.
 * The power 2ⁿ is made by shifting n + 127 into the exponent: n = −127 gives exactly 0, n = 128 gives ∞.
 */
@inline
export function expFlush(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-88)), f32x4.splat(88.9));
  const t = f32x4.add(f32x4.mul(inside, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(inside, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(near, i32x4.shl(t, 23));
}

/** The same for x ≤ 0 (or NaN), as in a softmax. */
@inline
export function expOfNegative(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-88));
  const t = f32x4.add(f32x4.mul(inside, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(inside, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(near, i32x4.shl(t, 23));
}

/** exp(x) over float32's whole range, subnormal results included: the power is multiplied in two halves. */
@inline
export function exp(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-104)), f32x4.splat(89));
  const t = f32x4.add(f32x4.mul(inside, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER));
  const r = withoutPower(inside, f32x4.sub(t, f32x4.splat(ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  const n = i32x4.sub(t, i32x4.splat(0x4b400000));
  const half = i32x4.shr_s(n, 1);
  const bias = i32x4.splat(127);
  const first = i32x4.shl(i32x4.add(half, bias), 23);
  const second = i32x4.shl(i32x4.add(i32x4.sub(n, half), bias), 23);
  return f32x4.mul(f32x4.mul(near, first), second);
}

/** exp(x) − 1, accurate near 0 too; for x ≤ 88. */
@inline
export function expm1(x: v128): v128 {
  const inside = f32x4.pmax(x, f32x4.splat(-88));
  const t = f32x4.add(f32x4.mul(inside, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(inside, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const power = i32x4.shl(t, 23);
  return f32x4.add(f32x4.mul(expm1Near(r), power), f32x4.sub(power, f32x4.splat(1)));
}

/** 1 / (1 + exp(−x)); exactly 1/2 at 0, 0 and 1 far out. */
@inline
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, expFlush(f32x4.neg(x))));
}

/** tanh(x), odd to the last bit; polynomial below 0.625 (Cephes, S. Moshier), else 1 − 2 / (exp(2|x|) + 1). */
@inline
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  // Past 10 the result is 1 anyway; the bound keeps exp from overflowing. The order of pmin lets NaN through.
  const power = expOfAny(f32x4.mul(two, f32x4.pmin(size, f32x4.splat(10))));
  const far = f32x4.sub(one, f32x4.div(two, f32x4.add(power, one)));
  const signed = v128.or(far, v128.and(x, f32x4.splat(-0.0)));
  const z = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(z, f32x4.splat(-5.70498872745e-3)), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  return v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(0.625)));
}

/** exp(x) without bounds, for |x| < 88. */
@inline
function expOfAny(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(BIASED_ROUNDER));
  const r = withoutPower(x, f32x4.sub(t, f32x4.splat(BIASED_ROUNDER)));
  const near = f32x4.add(expm1Near(r), f32x4.splat(1));
  return f32x4.mul(near, i32x4.shl(t, 23));
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
 * The share of a standard normal distribution below x. With z = |x| / √2: erfc(z) = exp(−z²) · t·Q(t), t = 1 / (1 + z/2),
 * Q minimax on [0, 10.5], relative error 4e-8; z² is kept in two parts so that the tail stays accurate.
 */
@inline
export function normalBelow(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.pmin(f32x4.abs(x), f32x4.splat(14.5));
  const z = f32x4.mul(size, f32x4.splat(0.707106781186547524));
  const t = f32x4.div(one, f32x4.add(one, f32x4.mul(z, f32x4.splat(0.5))));
  let q = f32x4.add(f32x4.mul(t, f32x4.splat(-0.05919322)), f32x4.splat(0.285182327));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(-0.488459945));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.279511631));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(-0.0276228823));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.203109741));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.242996648));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.282390058));
  q = f32x4.add(f32x4.mul(q, t), f32x4.splat(0.282085568));
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
