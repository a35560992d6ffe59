/** @file The two orders of a decoder's step, one under the other: who asks when. */

import { symbolOf } from '../geometry/symbol.ts';
import { Sym } from './Sym.tsx';
import type { Words } from './scene.ts';
import './orderDiagram.css';

/** A stage of a step, by what it makes. */
type Stage = 'asks' | 'score' | 'softmax' | 'context' | 'state' | 'attentional' | 'word';

/** Bahdanau's order, and Luong's. */
const orders: readonly { readonly id: 'attend-first' | 'update-first'; readonly stages: readonly Stage[] }[] =
  [
    { id: 'attend-first', stages: ['asks', 'score', 'softmax', 'context', 'state', 'word'] },
    { id: 'update-first', stages: ['state', 'score', 'softmax', 'context', 'attentional', 'word'] },
  ];

const symbols = {
  asks: symbolOf('s_before'),
  score: symbolOf('e'),
  softmax: symbolOf('alpha'),
  context: symbolOf('c'),
  state: symbolOf('s'),
  attentional: symbolOf('h_tilde', {}, { stage: 'attentional' }),
  word: symbolOf('p'),
} as const;

export interface OrderDiagramProps {
  readonly words: Words;
  /** The order of the model that is shown. */
  readonly own: 'attend-first' | 'update-first';
}

/** Both orders as rows of steps; the shown model's is marked. */
export function OrderDiagram({ words: { formatter, views }, own }: OrderDiagramProps) {
  const { order } = views;
  return (
    <figure className="orders">
      {orders.map(({ id, stages }) => (
        <section
          key={id}
          className={id === own ? 'order is-own' : 'order'}
          aria-label={formatter.text(order[id])}
        >
          <h2>
            {formatter.text(order[id])}
            {id === own && <span className="order-own">{formatter.text(order.own)}</span>}
          </h2>
          <ol>
            {stages.map((stage) => (
              <li key={stage} className="order-stage">
                <Sym symbol={symbols[stage]} />
                <span>{formatter.text(order.stages[stage])}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <figcaption>{formatter.text(order.caption)}</figcaption>
    </figure>
  );
}
