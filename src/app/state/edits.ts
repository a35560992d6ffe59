/** @file Edits: the sentence, the beam, the words put in by the reader; each can be taken back. */
import { translation } from '../../params/translation.ts';
import type { LinkState } from '../../url/state.ts';
import type { Edit } from './appState.ts';
import { changeLink } from './link.ts';
import type { AppStore } from './store.ts';

/** The most edits that can be taken back. */
const mostEdits = 200;

function editOf({ sentence, beam, hypothesis, forced, reach }: LinkState): Edit {
  return { sentence, beam, hypothesis, forced, reach };
}

export function createEdits(store: AppStore) {
  const { getState: get } = store;

  /** An edit that can be taken back; one burst of typing is one edit. */
  function edit(part: Partial<Edit>, typing = false): void {
    const { link, typing: goesOn, past } = get();
    const joined = typing && goesOn;
    changeLink(store, { ...part, model: '' }, !joined, {
      typing,
      playing: false,
      past: joined ? past : [...past, editOf(link)].slice(-mostEdits),
      future: [],
    });
  }

  /** Puts a word of the model's vocabulary at target word t (from 1), and drops what was forced after it. */
  function force(t: number, word: string): void {
    edit({ forced: [...get().link.forced.filter((one) => one.t < t), { t, word }] });
  }

  return {
    type(text: string): void {
      edit({ sentence: translation.sentence.tidy(text), hypothesis: 1, forced: [] }, true);
    },
    /** The burst of typing is over: the next key begins another edit. */
    endTyping(): void {
      if (get().typing) store.setState({ typing: false });
    },
    setSentence(sentence: string): void {
      edit({ sentence: translation.sentence.tidy(sentence), hypothesis: 1, forced: [] });
    },
    setBeam(beam: number): void {
      edit({ beam, hypothesis: 1 });
    },
    /** D of local attention; 0 is the model's own. A slider that is drawn along makes one edit. */
    setReach(reach: number): void {
      edit({ reach, hypothesis: 1 }, true);
    },
    setHypothesis(hypothesis: number): void {
      edit({ hypothesis });
    },
    force,
    /** The same for the word with a number in the target vocabulary. */
    forceNumber(t: number, wordNumber: number): void {
      const { link, models } = get();
      const word = models[link.mechanism]?.targetWords[wordNumber];
      if (word !== undefined) force(t, word);
    },
    /** Lets the model write word t itself again. */
    release(t: number): void {
      edit({ forced: get().link.forced.filter((one) => one.t !== t) });
    },
    /** Back to the first sentence and settings, as one edit. */
    reset(): void {
      const { sentence, beam, hypothesis, forced, reach } = translation;
      edit({
        sentence: sentence.initial,
        beam: beam.initial,
        hypothesis: hypothesis.initial,
        forced: forced.initial,
        reach: reach.initial,
      });
    },
  };
}

/** Taking edits back, and doing them again. */
export function createHistory(store: AppStore) {
  const { getState: get } = store;
  return {
    undo(): void {
      const { past, future, link } = get();
      const back = past.at(-1);
      if (back === undefined) return;
      const also = { past: past.slice(0, -1), future: [...future, editOf(link)], playing: false };
      changeLink(store, { ...back, model: '' }, true, also);
    },
    redo(): void {
      const { past, future, link } = get();
      const forth = future.at(-1);
      if (forth === undefined) return;
      const also = { past: [...past, editOf(link)], future: future.slice(0, -1), playing: false };
      changeLink(store, { ...forth, model: '' }, true, also);
    },
  };
}
