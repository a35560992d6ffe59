/** @file Where things lie in the module's memory, and how its loops read and write the last few numbers of a row. */

/** Where the heap begins, in bytes; what lies before is the module's own. */
export const HEAP: usize = 1 << 20;
/** The cell [4, 8] of a product that does not fit its place. */
export const TILE: usize = 1024;
/** The levels of a loop nest: sizes, then three rows of strides. */
export const NEST: usize = 2048;
/** Four rows of the left matrix, DEPTH numbers each. */
export const PACKED_A: usize = 4096;
/** Panels of eight columns of the right matrix, WIDTH columns of DEPTH numbers. */
export const PACKED_B: usize = 8192;
export const DEPTH: i32 = 256;
export const WIDTH: i32 = 512;

/** The address of a place in the heap. */
@inline
export function address(place: i32): usize {
  return HEAP + ((<usize>place) << 2);
}

/** Lanes 0 … count − 1 set, the others not. */
@inline
export function firstLanes(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/** Stores lanes 0 … count − 1, count from 1 to 3. Loads need no such care: there is room behind the heap. */
@inline
export function storeFirst(at: usize, value: v128, count: i32): void {
  v128.store_lane<f32>(at, value, 0);
  if (count > 1) v128.store_lane<f32>(at, value, 1, 4);
  if (count > 2) v128.store_lane<f32>(at, value, 2, 8);
}

/** The sum of the four lanes. */
@inline
export function sumLanes(value: v128): f32 {
  const halves = f32x4.add(value, v128.shuffle<i32>(value, value, 2, 3, 2, 3));
  return f32x4.extract_lane(halves, 0) + f32x4.extract_lane(halves, 1);
}

/** The largest of the four lanes. */
@inline
export function maxLanes(value: v128): f32 {
  const halves = f32x4.pmax(value, v128.shuffle<i32>(value, value, 2, 3, 2, 3));
  return f32x4.extract_lane(f32x4.pmax(halves, v128.shuffle<i32>(halves, halves, 1, 1, 1, 1)), 0);
}
