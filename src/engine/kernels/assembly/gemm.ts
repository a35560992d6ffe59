/** @file Matrix products: C (+)= A·B for any strides, through a tile of four rows by eight columns held in registers. */
import { columnByCombination, columnByDots, outer } from './gemmThin';
import { rows8, tile4, tile8 } from './gemmTile';
import { DEPTH, PACKED_A, PACKED_B, TILE, WIDTH, address } from './memory';
import { packColumns, packRows } from './pack';

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

/** One product, strides in bytes. Blocks of DEPTH by WIDTH of B at a time; A and B are packed unless their rows will do. */
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
        const row = c + <usize>i * cRow + <usize>n0 * cColumn;
        if (rows == 4 && aColumn == 4 && cColumn == 4 && (width & 7) == 0) {
          rowStripe(left, aRow, panel, panelStep, bStep, depth, width, row, cRow, add);
          continue;
        }
        let aStep = aColumn;
        if (rows < 4 || aRow != 4) {
          packRows(PACKED_A, left, aRow, aColumn, rows, depth);
          left = PACKED_A;
          aStep = 16;
        }
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

/** Four rows of a block, as they lie in A: whole panels of B one after the other. */
@inline
function rowStripe(
  a: usize,
  aRow: usize,
  panel: usize,
  panelStep: usize,
  bStep: usize,
  depth: i32,
  width: i32,
  c: usize,
  cRow: usize,
  add: bool,
): void {
  for (; width > 0; width -= 8) {
    rows8(a, aRow, panel, bStep, depth, c, cRow, add);
    panel += panelStep;
    c += 32;
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
