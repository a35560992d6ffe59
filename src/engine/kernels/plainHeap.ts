/** @file The memory that the plain kernels work on. */

/** One flat array of numbers of either precision. */
export type Heap = Float64Array | Float32Array;
