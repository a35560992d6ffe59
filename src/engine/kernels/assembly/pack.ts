/** @file Copies parts of matrices to where a product reads them in order. Strides in bytes. */

/** Writes the 4 × 4 numbers whose rows are r0 … r3 down the columns: lane i of every row goes to `to + i · step`. */
@inline
function storeTransposed(to: usize, step: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
  v128.store(to + step, v128.shuffle<i64>(low01, low23, 1, 3));
  v128.store(to + 2 * step, v128.shuffle<i64>(high01, high23, 0, 2));
  v128.store(to + 3 * step, v128.shuffle<i64>(high01, high23, 1, 3));
}

/** Four rows of A as [depth][4]; a missing row is read as the last one, its sums are thrown away. */
export function packRows(to: usize, a: usize, aRow: usize, aColumn: usize, rows: i32, depth: i32): void {
  let p0 = a;
  let p1 = rows > 1 ? p0 + aRow : p0;
  let p2 = rows > 2 ? p1 + aRow : p1;
  let p3 = rows > 3 ? p2 + aRow : p2;
  if (aColumn == 4) {
    for (; depth >= 4; depth -= 4) {
      storeTransposed(to, 16, v128.load(p0), v128.load(p1), v128.load(p2), v128.load(p3));
      p0 += 16;
      p1 += 16;
      p2 += 16;
      p3 += 16;
      to += 64;
    }
  }
  for (; depth > 0; depth--) {
    store<f32>(to, load<f32>(p0));
    store<f32>(to, load<f32>(p1), 4);
    store<f32>(to, load<f32>(p2), 8);
    store<f32>(to, load<f32>(p3), 12);
    p0 += aColumn;
    p1 += aColumn;
    p2 += aColumn;
    p3 += aColumn;
    to += 16;
  }
}

/** A block of B as panels [depth][8]; columns past the width are whatever lies there, their sums are thrown away. */
export function packColumns(to: usize, b: usize, bRow: usize, bColumn: usize, depth: i32, width: i32): void {
  for (; width > 0; width -= 8) {
    if (bColumn == 4) copyPanel(to, b, bRow, depth);
    else if (bRow == 4 && width >= 8) transposePanel(to, b, bColumn, depth);
    else gatherPanel(to, b, bRow, bColumn, depth, min(8, width));
    to += <usize>depth << 5;
    b += 8 * bColumn;
  }
}

/** Eight columns that lie next to one another. */
@inline
function copyPanel(to: usize, b: usize, bRow: usize, depth: i32): void {
  for (; depth > 0; depth--) {
    v128.store(to, v128.load(b));
    v128.store(to, v128.load(b, 16), 16);
    b += bRow;
    to += 32;
  }
}

/** Eight columns, each of which lies in one piece. */
@inline
function transposePanel(to: usize, b: usize, bColumn: usize, depth: i32): void {
  let right = b + 4 * bColumn;
  const twice = bColumn + bColumn;
  const thrice = twice + bColumn;
  for (; depth >= 4; depth -= 4) {
    storeTransposed(to, 32, v128.load(b), v128.load(b + bColumn), v128.load(b + twice), v128.load(b + thrice));
    storeTransposed(
      to + 16,
      32,
      v128.load(right),
      v128.load(right + bColumn),
      v128.load(right + twice),
      v128.load(right + thrice),
    );
    b += 16;
    right += 16;
    to += 128;
  }
  gatherPanel(to, b, 4, bColumn, depth, 8);
}

/** Any eight columns or fewer, number by number. */
function gatherPanel(to: usize, b: usize, bRow: usize, bColumn: usize, depth: i32, columns: i32): void {
  for (; depth > 0; depth--) {
    let from = b;
    for (let j = 0; j < columns; j++) {
      store<f32>(to + (<usize>j << 2), load<f32>(from));
      from += bColumn;
    }
    b += bRow;
    to += 32;
  }
}
