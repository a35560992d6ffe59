/** @file Matrix products: C (+)= A·B for any strides, through a tile of four rows by eight columns held in registers. */
import { columnByCombination, columnByDots, outer } from './gemmThin';
import { DEPTH, PACKED_A, PACKED_B, TILE, WIDTH, address } from './memory';
import { packColumns, packRows } from './pack';

/** Sum of one tile [4, 8] over depth, written to c (rows cStep bytes apart). Left factors lie four together, right ones eight. */
function tile8(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, accumulate: bool): void {
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(a0, b0));
    s01 = f32x4.add(s01, f32x4.mul(a0, b1));
    const a1 = v128.load_splat<f32>(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(a1, b0));
    s11 = f32x4.add(s11, f32x4.mul(a1, b1));
    const a2 = v128.load_splat<f32>(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(a2, b0));
    s21 = f32x4.add(s21, f32x4.mul(a2, b1));
    const a3 = v128.load_splat<f32>(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(a3, b0));
    s31 = f32x4.add(s31, f32x4.mul(a3, b1));
    a += aStep;
    b += bStep;
  } while (--depth);
  // The rows one after the other: where cStep is 0 they add up.
  store8(c, s00, s01, accumulate);
  store8(c + cStep, s10, s11, accumulate);
  store8(c + 2 * cStep, s20, s21, accumulate);
  store8(c + 3 * cStep, s30, s31, accumulate);
}

@inline
function store8(c: usize, left: v128, right: v128, accumulate: bool): void {
  if (accumulate) {
    left = f32x4.add(v128.load(c), left);
    right = f32x4.add(v128.load(c, 16), right);
  }
  v128.store(c, left);
  v128.store(c, right, 16);
}

/** The same for a tile [4, 4]. */
function tile4(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, accumulate: bool): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  do {
    const b0 = v128.load(b);
    s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a), b0));
    s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(a, 4), b0));
    s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(a, 8), b0));
    s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(a, 12), b0));
    a += aStep;
    b += bStep;
  } while (--depth);
  store4(c, s0, accumulate);
  store4(c + cStep, s1, accumulate);
  store4(c + 2 * cStep, s2, accumulate);
  store4(c + 3 * cStep, s3, accumulate);
}

@inline
function store4(c: usize, value: v128, accumulate: bool): void {
  v128.store(c, accumulate ? f32x4.add(v128.load(c), value) : value);
}

/** Copies the first cells of TILE to where they belong, one by one. */
function scatterTile(rows: i32, columns: i32, c: usize, cRow: usize, cColumn: usize, accumulate: bool): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = c + <usize>i * cRow + <usize>j * cColumn;
      const value = load<f32>(TILE + (<usize>i << 5) + (<usize>j << 2));
      store<f32>(at, accumulate ? load<f32>(at) + value : value);
    }
  }
}

/** One product, strides in bytes. Blocks of DEPTH by WIDTH of B at a time, packed into panels unless its rows will do. */
function product(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  cColumn: usize,
  accumulate: bool,
): void {
  const direct = bColumn == 4 && (m <= 8 || bRow <= 1024);
  for (let k0 = 0; k0 < k; k0 += DEPTH) {
    const depth = min(DEPTH, k - k0);
    const add = accumulate || k0 > 0;
    for (let n0 = 0; n0 < n; n0 += WIDTH) {
      const width = min(WIDTH, n - n0);
      const block = b + <usize>k0 * bRow + <usize>n0 * bColumn;
      if (!direct) packColumns(PACKED_B, block, bRow, bColumn, depth, width);
      const panel = direct ? block : PACKED_B;
      const panelStep: usize = direct ? 32 : <usize>depth << 5;
      const bStep: usize = direct ? bRow : 32;
      for (let i = 0; i < m; i += 4) {
        const rows = min(4, m - i);
        let left = a + <usize>i * aRow + <usize>k0 * aColumn;
        let aStep = aColumn;
        if (rows < 4 || aRow != 4) {
          packRows(PACKED_A, left, aRow, aColumn, rows, depth);
          left = PACKED_A;
          aStep = 16;
        }
        const row = c + <usize>i * cRow + <usize>n0 * cColumn;
        stripe(left, aStep, panel, panelStep, bStep, depth, width, rows, row, cRow, cColumn, add);
      }
    }
  }
}

