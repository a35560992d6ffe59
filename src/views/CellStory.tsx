/** @file "How was this number computed?": one cell retold from its explanation, every operand of which can be opened in turn. */

import { memo, useId, type KeyboardEvent } from 'react';
import { valueAt } from '../engine/explain.ts';
import type { Address } from '../engine/explanation.ts';
import { cellName } from '../geometry/cellName.ts';
import type { Pair } from '../geometry/cursor.ts';
import { exact, significant } from '../geometry/numbers.ts';
import { keepTabStop } from './roving.ts';
import type { SceneData, Unfolding, Words } from './scene.ts';
import { About } from './story/About.tsx';
import { StoryChildren, StoryLines } from './story/StoryItem.tsx';
import { storyOf } from './story/storyNode.ts';
import { Sym } from './Sym.tsx';
import './story/story.css';

export interface CellStoryProps extends Unfolding {
  readonly scene: SceneData;
  readonly words: Words;
  /** The cell that is explained. */
  readonly opened: Address;
  /** Makes an operand the cell that is explained. */
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** The story of a number, down to inputs and parameters. */
export const CellStory = memo(function CellStory(props: CellStoryProps) {
  const { scene, words, opened, unfolded } = props;
  const { formatter, views } = words;
  const value = valueAt(scene.trace, opened);
  const { symbol } = cellName(scene.trace, opened);
  const key = `story:${symbol.plain}`;
  const story = storyOf(scene.trace, opened, key, unfolded);
  const id = useId();
  const { owner } = scene;
  return (
    <section className="cell-story" aria-labelledby={id}>
      <h3 id={id}>
        {owner === undefined
          ? formatter.text(views.story.title)
          : formatter.text(views.story.titleOf, { owner })}
      </h3>
      <div className="story-root">
        <p className="story-head">
          <span className="story-value">
            <Sym symbol={symbol} /> = {significant(value)}
          </span>{' '}
          <About scene={scene} words={words} address={opened} />
        </p>
        <p className="story-exact">{formatter.text(views.story.exactly, { value: exact(value) })}</p>
        <StoryLines {...props} address={opened} lines={story.lines} />
        {story.children.length > 0 && (
          <ul
            role="tree"
            className="story-tree"
            aria-label={formatter.text(views.story.tree)}
            onKeyDown={onTreeKey}
            onFocus={(event) => keepTabStop(event, ITEM)}
          >
            <StoryChildren {...props} nodes={story.children} level={1} />
          </ul>
        )}
      </div>
    </section>
  );
});

const ITEM = '[role="treeitem"]';

/** Keys of a tree: up and down among what is open, right opens or goes in, left closes or goes out. Enter and Space click. */
function onTreeKey(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(ITEM) : null;
  if (item === null || event.target !== item) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEM)];
  const place = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  const go = (to: HTMLElement | null | undefined): void => to?.focus();
  const press = (): void => item.querySelector<HTMLElement>('.story-row')?.click();
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(items[place + 1]),
    ArrowUp: () => go(items[place - 1]),
    Home: () => go(items[0]),
    End: () => go(items.at(-1)),
    ArrowRight: () => (expanded === 'false' ? press() : go(item.querySelector<HTMLElement>(ITEM))),
    ArrowLeft: () => (expanded === 'true' ? press() : go(item.parentElement?.closest<HTMLElement>(ITEM))),
    Enter: press,
    ' ': press,
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}
