/** @file What the worker answered, made ready to be shown. */
import { displayToken } from '../../tasks/translation/display.ts';
import type { LoadedModel, Translation } from '../../worker/protocol.ts';
import type { Shown, Wanted } from './appState.ts';

/** Forced words that a model has; the others cannot be written. */
export function knownForced({ targetWords }: LoadedModel, forced: Wanted['forced']): Wanted['forced'] {
  return forced.filter(({ word }) => targetWords.includes(word));
}

/** What is shown of a translation that has arrived. */
export function shownOf(wanted: Wanted, { targetWords, card }: LoadedModel, translation: Translation): Shown {
  return {
    wanted,
    translation,
    scene: {
      trace: translation.trace,
      source: translation.source,
      unknown: translation.unknown,
      target: translation.target.map(displayToken),
      targetWords: targetWords.map(displayToken),
      sourceLanguage: 'en',
      targetLanguage: 'fr',
      forced: wanted.forced.map(({ t }) => t),
      model: { name: card.id, cardHref: `#/1/about/${card.id}` },
    },
  };
}
