/** @file The functions of one number that kernels map over arrays: value and derivative side by side, in float64. */
import type { FunctionName } from './kernels.ts';

/** One function: its value at x, and its derivative at x given that y is the value there. */
export interface ScalarFunction {
  readonly value: (x: number, constant: number) => number;
  readonly derivative: (x: number, y: number, constant: number) => number;
}

const ONE_OVER_ROOT_2PI = 0.3989422804014327;

/** A polynomial by Horner's rule, coefficients from the constant term up. */
function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + (coefficients[i] as number);
  return sum;
}

// Rational approximations of erf and erfc from Sun's fdlibm, s_erf.c (1993), error below 1 ulp:
// |x| < 0.84375: erf = x + x·P/Q(x²); < 1.25: erf = 0.845… + P/Q(|x| − 1); beyond: erfc = exp(−x² − 0.5625 + R/S(1/x²)) / x.
const NEAR_P = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5,
];
const NEAR_Q = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.9602282787753681232e-6,
];
const ERF_ONE = 8.45062911510467529297e-1;
const MIDDLE_P = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.166375594868790843e-3,
];
const MIDDLE_Q = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
];
const FAR_R = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1,
  -9.81432934416914548592,
];
const FAR_S = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
  4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
];
const FARTHER_R = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2,
];
const FARTHER_S = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
  2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
];

/** erfc(x) for x ≥ 1.25. */
function erfcFar(x: number): number {
  if (x > 28) return 0;
  const s = 1 / (x * x);
  const near = x < 1 / 0.35;
  const ratio = polynomial(s, near ? FAR_R : FARTHER_R) / polynomial(s, near ? FAR_S : FARTHER_S);
  const z = Math.fround(x); // z² is exact in float64, so the large exponent loses nothing
  return (Math.exp(-z * z - 0.5625) * Math.exp((z - x) * (z + x) + ratio)) / x;
}

/** The error function 2/√π ∫₀ˣ exp(−t²) dt, any x, within 1e-15. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) return x + x * (polynomial(x * x, NEAR_P) / polynomial(x * x, NEAR_Q));
  const s = size - 1;
  const value = size < 1.25 ? ERF_ONE + polynomial(s, MIDDLE_P) / polynomial(s, MIDDLE_Q) : 1 - erfcFar(size);
  return x < 0 ? -value : value;
}

/** The complement 1 − erf(x), accurate in its tail too (relative error about 1e-15 until it underflows). */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x >= 1.25) return erfcFar(x);
  if (x >= 0.84375) {
    const s = x - 1;
    return 1 - ERF_ONE - polynomial(s, MIDDLE_P) / polynomial(s, MIDDLE_Q);
  }
  return x > 0.25 ? 0.5 - (erf(x) - 0.5) : 1 - erf(x);
}

/** The share of a standard normal distribution below x. */
function normalBelow(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

function gelu(x: number): number {
  // Far out the limits are x and −0; the product would be ∞ · 0.
  if (x < -40) return -0;
  return x * normalBelow(x);
}

function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/**
 * Every function by name. At a kink the derivative is the one from the left (0 for relu and atLeast, the slope for
 * leakyRelu). elu has α = 1 (Clevert 2015); gelu is x · Φ(x), exact (Hendrycks, Gimpel 2016).
 */
export const functions: Readonly<Record<FunctionName, ScalarFunction>> = {
  exp: { value: (x) => Math.exp(x), derivative: (_x, y) => y },
  log: { value: (x) => Math.log(x), derivative: (x) => 1 / x },
  tanh: { value: (x) => Math.tanh(x), derivative: (_x, y) => (1 - y) * (1 + y) },
  sigmoid: { value: sigmoid, derivative: (_x, y) => y * (1 - y) },
  relu: { value: (x) => (x <= 0 ? 0 : x), derivative: (x) => (x > 0 ? 1 : 0) },
  leakyRelu: {
    value: (x, slope) => (x > 0 ? x : slope * x),
    derivative: (x, _y, slope) => (x > 0 ? 1 : slope),
  },
  elu: { value: (x) => (x > 0 ? x : Math.expm1(x)), derivative: (x) => (x > 0 ? 1 : Math.exp(x)) },
  gelu: {
    value: gelu,
    // d/dx x·Φ(x) = Φ(x) + x·φ(x)
    derivative: (x) =>
      Math.abs(x) > 40 ? (x > 0 ? 1 : 0) : normalBelow(x) + x * ONE_OVER_ROOT_2PI * Math.exp(-0.5 * x * x),
  },
  square: { value: (x) => x * x, derivative: (x) => 2 * x },
  sqrt: { value: (x) => Math.sqrt(x), derivative: (_x, y) => 0.5 / y },
  reciprocal: { value: (x) => 1 / x, derivative: (_x, y) => -y * y },
  inverseSqrt: {
    value: (x, eps) => 1 / Math.sqrt(x + eps),
    derivative: (_x, y) => -0.5 * y * y * y,
  },
  atLeast: {
    value: (x, least) => (x <= least ? least : x),
    derivative: (x, _y, least) => (x > least ? 1 : 0),
  },
  negate: { value: (x) => -x, derivative: () => -1 },
  scale: { value: (x, factor) => factor * x, derivative: (_x, _y, factor) => factor },
  sin: { value: (x) => Math.sin(x), derivative: (x) => Math.cos(x) },
  cos: { value: (x) => Math.cos(x), derivative: (x) => -Math.sin(x) },
};

/** f(x); `constant` is the function's constant (see `FunctionName`), ignored by those that have none. */
export function evaluate(f: FunctionName, x: number, constant: number): number {
  return functions[f].value(x, constant);
}

/** f′(x), given y = f(x). */
export function derivative(f: FunctionName, x: number, y: number, constant: number): number {
  return functions[f].derivative(x, y, constant);
}
