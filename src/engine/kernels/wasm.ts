/** @file The kernels in WebAssembly: float32, four numbers at a time; this file only hands the calls on. */
import { functions } from './functions.ts';
import type { FunctionName, Kernels, Strided } from './kernels.ts';

type MapFunction = (y: number, x: number, length: number, constant: number) => void;
type MapGradient = (gx: number, gy: number, x: number, y: number, length: number, constant: number) => void;
type Numbers = (...places: number[]) => void;

/** The functions that are in the module; the others (no trained model uses them) are computed here and counted as fallbacks. */
type Compiled = Exclude<FunctionName, 'sin' | 'cos'>;

/** What the compiled module offers (see assembly/index.ts); a place is an element offset in the heap. */
interface Exports extends Record<Compiled, MapFunction>, Record<`${Compiled}Gradient`, MapGradient> {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  fill: Numbers;
  gemm(...call: (number | boolean)[]): void;
  multiplyAdd(...call: (number | boolean)[]): void;
  softmax(y: number, x: number, outer: number, n: number, inner: number, temperature: number): number;
  softmaxGradient: Numbers;
  gather: Numbers;
  scatterAdd: Numbers;
  gruGates: Numbers;
  gruNext(...call: (number | boolean)[]): void;
  gruNextGradient(...call: (number | boolean)[]): void;
  gruResetGradient: Numbers;
  crossEntropy: Numbers;
  crossEntropyGradient: Numbers;
  layerNorm: Numbers;
  layerNormGradient: Numbers;
  sumOfSquares(x: number, length: number): number;
  adam: Numbers;
}

const PAGE = 65_536;
/** A place before the heap that holds 1: the second factor of a product of one array. */
const ONE = -1;
/** The strides of a second factor that is always the same. */
const NOWHERE: Strided['strides'] = [0, 0, 0, 0];
/** Numbers behind the last one that a vector may read (never write). */
const MARGIN = 16;

/**
 * Kernels over a compiled module (`kernels.wasm`), or over its bytes. The module's memory grows when `reserve` asks for
 * more than there is. Throws WebAssembly.CompileError where the machine has no SIMD: ask `hasSimd` first.
 */
export function createWasmKernels(source: WebAssembly.Module | Uint8Array<ArrayBuffer>): Kernels {
  const module = source instanceof Uint8Array ? new WebAssembly.Module(source) : source;
  // The module's exports are known from its source; a test compares the committed file with a fresh build.
  const wasm = new WebAssembly.Instance(module, {}).exports as unknown as Exports;
  const { memory } = wasm;
  const base = wasm.heapBase();
  const view = (): Float32Array => {
    const length = (memory.buffer.byteLength - base) / 4 - MARGIN;
    return new Float32Array(memory.buffer, base, length);
  };
  let heap = view();
  new Float32Array(memory.buffer, base + ONE * 4, 1)[0] = 1;
  const fallbacks = new Map<string, number>();

  const fallback = (what: string): void => {
    fallbacks.set(what, (fallbacks.get(what) ?? 0) + 1);
  };

  return {
    precision: 'float32',
    get heap() {
      return heap;
    },
    fallbacks,
    reserve(elements) {
      if (elements <= heap.length) return;
      const wanted = Math.max(elements, Math.ceil(heap.length * 1.25));
      const pages = Math.ceil((base + (wanted + MARGIN) * 4) / PAGE);
      memory.grow(pages - memory.buffer.byteLength / PAGE);
      heap = view();
    },
    fallback,
    ...products(wasm),
    ...maps(wasm, () => heap, fallback),
    ...rows(wasm),
    ...updates(wasm),
  };
}

/** Matrix products and strided loops. */
function products(wasm: Exports): Pick<Kernels, 'fill' | 'gemm' | 'multiplyAdd'> {
  return {
    fill: wasm.fill,
    gemm(call) {
      wasm.gemm(
        call.m,
        call.n,
        call.k,
        call.a,
        call.aRow,
        call.aColumn,
        call.b,
        call.bRow,
        call.bColumn,
        call.c,
        call.cRow,
        call.cColumn,
        call.batch,
        call.aBatch,
        call.bBatch,
        call.cBatch,
        call.accumulate,
      );
    },
    multiplyAdd(sizes, d, a, b, factor, accumulate) {
      const to = d.strides;
      const left = a.strides;
      const right = b === null ? NOWHERE : b.strides;
      wasm.multiplyAdd(
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
        d.at,
        to[0],
        to[1],
        to[2],
        to[3],
        a.at,
        left[0],
        left[1],
        left[2],
        left[3],
        b === null ? ONE : b.at,
        right[0],
        right[1],
        right[2],
        right[3],
        factor,
        accumulate,
      );
    },
  };
}

