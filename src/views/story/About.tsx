/** @file The words that a cell is about: `pas · not`. */

import { Fragment, type ReactNode } from 'react';
import type { Address } from '../../engine/explanation.ts';
import { cellName } from '../../geometry/cellName.ts';
import type { SceneData, Words } from '../scene.ts';

export interface AboutProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly address: Address;
}

/** The target word, the source word and the vocabulary's word that a cell belongs to. */
export function About({ scene, words, address }: AboutProps) {
  const { pair, word } = cellName(scene.trace, address);
  const { formatter, views } = words;
  const parts: { readonly key: string; readonly shown: ReactNode }[] = [];
  if (pair.t !== undefined) {
    const target = scene.target[pair.t - 1];
    parts.push({
      key: 't',
      shown: (
        <span lang={target === undefined ? formatter.language : scene.targetLanguage}>
          {target ?? formatter.text(views.end)}
        </span>
      ),
    });
  }
  if (pair.j !== undefined) {
    parts.push({ key: 'j', shown: <span lang={scene.sourceLanguage}>{scene.source[pair.j - 1]}</span> });
  }
  if (word?.side === 'target') {
    const mark = ([views.padding, views.unknownWord, views.end] as const)[word.number];
    parts.push({
      key: 'v',
      shown: (
        <em lang={mark === undefined ? scene.targetLanguage : formatter.language}>
          {mark === undefined ? scene.targetWords[word.number] : formatter.text(mark)}
        </em>
      ),
    });
  }
  return (
    <span className="story-about">
      {parts.map(({ key, shown }, k) => (
        <Fragment key={key}>
          {k > 0 && ' · '}
          {shown}
        </Fragment>
      ))}
    </span>
  );
}
