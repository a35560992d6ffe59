/** @file Sentences of the narrator: messages by key, with their values put in and their marks shown. */

import type { ReactNode } from 'react';
import type { Line } from '../../geometry/narration/narration.ts';
import type { NarratorMessages } from '../../messages/en/narratorMessages.ts';
import type { SceneData, Words } from '../scene.ts';
import { Said } from '../Said.tsx';

/** What all parts of the narrator are given. */
export interface Voice {
  readonly scene: SceneData;
  readonly words: Words;
  readonly messages: NarratorMessages;
}

export interface LinesProps extends Voice {
  readonly lines: readonly Line[];
}

const marks: Readonly<Record<string, (children: ReactNode) => ReactNode>> = {
  sub: (children) => <sub>{children}</sub>,
  sup: (children) => <sup>{children}</sup>,
};

/** The message with that key. Throws if the catalogue has none: the tests go through all of them. */
export function messageOf(messages: NarratorMessages, key: string): string {
  const message = messages[key];
  if (message === undefined) throw new Error(`messages: there is none with the key ${key}`);
  return message;
}

/** Sentences with spaces between them. */
export function Lines({ lines, scene, words, messages }: LinesProps) {
  const languages = { source: scene.sourceLanguage, target: scene.targetLanguage };
  return (
    <>
      {lines.map(({ key, values }, k) => (
        <span key={key}>
          {k > 0 && ' '}
          <Said
            formatter={words.formatter}
            message={messageOf(messages, key)}
            values={values}
            languages={languages}
            marks={marks}
          />
        </span>
      ))}
    </>
  );
}
