/** @file softmax-steps: softmax one step at a time, as it is worked out on paper, with sparsemax and entmax-1.5 of the same numbers beside it. */

import { add } from '../../engine/ops/add.ts';
import { entmax15 } from '../../engine/ops/entmax15.ts';
import { map } from '../../engine/ops/map.ts';
import { mask as hide } from '../../engine/ops/mask.ts';
import { max } from '../../engine/ops/max.ts';
import { multiply } from '../../engine/ops/multiply.ts';
import { softmax } from '../../engine/ops/softmax.ts';
import { sparsemax } from '../../engine/ops/sparsemax.ts';
import { sum } from '../../engine/ops/sum.ts';
import { announceTo, output, type CaseProgram } from './program.ts';
import { takeMask } from './visible.ts';

/**
 * Of scores e [S]: scaled = e / τ, largest = max scaled, shifted = scaled − largest, raised = exp(shifted), total = Σ raised,
 * alpha = softmax(e / τ); also plain = exp(scaled), which overflows where the scores are large, and sparse and entmax of the same. What a
 * mask hides is −∞ in `masked`, which all of them read.
 */
export const stepsProgram: CaseProgram = {
  id: 'softmax-steps',
  prepare(desk) {
    const { graph } = desk;
    const e = desk.need('inputs', 'e', [['j', 'S']]);
    const mask = takeMask(desk, [['j', 'S']]);
    const temperature = desk.positive('temperature') ?? 1;
    return () => {
      const announce = announceTo(graph);
      announce('score');
      const masked = mask === undefined ? e : graph.named('masked', hide(graph, e, mask), 'score');
      announce('softmax');
      const scaled = graph.named('scaled', map(graph, 'scale', masked, 1 / temperature));
      const plain = graph.named('plain', map(graph, 'exp', scaled));
      const largest = graph.named('largest', max(graph, scaled, 'j').largest);
      const lowered = graph.named('lowered', map(graph, 'negate', largest));
      const shifted = graph.named('shifted', add(graph, scaled, lowered));
      const raised = graph.named('raised', map(graph, 'exp', shifted));
      const total = graph.named('total', sum(graph, raised, 'j'));
      const inverse = graph.named('inverse', map(graph, 'reciprocal', total));
      const shares = graph.named('shares', multiply(graph, raised, inverse), 'weight');
      const alpha = graph.named('alpha', softmax(graph, masked, 'j', temperature), 'weight');
      announce('others');
      const sparse = graph.named('sparse', sparsemax(graph, masked, 'j', temperature), 'weight');
      const entmax = graph.named('entmax', entmax15(graph, masked, 'j', temperature), 'weight');
      return [masked, scaled, plain, largest, shifted, raised, total, shares, alpha, sparse, entmax].map(
        (value, k) => output(names[k] ?? '', value),
      );
    };
  },
};

const names = [
  'masked',
  'scaled',
  'plain',
  'largest',
  'shifted',
  'raised',
  'total',
  'shares',
  'alpha',
  'sparse',
  'entmax',
] as const;
