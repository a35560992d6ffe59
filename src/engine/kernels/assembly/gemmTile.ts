/** @file The heart of a matrix product: a tile of four rows by eight (or four) columns, summed up in registers. Strides in bytes. */

/** Sum of one tile [4, 8] over depth, written to c (rows cStep bytes apart). Left factors lie four together, right ones eight. */
export function tile8(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, accumulate: bool): void {
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

/** The same for left factors that lie in four rows, aRow bytes apart: nothing has to be packed. */
export function rows8(a: usize, aRow: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, accumulate: bool): void {
  let p1 = a + aRow;
  let p2 = p1 + aRow;
  let p3 = p2 + aRow;
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
    const a1 = v128.load_splat<f32>(p1);
    s10 = f32x4.add(s10, f32x4.mul(a1, b0));
    s11 = f32x4.add(s11, f32x4.mul(a1, b1));
    const a2 = v128.load_splat<f32>(p2);
    s20 = f32x4.add(s20, f32x4.mul(a2, b0));
    s21 = f32x4.add(s21, f32x4.mul(a2, b1));
    const a3 = v128.load_splat<f32>(p3);
    s30 = f32x4.add(s30, f32x4.mul(a3, b0));
    s31 = f32x4.add(s31, f32x4.mul(a3, b1));
    a += 4;
    p1 += 4;
    p2 += 4;
    p3 += 4;
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
export function tile4(a: usize, aStep: usize, b: usize, bStep: usize, depth: i32, c: usize, cStep: usize, accumulate: bool): void {
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
