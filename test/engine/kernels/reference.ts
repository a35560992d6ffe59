/** @file What each kernel should do, as the shortest loops that say so, over a float64 copy of the heap. */
import type { Adam, Gemm, Sizes, Strided } from '../../../src/engine/kernels/kernels.ts';

type Numbers = Float64Array;
const read = (h: Numbers, at: number): number => h[at] as number;

export function gemm(h: Numbers, call: Gemm): void {
  for (let batch = 0; batch < call.batch; batch++) {
    for (let i = 0; i < call.m; i++) {
      for (let j = 0; j < call.n; j++) {
        let sum = 0;
        for (let t = 0; t < call.k; t++) {
          const a = read(h, call.a + batch * call.aBatch + i * call.aRow + t * call.aColumn);
          sum += a * read(h, call.b + batch * call.bBatch + t * call.bRow + j * call.bColumn);
        }
        const at = call.c + batch * call.cBatch + i * call.cRow + j * call.cColumn;
        h[at] = (call.accumulate ? read(h, at) : 0) + sum;
      }
    }
  }
}

export function multiplyAdd(
  h: Numbers,
  sizes: Sizes,
  d: Strided,
  a: Strided,
  b: Strided | null,
  factor: number,
  accumulate: boolean,
): void {
  const total = sizes[0] * sizes[1] * sizes[2] * sizes[3];
  for (let cell = 0; cell < total; cell++) {
    const place = [0, 0, 0, 0];
    let rest = cell;
    for (let level = 3; level >= 0; level--) {
      place[level] = rest % (sizes[level] as number);
      rest = Math.floor(rest / (sizes[level] as number));
    }
    const find = (side: Strided): number =>
      side.at + side.strides.reduce((sum, stride, level) => sum + stride * (place[level] as number), 0);
    const product = factor * read(h, find(a)) * (b === null ? 1 : read(h, find(b)));
    h[find(d)] = (accumulate ? read(h, find(d)) : 0) + product;
  }
}

/** The places of each row of [outer, n, inner]. */
function* rowsOf(at: number, outer: number, n: number, inner: number): Generator<number[]> {
  for (let i = 0; i < outer; i++) {
    for (let k = 0; k < inner; k++) yield Array.from({ length: n }, (_, j) => at + (i * n + j) * inner + k);
  }
}

const softmaxOf = (x: readonly number[], temperature: number): number[] => {
  const max = Math.max(...x);
  const powers = x.map((value) => Math.exp((value - max) / temperature));
  const sum = powers.reduce((left, right) => left + right, 0);
  return powers.map((power) => power / sum);
};

export function softmax(
  h: Numbers,
  y: number,
  x: number,
  [outer, n, inner]: readonly [number, number, number],
  temperature: number,
): number {
  let row = 0;
  let empty = -1;
  for (const places of rowsOf(0, outer, n, inner)) {
    const values = places.map((place) => read(h, x + place));
    if (values.every((value) => value === -Infinity)) {
      if (empty < 0) empty = row;
    } else {
      const shares = softmaxOf(values, temperature);
      for (const [j, place] of places.entries()) h[y + place] = shares[j] as number;
    }
    row++;
  }
  return empty;
}

export function softmaxGradient(
  h: Numbers,
  gx: number,
  gy: number,
  y: number,
  [outer, n, inner]: readonly [number, number, number],
  temperature: number,
): void {
  for (const places of rowsOf(0, outer, n, inner)) {
    // Through the whole Jacobian: ∂y_j/∂x_i = y_j (δ_ij − y_i) / T.
    for (const i of places) {
      for (const j of places) {
        const slope = (read(h, y + j) * ((i === j ? 1 : 0) - read(h, y + i))) / temperature;
        h[gx + i] = read(h, gx + i) + read(h, gy + j) * slope;
      }
    }
  }
}

export function gather(
  h: Numbers,
  d: number,
  table: number,
  ids: number,
  count: number,
  width: number,
): void {
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < width; i++) h[d + r * width + i] = read(h, table + read(h, ids + r) * width + i);
  }
}

export function scatterAdd(
  h: Numbers,
  gTable: number,
  g: number,
  ids: number,
  count: number,
  width: number,
): void {
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < width; i++) {
      const at = gTable + read(h, ids + r) * width + i;
      h[at] = read(h, at) + read(h, g + r * width + i);
    }
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function gruGates(
  h: Numbers,
  z: number,
  r: number,
  reset: number,
  zIn: number,
  rIn: number,
  state: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const gate = sigmoid(read(h, rIn + i));
    h[z + i] = sigmoid(read(h, zIn + i));
    h[r + i] = gate;
    h[reset + i] = gate * read(h, state + i);
  }
}

export function gruNext(
  h: Numbers,
  next: number,
  candidate: number,
  cIn: number,
  z: number,
  state: number,
  length: number,
  keep: boolean,
): void {
  for (let i = 0; i < length; i++) {
    const fresh = Math.tanh(read(h, cIn + i));
    const share = keep ? read(h, z + i) : 1 - read(h, z + i);
    h[candidate + i] = fresh;
    h[next + i] = share * read(h, state + i) + (1 - share) * fresh;
  }
}

export function crossEntropy(
  h: Numbers,
  nll: number,
  p: number,
  x: number,
  targets: number,
  rows: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    const shares = softmaxOf([...h.subarray(x + r * width, x + (r + 1) * width)], 1);
    for (const [j, share] of shares.entries()) h[p + r * width + j] = share;
    h[nll + r] = -Math.log(shares[read(h, targets + r)] as number);
  }
}

export function crossEntropyGradient(
  h: Numbers,
  gx: number,
  g: number,
  p: number,
  targets: number,
  rows: number,
  width: number,
): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < width; j++) {
      const hit = read(h, targets + r) === j ? 1 : 0;
      h[gx + r * width + j] =
        read(h, gx + r * width + j) + read(h, g + r) * (read(h, p + r * width + j) - hit);
    }
  }
}

export function layerNorm(
  h: Numbers,
  normalised: number,
  inverse: number,
  x: number,
  rows: number,
  width: number,
  eps: number,
): void {
  for (let r = 0; r < rows; r++) {
    const values = [...h.subarray(x + r * width, x + (r + 1) * width)];
    const mean = values.reduce((sum, value) => sum + value, 0) / width;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    h[inverse + r] = 1 / Math.sqrt(variance + eps);
    for (const [j, value] of values.entries()) {
      h[normalised + r * width + j] = (value - mean) / Math.sqrt(variance + eps);
    }
  }
}

export function adam(h: Numbers, call: Adam): void {
  for (let i = 0; i < call.length; i++) {
    const g = call.gradientFactor * read(h, call.gradient + i);
    h[call.m + i] = call.beta1 * read(h, call.m + i) + (1 - call.beta1) * g;
    h[call.v + i] = call.beta2 * read(h, call.v + i) + (1 - call.beta2) * g ** 2;
    const first = read(h, call.m + i) / call.correction1;
    const second = read(h, call.v + i) / call.correction2;
    h[call.parameter + i] =
      read(h, call.parameter + i) - (call.rate * first) / (Math.sqrt(second) + call.eps);
  }
}
