/** @file Writes scaled dot-product attention as an ONNX model: the few messages of onnx.proto3 that it needs, byte by byte. */

type Bytes = readonly number[];

/** A whole number, seven bits a byte, the lowest first. */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A field that is a whole number. */
function whole(field: number, value: number): Bytes {
  return [...varint(field * 8), ...varint(value)];
}

/** A field that is a text, raw bytes or another message. */
function part(field: number, content: string | Bytes): Bytes {
  const bytes = typeof content === 'string' ? [...new TextEncoder().encode(content)] : content;
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

/** `FLOAT` in TensorProto.DataType and in AttributeProto.AttributeType. */
const FLOAT = 1;
/** `INT` and `INTS` in AttributeProto.AttributeType. */
const INT = 2;
const INTS = 7;

/** NodeProto: one operator. */
function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Bytes[] = [],
): Bytes {
  return [
    ...inputs.flatMap((input) => part(1, input)),
    ...part(2, output),
    ...part(3, output),
    ...part(4, operator),
    ...attributes.flatMap((attribute) => part(5, attribute)),
  ];
}

/** AttributeProto with one number, and with a list of them. */
function integer(name: string, value: number): Bytes {
  return [...part(1, name), ...whole(3, value), ...whole(20, INT)];
}
function integers(name: string, values: readonly number[]): Bytes {
  return [...part(1, name), ...values.flatMap((value) => whole(8, value)), ...whole(20, INTS)];
}

/** ValueInfoProto: a float32 tensor's name and shape. */
function tensor(name: string, shape: readonly number[]): Bytes {
  const dimensions = shape.flatMap((size) => part(1, whole(1, size)));
  return [...part(1, name), ...part(2, part(1, [...whole(1, FLOAT), ...part(2, dimensions)]))];
}

/** TensorProto: a constant of no axes. */
function scalar(name: string, value: number): Bytes {
  return [
    ...whole(2, FLOAT),
    ...part(8, name),
    ...part(9, [...new Uint8Array(new Float32Array([value]).buffer)]),
  ];
}

/**
 * A model of softmax(q kᵀ / √d) v (Vaswani 2017, equation 1) for q, k, v of shape [n, d], in float32. Outputs: `products`, `scores` (these over √d)
 * and `weights`, [n, n], and `context`, [n, d].
 */
export function attentionModel(n: number, d: number): Uint8Array<ArrayBuffer> {
  const nodes = [
    node('Transpose', ['k'], 'turned', [integers('perm', [1, 0])]),
    node('MatMul', ['q', 'turned'], 'products'),
    node('Mul', ['products', 'factor'], 'scores'),
    node('Softmax', ['scores'], 'weights', [integer('axis', 1)]),
    node('MatMul', ['weights', 'v'], 'context'),
  ];
  const graph = [
    ...nodes.flatMap((one) => part(1, one)),
    ...part(2, 'attention'),
    ...part(5, scalar('factor', 1 / Math.sqrt(d))),
    ...['q', 'k', 'v'].flatMap((name) => part(11, tensor(name, [n, d]))),
    ...['products', 'scores', 'weights'].flatMap((name) => part(12, tensor(name, [n, n]))),
    ...part(12, tensor('context', [n, d])),
  ];
  return new Uint8Array([...whole(1, 8), ...part(7, graph), ...part(8, whole(2, 17))]);
}
