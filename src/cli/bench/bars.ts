/** @file What the contests must show: how many times as fast as whom, at which task. */

/** One promise. */
export interface Bar {
  readonly task: string;
  readonly against: string;
  readonly times: number;
}

const tensorflow = 'tfjs wasm';
const onnx = 'onnxruntime-web wasm';

export const bars: Readonly<Record<'attention' | 'training', readonly Bar[]>> = {
  attention: [
    { task: 'n = 16', against: tensorflow, times: 10 },
    ...['n = 128', 'n = 512', 'n = 1024'].flatMap((task) => [
      { task, against: tensorflow, times: 2 },
      { task, against: onnx, times: 1.5 },
    ]),
  ],
  training: [{ task: 'one step', against: tensorflow, times: 8 }],
};
