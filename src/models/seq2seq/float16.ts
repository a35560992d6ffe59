/** @file IEEE 754 half precision, the form in which weights are shipped: 2 bytes a number, 11 bits of precision. */

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** The nearest half (ties to even) as 16 bits. Numbers past 65,504 become infinite. */
export function toHalf(value: number): number {
  single[0] = value;
  const x = bits[0] as number;
  const sign = (x >>> 16) & 0x8000;
  const exponent = ((x >>> 23) & 0xff) - 112;
  const mantissa = x & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00 | ((x & 0x7fffffff) > 0x7f800000 ? 0x200 : 0);
  if (exponent <= 0) {
    if (exponent < -10) return sign;
    const full = mantissa | 0x800000;
    const shift = 14 - exponent;
    const half = full >>> shift;
    const rest = full & ((1 << shift) - 1);
    const middle = 1 << (shift - 1);
    return sign | (half + (rest > middle || (rest === middle && (half & 1) === 1) ? 1 : 0));
  }
  const half = (exponent << 10) | (mantissa >>> 13);
  const rest = mantissa & 0x1fff;
  return sign | (half + (rest > 0x1000 || (rest === 0x1000 && (half & 1) === 1) ? 1 : 0));
}

/** The number that 16 bits stand for, exactly. */
export function fromHalf(half: number): number {
  const sign = (half & 0x8000) === 0 ? 1 : -1;
  const exponent = (half >>> 10) & 31;
  const mantissa = half & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

/** Numbers as little-endian halves. */
export function packHalves(parts: readonly ArrayLike<number>[]): Uint8Array {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const view = new DataView(new ArrayBuffer(2 * count));
  let at = 0;
  for (const part of parts) {
    for (let k = 0; k < part.length; k++, at += 2) view.setUint16(at, toHalf(part[k] as number), true);
  }
  return new Uint8Array(view.buffer);
}

/** Little-endian halves as numbers. */
export function unpackHalves(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float64Array(Math.floor(bytes.byteLength / 2));
  for (let k = 0; k < numbers.length; k++) numbers[k] = fromHalf(view.getUint16(2 * k, true));
  return numbers;
}
