/** @file The parts of a story: lines that say how a cell was made, and a tree of what it was made from. */

import { classes } from '../classes.ts';
import type { ReactNode } from 'react';
import { valueAt } from '../../engine/explain.ts';
import type { Address } from '../../engine/explanation.ts';
import { cellName } from '../../geometry/cellName.ts';
import { exact, significant } from '../../geometry/numbers.ts';
import type { CellStoryProps } from '../CellStory.tsx';
import { Said } from '../Said.tsx';
import { Sym } from '../Sym.tsx';
import { About } from './About.tsx';
import {
  productStory,
  productText,
  storyOf,
  wholeStory,
  type StoryLine,
  type StoryNode,
} from './storyNode.ts';

type Common = Pick<CellStoryProps, 'scene' | 'words' | 'unfolded' | 'onUnfold' | 'onOpen' | 'onHighlight'>;

/** What is said of a cell itself. */
export function StoryLines(
  props: Common & { readonly address: Address; readonly lines: readonly StoryLine[] },
) {
  return props.lines.map((line) => (
    <p key={line.kind} className={classes('story-line', `is-${line.kind}`)}>
      <Line {...props} line={line} />
    </p>
  ));
}

function Line({
  scene,
  words,
  address,
  line,
}: Common & { readonly address: Address; readonly line: StoryLine }) {
  const { formatter, views } = words;
  const { story } = views;
  switch (line.kind) {
    case 'formula':
      return line.text;
    case 'sum':
      return (
        <>
          = Σ {formatter.text(story.sumOver, { count: line.count })} = {line.text}
        </>
      );
    case 'shifted':
      return formatter.text(story.shifted);
    case 'temperature':
      return formatter.text(story.temperature, { value: significant(line.value) });
    case 'threshold':
      return formatter.text(story.threshold, { value: significant(line.value) });
    case 'copied':
      return line.by === 'place' ? formatter.text(story.copied) : formatter.text(story.chosen);
    case 'largest':
      return formatter.text(story.largest, { count: line.count });
    case 'hidden':
      return formatter.text(story.hidden, { value: significant(line.value) });
    case 'constant':
      return formatter.text(story.constant, { value: significant(line.value) });
    case 'decided':
      return formatter.text(story.decided, { value: significant(line.value) });
    case 'parameter':
      if (scene.model === null) return formatter.text(story.givenParameter);
      return (
        <Said
          formatter={formatter}
          message={story.parameter}
          values={{ name: cellName(scene.trace, address).symbol.plain, model: scene.model.name }}
          links={{ card: scene.model.cardHref }}
        />
      );
    case 'input':
      return inputText(scene, words, address);
  }
}

function inputText(scene: Common['scene'], { formatter, views }: Common['words'], address: Address): string {
  const { tensor, pair } = cellName(scene.trace, address);
  if (tensor.name === 'ids') {
    return formatter.text(views.story.inputIds, { word: scene.source[(pair.j ?? 1) - 1] ?? '' });
  }
  if (tensor.name === 'y_id') {
    const before = scene.target[(pair.t ?? 1) - 2];
    return formatter.text(views.story.inputIds, { word: before ?? formatter.text(views.end) });
  }
  return formatter.text(tensor.name === 'h_0' ? views.story.inputStart : views.story.input);
}

/** Nodes of one level. */
export function StoryChildren(
  props: Common & { readonly nodes: readonly StoryNode[]; readonly level: number },
) {
  return props.nodes.map((node, k) => (
    <StoryItem key={node.key} {...props} node={node} isFirst={props.level === 1 && k === 0} />
  ));
}

interface StoryItemProps extends Common {
  readonly node: StoryNode;
  readonly level: number;
  /** Whether Tab comes to this item first. */
  readonly isFirst: boolean;
}

