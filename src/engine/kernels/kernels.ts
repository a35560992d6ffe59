/** @file The one interface between ops and the machine: strided array arithmetic over a flat heap of numbers. */

/** Functions of one number that a kernel can map over an array; `functions.ts` gives their values in float64. */
export type FunctionName =
  | 'exp'
  | 'log'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'leakyRelu' /* constants: [slope] */
  | 'elu'
  | 'gelu' /* exact, by erf */
  | 'square'
  | 'sqrt'
  | 'reciprocal'
  | 'inverseSqrt' /* 1 / √(x + constants[0]) */
  | 'atLeast' /* max(x, constants[0]) */
  | 'negate'
  | 'scale' /* constants[0] · x */
  | 'sin'
  | 'cos';

/** One side of a strided loop: an element offset in the heap and a stride (in elements, may be 0) a loop level. */
export interface Strided {
  readonly at: number;
  readonly strides: readonly [number, number, number, number];
}

/** The sizes of a loop nest, outermost first; unused levels are 1. */
export type Sizes = readonly [number, number, number, number];

/** C[m,n] (+)= Σ_k A[m,k] · B[k,n], repeated `batch` times. Strides are in elements and may be anything, 0 included. */
export interface Gemm {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: number;
  readonly aRow: number;
  readonly aColumn: number;
  readonly b: number;
  readonly bRow: number;
  readonly bColumn: number;
  readonly c: number;
  readonly cRow: number;
  readonly cColumn: number;
  readonly batch: number;
  readonly aBatch: number;
  readonly bBatch: number;
  readonly cBatch: number;
  /** true: add to C; false: overwrite it. */
  readonly accumulate: boolean;
}

/** An array seen as [outer, n, inner], contiguous: the normalised axis is the middle one. */
export interface Rows {
  readonly outer: number;
  readonly n: number;
  readonly inner: number;
}

/**
 * What a machine offers to ops. All positions are element offsets in `heap`; all arrays are contiguous unless a stride says otherwise.
 * Sources and destinations do not overlap, except where a function says that they may be the same.
 */
export interface Kernels {
  readonly precision: 'float64' | 'float32';
  /** The whole memory. Read it anew after `reserve`: growing may replace it. */
  readonly heap: Float64Array | Float32Array;
  /** How often an op used a path that this kernel has no fast code for (0 for the plain one). */
  readonly fallbacks: ReadonlyMap<string, number>;
  /** Makes room for at least `elements` numbers; keeps what is there. */
  reserve(elements: number): void;
  /** Notes that an op computed in TypeScript over `heap` since this kernel has no code for it. */
  fallback(what: string): void;

  fill(at: number, length: number, value: number): void;
  /** Matrix products. */
  gemm(call: Gemm): void;
  /** d (+)= factor · a ∘ b over a loop nest; b may be null (then d (+)= factor · a). A stride of 0 in d sums over that level (with accumulate). */
  multiplyAdd(
    sizes: Sizes,
    d: Strided,
    a: Strided,
    b: Strided | null,
    factor: number,
    accumulate: boolean,
  ): void;
  /** y = f(x) for `length` contiguous numbers; y may be x. */
  map(f: FunctionName, y: number, x: number, length: number, constant: number): void;
  /** gx += gy ∘ f′(x), given y = f(x). */
  mapGradient(
    f: FunctionName,
    gx: number,
    gy: number,
    x: number,
    y: number,
    length: number,
    constant: number,
  ): void;
  /**
   * y = softmax(x / temperature) along the middle axis; an x of −∞ gets exactly 0; y may be x.
   * Returns −1, or the first row (outer · inner + inner index) in which every x is −∞ (y is then unspecified there).
   */
  softmax(y: number, x: number, rows: Rows, temperature: number): number;
  /** gx += y ∘ (gy − Σ gy ∘ y) / temperature along the middle axis. */
  softmaxGradient(gx: number, gy: number, y: number, rows: Rows, temperature: number): void;
  /** For each of `count` ids (numbers in the heap at `ids`): copies row ids[r] of the table (rows of `width`) to row r of d. */
  gather(d: number, table: number, ids: number, count: number, width: number): void;
  /** gTable[ids[r]] += g[r]. */
  scatterAdd(gTable: number, g: number, ids: number, count: number, width: number): void;
  /**
   * The GRU's gates after their products, `length` cells each (Bahdanau 2015, appendix A).
   * In: zIn, rIn pre-activations. Out: z = σ(zIn), r = σ(rIn), reset = r ∘ h. z may be zIn, r may be rIn.
   */
  gruGates(z: number, r: number, reset: number, zIn: number, rIn: number, h: number, length: number): void;
  /** candidate = tanh(cIn); next = (1 − z) ∘ h + z ∘ candidate, or with keep: z ∘ h + (1 − z) ∘ candidate. candidate may be cIn. */
  gruNext(
    next: number,
    candidate: number,
    cIn: number,
    z: number,
    h: number,
    length: number,
    keep: boolean,
  ): void;
  /** Backward of gruNext: from gNext: gC (pre-activation of candidate) = …, gZ (pre-activation of z) = … (both overwritten), gH += … . */
  gruNextGradient(
    gC: number,
    gZ: number,
    gH: number,
    gNext: number,
    candidate: number,
    z: number,
    h: number,
    length: number,
    keep: boolean,
  ): void;
  /** Backward of reset = r ∘ h: gR (pre-activation of r) = gReset ∘ h ∘ r(1 − r) (overwritten), gH += gReset ∘ r. */
  gruResetGradient(gR: number, gH: number, gReset: number, r: number, h: number, length: number): void;
  /**
   * Per row r of [rows, width] logits: p = softmax(x), nll[r] = −log p[target[r]], by log-sum-exp.
   * `targets` are numbers in the heap. p may be x.
   */
  crossEntropy(nll: number, p: number, x: number, targets: number, rows: number, width: number): void;
  /** gx[r] += g[r] · (p[r] − onehot(target[r])). */
  crossEntropyGradient(gx: number, g: number, p: number, targets: number, rows: number, width: number): void;
  /** Layer norm of [rows, width] (var divided by width): normalised = (x − mean) · inverse, inverse = 1/√(var + eps) one a row. */
  layerNorm(normalised: number, inverse: number, x: number, rows: number, width: number, eps: number): void;
  /** gx += inverse · (g − mean(g) − normalised · mean(g ∘ normalised)). */
  layerNormGradient(
    gx: number,
    g: number,
    normalised: number,
    inverse: number,
    rows: number,
    width: number,
  ): void;
  /** Σ x² over `length` numbers, added up in float64. */
  sumOfSquares(x: number, length: number): number;
  /**
   * Adam (Kingma, Ba 2015), in place: m = β1 m + (1 − β1) s g; v = β2 v + (1 − β2) (s g)²;
   * parameter −= rate · (m / correction1) / (√(v / correction2) + eps), with s a factor on the gradient (clipping).
   */
  adam(call: Adam): void;
}

/** One Adam update of `length` parameters; see `Kernels.adam`. */
export interface Adam {
  readonly parameter: number;
  readonly gradient: number;
  readonly m: number;
  readonly v: number;
  readonly length: number;
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  /** 1 − β1^step and 1 − β2^step. */
  readonly correction1: number;
  readonly correction2: number;
  readonly eps: number;
  readonly gradientFactor: number;
}
