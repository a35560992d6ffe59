/** @file The kernels' memory, their fallback counter, and whether the committed module is what its source says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadWasmKernels } from '../../../src/cli/loadWasmKernels.ts';
import { createPlainKernels } from '../../../src/engine/kernels/plain.ts';
import { hasSimd } from '../../../src/engine/kernels/simd.ts';
import { createWasmKernels } from '../../../src/engine/kernels/wasm.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const committed = join(root, 'src/engine/kernels/kernels.wasm');

describe.each([
  ['plain float64', () => createPlainKernels('float64'), Float64Array],
  ['plain float32', () => createPlainKernels('float32'), Float32Array],
  ['wasm', loadWasmKernels, Float32Array],
] as const)('%s memory', (_name, create, type) => {
  it('grows to what is asked for and keeps what is there', () => {
    const kernels = create();
    expect(kernels.heap).toBeInstanceOf(type);
    kernels.reserve(1000);
    for (let i = 0; i < 1000; i++) kernels.heap[i] = i;
    const small = kernels.heap.length;
    kernels.reserve(3_000_000);
    expect(kernels.heap.length).toBeGreaterThanOrEqual(3_000_000);
    expect(small).toBeLessThan(3_000_000);
    for (let i = 0; i < 1000; i++) expect(kernels.heap[i]).toBe(i);
    kernels.map('scale', 2_999_990, 0, 10, 2);
    expect([...kernels.heap.subarray(2_999_990, 3_000_000)]).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('stays the same array while there is room', () => {
    const kernels = create();
    kernels.reserve(5000);
    const { heap } = kernels;
    kernels.reserve(100);
    kernels.reserve(5000);
    expect(kernels.heap).toBe(heap);
  });

  it('works on the very last numbers', () => {
    const kernels = create();
    const end = kernels.heap.length;
    kernels.heap.fill(0.5, end - 7);
    kernels.map('square', end - 7, end - 7, 7, 0);
    kernels.gemm({
      m: 1,
      n: 1,
      k: 7,
      a: end - 7,
      aRow: 7,
      aColumn: 1,
      b: end - 7,
      bRow: 1,
      bColumn: 7,
      c: end - 1,
      cRow: 1,
      cColumn: 1,
      batch: 1,
      aBatch: 0,
      bBatch: 0,
      cBatch: 0,
      accumulate: false,
    });
    expect(kernels.heap[end - 1]).toBe(7 / 16);
  });

  it('is not shared between two kernels', () => {
    const one = create();
    const other = create();
    one.heap[3] = 1;
    other.heap[3] = 2;
    expect(one.heap[3]).toBe(1);
  });

  it('counts fallbacks by name', () => {
    const kernels = create();
    expect(kernels.fallbacks.size).toBe(0);
    kernels.fallback('sparsemax');
    kernels.fallback('sparsemax');
    expect([...kernels.fallbacks]).toEqual([['sparsemax', 2]]);
  });
});

describe('the compiled module', () => {
  it('is what its source compiles to, byte by byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
    try {
      const built = join(folder, 'kernels.wasm');
      execFileSync(process.execPath, [join(root, 'src/cli/buildKernels.mjs'), built], { cwd: folder });
      expect(readFileSync(built).equals(readFileSync(committed))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('asks nothing of its host and uses no relaxed SIMD', () => {
    const module = new WebAssembly.Module(readFileSync(committed));
    expect(WebAssembly.Module.imports(module)).toEqual([]);
  });

  it('runs from its bytes and from a compiled module alike', () => {
    const bytes = new Uint8Array(readFileSync(committed));
    for (const kernels of [createWasmKernels(bytes), createWasmKernels(new WebAssembly.Module(bytes))]) {
      kernels.heap[0] = 9;
      kernels.map('sqrt', 1, 0, 1, 0);
      expect(kernels.heap[1]).toBe(3);
    }
  });
});

describe('hasSimd', () => {
  it('is true here, where the module compiles', () => {
    expect(hasSimd()).toBe(WebAssembly.validate(readFileSync(committed)));
  });

  it('is false where the machine refuses the probe', () => {
    const { validate } = WebAssembly;
    try {
      WebAssembly.validate = () => false;
      expect(hasSimd()).toBe(false);
    } finally {
      WebAssembly.validate = validate;
    }
  });
});
