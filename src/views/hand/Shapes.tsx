/** @file The layer of the tutorials as a diagram of shapes, without numbers and labelled so. */

import { memo } from 'react';
import { symbolOf } from '../../geometry/symbol.ts';
import type { HandMessages } from '../../messages/en/hand.ts';
import type { Words } from '../scene.ts';
import { classes } from '../classes.ts';
import { Sym } from '../Sym.tsx';

/** Each tensor with its shape, and how large its box is drawn. */
const boxes = [
  { name: 'x', shape: '[19, 256]', tall: 19, wide: 64 },
  { name: 'w', shape: '[256]', tall: 1, wide: 64 },
  { name: 'b', shape: '[19]', tall: 19, wide: 4 },
  { name: 'e', shape: '[19]', tall: 19, wide: 4 },
  { name: 'alpha', shape: '[19]', tall: 19, wide: 4 },
  { name: 'c', shape: '[256]', tall: 1, wide: 64 },
] as const;

const UNIT = 5;

/** Boxes as tall and wide as the tensors are. */
export const Shapes = memo(function Shapes({
  words,
  messages,
}: {
  readonly words: Words;
  readonly messages: HandMessages;
}) {
  const { formatter } = words;
  return (
    <section className="shapes" aria-labelledby="shapes">
      <h3 id="shapes">{formatter.text(messages.shapes.title)}</h3>
      <ul>
        {boxes.map(({ name, shape, tall, wide }) => {
          const symbol = symbolOf(name, {}, { bare: true, alone: true });
          const role = symbol.atoms[0]?.role ?? '';
          return (
            <li key={name}>
              <span
                className={classes('shape-box', role !== '' && `role-${role}`)}
                style={{ height: `${Math.max(8, tall * UNIT)}px`, width: `${Math.max(12, wide * 2)}px` }}
                aria-hidden="true"
              />
              <span className="shape-name">
                <Sym symbol={symbol} /> {shape}
              </span>
              <span className="muted small">{formatter.text(messages.shapes[name])}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
});
