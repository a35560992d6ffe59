/** @file Products over the plain heap: matrix products and strided multiply-and-add. */
import type { Gemm, Sizes, Strided } from './kernels.ts';
import type { Heap } from './plainHeap.ts';

/** See `Kernels.gemm`. Four by two sums are kept in registers; each sum runs over k in order. */
export function gemm(heap: Heap, call: Gemm): void {
  for (let batch = 0; batch < call.batch; batch++) {
    const a = call.a + batch * call.aBatch;
    const b = call.b + batch * call.bBatch;
    const c = call.c + batch * call.cBatch;
    let i = 0;
    for (; i + 4 <= call.m; i += 4) {
      let j = 0;
      for (; j + 2 <= call.n; j += 2) tile(heap, call, a, b, c, i, j);
      for (; j < call.n; j++) column(heap, call, a, b, c, i, j);
    }
    for (; i < call.m; i++) {
      let j = 0;
      for (; j + 4 <= call.n; j += 4) row(heap, call, a, b, c, i, j);
      for (; j < call.n; j++) cell(heap, call, a, b, c, i, j);
    }
  }
}

/** Stores a finished sum, or adds it to what is there. */
function store(heap: Heap, at: number, sum: number, accumulate: boolean): void {
  heap[at] = accumulate ? (heap[at] as number) + sum : sum;
}

/** Cells [i … i+3, j … j+1]. */
function tile(heap: Heap, call: Gemm, a: number, b: number, c: number, i: number, j: number): void {
  const { k, aRow, aColumn, bRow, bColumn, cRow, cColumn, accumulate } = call;
  let p0 = a + i * aRow;
  let p1 = p0 + aRow;
  let p2 = p1 + aRow;
  let p3 = p2 + aRow;
  let q0 = b + j * bColumn;
  let q1 = q0 + bColumn;
  let s00 = 0,
    s01 = 0,
    s10 = 0,
    s11 = 0,
    s20 = 0,
    s21 = 0,
    s30 = 0,
    s31 = 0;
  for (let t = 0; t < k; t++) {
    const b0 = heap[q0] as number;
    const b1 = heap[q1] as number;
    const a0 = heap[p0] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    const a1 = heap[p1] as number;
    s10 += a1 * b0;
    s11 += a1 * b1;
    const a2 = heap[p2] as number;
    s20 += a2 * b0;
    s21 += a2 * b1;
    const a3 = heap[p3] as number;
    s30 += a3 * b0;
    s31 += a3 * b1;
    p0 += aColumn;
    p1 += aColumn;
    p2 += aColumn;
    p3 += aColumn;
    q0 += bRow;
    q1 += bRow;
  }
  const at = c + i * cRow + j * cColumn;
  store(heap, at, s00, accumulate);
  store(heap, at + cColumn, s01, accumulate);
  store(heap, at + cRow, s10, accumulate);
  store(heap, at + cRow + cColumn, s11, accumulate);
  store(heap, at + 2 * cRow, s20, accumulate);
  store(heap, at + 2 * cRow + cColumn, s21, accumulate);
  store(heap, at + 3 * cRow, s30, accumulate);
  store(heap, at + 3 * cRow + cColumn, s31, accumulate);
}

/** Cells [i … i+3, j]. */
function column(heap: Heap, call: Gemm, a: number, b: number, c: number, i: number, j: number): void {
  const { k, aRow, aColumn, bRow, bColumn, cRow, cColumn, accumulate } = call;
  let p = a + i * aRow;
  let q = b + j * bColumn;
  let s0 = 0,
    s1 = 0,
    s2 = 0,
    s3 = 0;
  for (let t = 0; t < k; t++) {
    const factor = heap[q] as number;
    s0 += (heap[p] as number) * factor;
    s1 += (heap[p + aRow] as number) * factor;
    s2 += (heap[p + 2 * aRow] as number) * factor;
    s3 += (heap[p + 3 * aRow] as number) * factor;
    p += aColumn;
    q += bRow;
  }
  const at = c + i * cRow + j * cColumn;
  store(heap, at, s0, accumulate);
  store(heap, at + cRow, s1, accumulate);
  store(heap, at + 2 * cRow, s2, accumulate);
  store(heap, at + 3 * cRow, s3, accumulate);
}

/** Cells [i, j … j+3]. */
function row(heap: Heap, call: Gemm, a: number, b: number, c: number, i: number, j: number): void {
  const { k, aRow, aColumn, bRow, bColumn, cRow, cColumn, accumulate } = call;
  let p = a + i * aRow;
  let q = b + j * bColumn;
  let s0 = 0,
    s1 = 0,
    s2 = 0,
    s3 = 0;
  for (let t = 0; t < k; t++) {
    const factor = heap[p] as number;
    s0 += factor * (heap[q] as number);
    s1 += factor * (heap[q + bColumn] as number);
    s2 += factor * (heap[q + 2 * bColumn] as number);
    s3 += factor * (heap[q + 3 * bColumn] as number);
    p += aColumn;
    q += bRow;
  }
  const at = c + i * cRow + j * cColumn;
  store(heap, at, s0, accumulate);
  store(heap, at + cColumn, s1, accumulate);
  store(heap, at + 2 * cColumn, s2, accumulate);
  store(heap, at + 3 * cColumn, s3, accumulate);
}

/** Cell [i, j]. */
function cell(heap: Heap, call: Gemm, a: number, b: number, c: number, i: number, j: number): void {
  const { k, aRow, aColumn, bRow, bColumn, cRow, cColumn, accumulate } = call;
  let p = a + i * aRow;
  let q = b + j * bColumn;
  let sum = 0;
  for (let t = 0; t < k; t++) {
    sum += (heap[p] as number) * (heap[q] as number);
    p += aColumn;
    q += bRow;
  }
  store(heap, c + i * cRow + j * cColumn, sum, accumulate);
}

/** See `Kernels.multiplyAdd`. */
export function multiplyAdd(
  heap: Heap,
  sizes: Sizes,
  d: Strided,
  a: Strided,
  b: Strided | null,
  factor: number,
  accumulate: boolean,
): void {
  const [n0, n1, n2, n3] = sizes;
  const [d0, d1, d2, d3] = d.strides;
  const [a0, a1, a2, a3] = a.strides;
  const [b0, b1, b2, b3] = b === null ? [0, 0, 0, 0] : b.strides;
  const bAt = b === null ? 0 : b.at;
  for (let i0 = 0; i0 < n0; i0++) {
    for (let i1 = 0; i1 < n1; i1++) {
      for (let i2 = 0; i2 < n2; i2++) {
        let at = d.at + i0 * d0 + i1 * d1 + i2 * d2;
        let p = a.at + i0 * a0 + i1 * a1 + i2 * a2;
        let q = bAt + i0 * b0 + i1 * b1 + i2 * b2;
        for (let i3 = 0; i3 < n3; i3++) {
          const right = b === null ? 1 : (heap[q] as number);
          const product = factor * (heap[p] as number) * right;
          heap[at] = accumulate ? (heap[at] as number) + product : product;
          at += d3;
          p += a3;
          q += b3;
        }
      }
    }
  }
}
