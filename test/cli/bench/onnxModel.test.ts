/** @file The ONNX model, read back by the rules of Protocol Buffers. */
import { describe, expect, it } from 'vitest';
import { attentionModel } from '../../../src/cli/bench/onnxModel.ts';

type Field = number | Uint8Array;

/** The fields of a message by number, in order. */
function fields(bytes: Uint8Array): Map<number, Field[]> {
  const found = new Map<number, Field[]>();
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? NaN;
      value += (byte % 128) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = whole();
    const isMessage = key % 8 === 2;
    const value = whole();
    const field = isMessage ? bytes.subarray(at, (at += value)) : value;
    found.set(Math.floor(key / 8), [...(found.get(Math.floor(key / 8)) ?? []), field]);
  }
  expect(at).toBe(bytes.length);
  return found;
}

function messages(of: Map<number, Field[]>, field: number): Map<number, Field[]>[] {
  return (of.get(field) ?? []).map((one) => fields(one as Uint8Array));
}

function texts(of: Map<number, Field[]>, field: number): string[] {
  return (of.get(field) ?? []).map((one) => new TextDecoder().decode(one as Uint8Array));
}

describe('attentionModel', () => {
  const model = fields(attentionModel(300, 64));
  const [graph = new Map<number, Field[]>()] = messages(model, 7);

  it('names a version of the format and of the operators', () => {
    expect(model.get(1)).toEqual([8]);
    expect(messages(model, 8).map((set) => set.get(2))).toEqual([[17]]);
  });

  it('is Transpose, MatMul, Mul, Softmax, MatMul, each reading what was made before it', () => {
    const nodes = messages(graph, 1).map(
      (node) => `${texts(node, 4)[0]} ${texts(node, 1).join(' ')} > ${texts(node, 2).join(' ')}`,
    );
    expect(nodes).toEqual([
      'Transpose k > turned',
      'MatMul q turned > products',
      'Mul products factor > scores',
      'Softmax scores > weights',
      'MatMul weights v > context',
    ]);
  });

  it('multiplies by 1 / √d', () => {
    const [factor = new Map<number, Field[]>()] = messages(graph, 5);
    expect(texts(factor, 8)).toEqual(['factor']);
    const raw = factor.get(9)?.[0] as Uint8Array;
    expect(new DataView(raw.buffer, raw.byteOffset).getFloat32(0, true)).toBe(0.125);
  });

  it('gives out all that it computes, in its shapes', () => {
    const shapes = messages(graph, 12).map((value) => {
      const [type = new Map<number, Field[]>()] = messages(value, 2);
      const [tensor = new Map<number, Field[]>()] = messages(type, 1);
      const [shape = new Map<number, Field[]>()] = messages(tensor, 2);
      return [texts(value, 1)[0], ...messages(shape, 1).map((dimension) => dimension.get(1)?.[0])];
    });
    expect(shapes).toEqual([
      ['products', 300, 300],
      ['scores', 300, 300],
      ['weights', 300, 300],
      ['context', 300, 64],
    ]);
  });
});