/** Functions of one number: those of the module, and the others over the heap. */
function maps(
  wasm: Exports,
  heapNow: () => Float32Array,
  fallback: (what: string) => void,
): Pick<Kernels, 'map' | 'mapGradient'> {
  return {
    map(f, y, x, length, constant) {
      if (isCompiled(f)) {
        wasm[f](y, x, length, constant);
        return;
      }
      fallback(f);
      const heap = heapNow();
      for (let i = 0; i < length; i++) heap[y + i] = functions[f].value(heap[x + i] as number, constant);
    },
    mapGradient(f, gx, gy, x, y, length, constant) {
      if (isCompiled(f)) {
        wasm[GRADIENT[f]](gx, gy, x, y, length, constant);
        return;
      }
      fallback(f);
      const heap = heapNow();
      for (let i = 0; i < length; i++) {
        const slope = functions[f].derivative(heap[x + i] as number, heap[y + i] as number, constant);
        heap[gx + i] = (heap[gx + i] as number) + (heap[gy + i] as number) * slope;
      }
    },
  };
}

/** What works row by row: softmax, tables, cross-entropy, layer norm. */
function rows(
  wasm: Exports,
): Pick<
  Kernels,
  | 'softmax'
  | 'softmaxGradient'
  | 'gather'
  | 'scatterAdd'
  | 'crossEntropy'
  | 'crossEntropyGradient'
  | 'layerNorm'
  | 'layerNormGradient'
> {
  return {
    softmax: (y, x, { outer, n, inner }, temperature) => wasm.softmax(y, x, outer, n, inner, temperature),
    softmaxGradient: (gx, gy, y, { outer, n, inner }, temperature) =>
      wasm.softmaxGradient(gx, gy, y, outer, n, inner, temperature),
    gather: wasm.gather,
    scatterAdd: wasm.scatterAdd,
    crossEntropy: wasm.crossEntropy,
    crossEntropyGradient: wasm.crossEntropyGradient,
    layerNorm: wasm.layerNorm,
    layerNormGradient: wasm.layerNormGradient,
  };
}

/** The GRU's gates, and what moves parameters. */
function updates(
  wasm: Exports,
): Pick<Kernels, 'gruGates' | 'gruNext' | 'gruNextGradient' | 'gruResetGradient' | 'sumOfSquares' | 'adam'> {
  return {
    gruGates: wasm.gruGates,
    gruNext: wasm.gruNext,
    gruNextGradient: wasm.gruNextGradient,
    gruResetGradient: wasm.gruResetGradient,
    sumOfSquares: wasm.sumOfSquares,
    adam(call) {
      wasm.adam(
        call.parameter,
        call.gradient,
        call.m,
        call.v,
        call.length,
        call.beta1,
        1 - call.beta1,
        call.beta2,
        1 - call.beta2,
        call.rate / call.correction1,
        1 / call.correction2,
        call.eps,
        call.gradientFactor,
      );
    },
  };
}

/** The module's name of each function's gradient: no string is made a call. */
const GRADIENT = {
  exp: 'expGradient',
  log: 'logGradient',
  tanh: 'tanhGradient',
  sigmoid: 'sigmoidGradient',
  relu: 'reluGradient',
  leakyRelu: 'leakyReluGradient',
  elu: 'eluGradient',
  gelu: 'geluGradient',
  square: 'squareGradient',
  sqrt: 'sqrtGradient',
  reciprocal: 'reciprocalGradient',
  inverseSqrt: 'inverseSqrtGradient',
  atLeast: 'atLeastGradient',
  negate: 'negateGradient',
  scale: 'scaleGradient',
} as const satisfies Record<Compiled, `${Compiled}Gradient`>;

function isCompiled(f: FunctionName): f is Compiled {
  return Object.hasOwn(GRADIENT, f);
}