function StoryItem(props: StoryItemProps) {
  const { scene, node, level, unfolded, onUnfold, onHighlight, isFirst } = props;
  const isOpen = unfolded.has(node.key);
  const pair = 'address' in node ? cellName(scene.trace, node.address).pair : null;
  return (
    <li
      role="treeitem"
      className={classes('story-item', `is-${node.kind}`)}
      aria-level={level}
      aria-expanded={isOpen}
      aria-selected={false}
      tabIndex={isFirst ? 0 : -1}
    >
      <div
        className="story-row"
        role="presentation"
        onClick={() => onUnfold(node.key)}
        onPointerEnter={() => pair !== null && onHighlight(pair)}
        onPointerLeave={() => pair !== null && onHighlight(null)}
      >
        <span className={isOpen ? 'twisty is-open' : 'twisty'} aria-hidden="true" />
        <NodeRow {...props} />
      </div>
      {isOpen && <Inside {...props} />}
    </li>
  );
}

/** One node in one line. */
function NodeRow({ scene, words, node }: StoryItemProps): ReactNode {
  const { formatter, views } = words;
  switch (node.kind) {
    case 'cell': {
      const sign = node.role === 'minus' ? '−' : '';
      return (
        <span title={exact(valueAt(scene.trace, node.address))}>
          {node.role === 'because' && (
            <span className="story-note">{formatter.text(views.story.because)} </span>
          )}
          {sign}
          <Sym symbol={cellName(scene.trace, node.address).symbol} /> = {node.text}{' '}
          <About scene={scene} words={words} address={node.address} />
        </span>
      );
    }
    case 'product':
      return (
        <span>
          <span className="story-factors">
            {node.of.map((one, k) => (
              <span key={`${one.tensor}:${one.cell}`}>
                {k > 0 && ' · '}
                <Sym symbol={cellName(scene.trace, one).symbol} />
              </span>
            ))}
          </span>{' '}
          <span className="story-product">
            {productText(scene.trace, node)} = <b>{node.text}</b>
          </span>
        </span>
      );
    case 'exponential':
      return (
        <span>
          {node.formula} = <b>{node.text}</b> <About scene={scene} words={words} address={node.address} />
        </span>
      );
    case 'whole':
      return (
        <span>
          Σ {formatter.text(views.story.sumOver, { count: node.whole.length })} = <b>{node.text}</b>{' '}
          <span className="story-note">{formatter.text(views.story.whole)}</span>
        </span>
      );
    case 'more':
      return (
        <span className="story-note">
          {formatter.text(views.story.more, { count: node.count })} {node.text}
        </span>
      );
  }
}

/** What an open node holds. */
function Inside(props: StoryItemProps): ReactNode {
  const { scene, node, level, unfolded, onOpen, words } = props;
  if (node.kind === 'more') return null;
  if (node.kind === 'cell') {
    const story = storyOf(scene.trace, node.address, node.key, unfolded);
    return (
      <div className="story-inside">
        <StoryLines {...props} address={node.address} lines={story.lines} />
        {story.children.length > 0 && (
          <ul role="group">
            <StoryChildren {...props} nodes={story.children} level={level + 1} />
          </ul>
        )}
        {level > 3 && story.children.length > 0 && (
          <button type="button" className="story-start" tabIndex={-1} onClick={() => onOpen(node.address)}>
            {words.formatter.text(words.views.story.root)}
          </button>
        )}
      </div>
    );
  }
  return (
    <ul role="group" className="story-inside">
      <StoryChildren {...props} nodes={childrenOf(props)} level={level + 1} />
    </ul>
  );
}

function childrenOf({ scene, node, unfolded }: StoryItemProps): readonly StoryNode[] {
  switch (node.kind) {
    case 'product':
      return productStory(scene.trace, node);
    case 'whole':
      return wholeStory(scene.trace, node, unfolded);
    case 'exponential':
      return [
        {
          kind: 'cell',
          key: `${node.key}/e`,
          address: node.address,
          role: 'operand',
          text: significant(valueAt(scene.trace, node.address)),
        },
      ];
    case 'cell':
    case 'more':
      return [];
  }
}
