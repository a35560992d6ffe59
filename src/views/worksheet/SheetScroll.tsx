/** @file Where the worksheet scrolls sideways; it brings the attended column into view. */

import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { wordPlaces } from '../../geometry/wordPlaces.ts';
import { SEEN_AT_ONCE } from '../../geometry/worksheetModel.ts';
import type { SceneData, Words } from '../scene.ts';
import { useOverflows } from '../useOverflows.ts';

export interface SheetScrollProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The place (from 0) to bring into view, or −1. */
  readonly attended: number;
  /** Changes with each step: the column is brought into view then, and not while the reader scrolls. */
  readonly step: string;
  /** The stage whose motion follows; '' for none. */
  readonly moving?: string;
  /** Whether a row for a window stands over the scores. */
  readonly windowed?: boolean;
  readonly children: ReactNode;
}

/** The width of a page of A4 or Letter between its margins, and what the rows have besides their columns, in CSS pixels. */
const PAPER = 690;
const BESIDE = 176;

/** The worksheet's columns, at least as wide as their words. */
export function SheetScroll({
  scene,
  words,
  attended,
  step,
  moving = '',
  windowed = false,
  children,
}: SheetScrollProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const seen = useRef('');
  const count = scene.source.length;
  const bring = (): void => {
    const box = scroll.current;
    const cells = box?.querySelector<HTMLElement>('.sheet-cells');
    if (box === null || cells === null || cells === undefined || attended < 0) return;
    const middle = cells.offsetLeft + ((attended + 0.5) / count) * cells.offsetWidth;
    box.scrollLeft = middle - (box.clientWidth + cells.offsetLeft) / 2;
  };
  const overflows = useOverflows(scroll, bring);
  useLayoutEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    if (overflows.current) bring();
  });
  const column = Math.max(46, pitchOf(scene.source));
  const least = Math.max(count * column, wordPlaces(scene.target).least);
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    '--columns': count,
    '--sheet-least': `${least}px`,
    '--sheet-on-paper': Math.min(1, PAPER / (least + BESIDE)),
  };
  return (
    <div
      ref={scroll}
      className="sheet-scroll"
      role="region"
      aria-label={words.formatter.text(
        scene.owner === undefined ? words.views.worksheet.scroll : words.views.worksheet.scrollOf,
        { owner: scene.owner ?? '' },
      )}
      // A scrolling region has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div
        className={classes('sheet', count > SEEN_AT_ONCE && 'is-dense', windowed && 'has-window')}
        style={style}
        data-moving={moving}
      >
        {children}
      </div>
    </div>
  );
}

/** The least distance between the middles of neighbouring words at which none touches another, in CSS pixels. */
function pitchOf(words: readonly string[]): number {
  const widthOf = (word: string): number => word.length * 7.8;
  return words.reduce((most, word, k) => {
    const next = words[k + 1];
    return next === undefined ? most : Math.max(most, (widthOf(word) + widthOf(next)) / 2 + 8);
  }, 24);
}