/** Four rows of a block: all panels of B one after the other. */
@inline
function stripe(
  a: usize,
  aStep: usize,
  panel: usize,
  panelStep: usize,
  bStep: usize,
  depth: i32,
  width: i32,
  rows: i32,
  c: usize,
  cRow: usize,
  cColumn: usize,
  add: bool,
): void {
  let columns = width;
  if (rows == 4 && cColumn == 4) {
    for (; columns >= 8; columns -= 8) {
      tile8(a, aStep, panel, bStep, depth, c, cRow, add);
      panel += panelStep;
      c += 32;
    }
    if (columns == 4) {
      tile4(a, aStep, panel, bStep, depth, c, cRow, add);
      columns = 0;
    }
  }
  for (; columns > 0; columns -= 8) {
    tile8(a, aStep, panel, bStep, depth, TILE, 32, false);
    scatterTile(rows, min(8, columns), c, cRow, cColumn, add);
    panel += panelStep;
    c += 8 * cColumn;
  }
}

/** What an empty sum is: zeros. */
function clear(m: i32, n: i32, c: usize, cRow: usize, cColumn: usize): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) store<f32>(c + <usize>i * cRow + <usize>j * cColumn, 0);
  }
}

/** See `Kernels.gemm`: all positions and strides in elements. */
export function gemm(
  m: i32,
  n: i32,
  k: i32,
  aAt: i32,
  aRow: i32,
  aColumn: i32,
  bAt: i32,
  bRow: i32,
  bColumn: i32,
  cAt: i32,
  cRow: i32,
  cColumn: i32,
  batch: i32,
  aBatch: i32,
  bBatch: i32,
  cBatch: i32,
  accumulate: bool,
): void {
  // What lies in a row over the batch is one larger product: more rows, more columns, or a longer sum.
  if (batch > 1) {
    if (bBatch == 0 && (m == 1 || (aBatch == m * aRow && cBatch == m * cRow))) {
      if (m == 1) {
        aRow = aBatch;
        cRow = cBatch;
      }
      m *= batch;
      batch = 1;
    } else if (aBatch == 0 && (n == 1 || (bBatch == n * bColumn && cBatch == n * cColumn))) {
      if (n == 1) {
        bColumn = bBatch;
        cColumn = cBatch;
      }
      n *= batch;
      batch = 1;
    } else if (cBatch == 0 && accumulate && (k == 1 || (aBatch == k * aColumn && bBatch == k * bRow))) {
      if (k == 1) {
        aColumn = aBatch;
        bRow = bBatch;
      }
      k *= batch;
      batch = 1;
    }
  }
  // Cᵀ = BᵀAᵀ, where C runs down its columns or has only one.
  if ((n == 1 && m > 1) || (cColumn != 1 && cRow == 1 && m > 1)) {
    let t = m;
    m = n;
    n = t;
    t = aAt;
    aAt = bAt;
    bAt = t;
    t = aRow;
    aRow = bColumn;
    bColumn = t;
    t = aColumn;
    aColumn = bRow;
    bRow = t;
    t = cRow;
    cRow = cColumn;
    cColumn = t;
    t = aBatch;
    aBatch = bBatch;
    bBatch = t;
  }
  const combine = m == 1 && bColumn == 1 && cColumn == 1;
  const dots = m == 1 && bRow == 1 && aColumn == 1;
  const single = k == 1 && bColumn == 1 && cColumn == 1;
  let a = address(aAt);
  let b = address(bAt);
  let c = address(cAt);
  const ar = <usize>aRow << 2;
  const ac = <usize>aColumn << 2;
  const br = <usize>bRow << 2;
  const bc = <usize>bColumn << 2;
  const cr = <usize>cRow << 2;
  const cc = <usize>cColumn << 2;
  for (let i = 0; i < batch; i++) {
    if (k == 0) {
      if (!accumulate) clear(m, n, c, cr, cc);
    } else if (combine) columnByCombination(n, k, a, ac, b, br, c, accumulate);
    else if (dots) columnByDots(n, k, a, b, bc, c, cc, accumulate);
    else if (single) outer(m, n, a, ar, b, c, cr, accumulate);
    else product(m, n, k, a, ar, ac, b, br, bc, c, cr, cc, accumulate);
    a += <usize>aBatch << 2;
    b += <usize>bBatch << 2;
    c += <usize>cBatch << 2;
  }
}
