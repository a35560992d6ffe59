/** @file Runs both mechanisms of a comparison whenever it asks for something else; what is shown is always a pair that belongs together. */
import { useEffect } from 'react';
import { mostWords } from '../../../params/translation.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import { useApp } from '../../context.ts';
import type { Shown, Wanted } from '../../state/appState.ts';
import { readingOf } from '../../state/derived.ts';
import { failureOf, type Runner, type RunOptions } from '../../state/runner.ts';
import type { AppStore } from '../../state/store.ts';
import { emptyCompare, type CompareSlice, type Pairing } from './slice.ts';

/** Changes the page's slice; makes it where there is none. */
export function changeCompare(store: AppStore, part: Partial<CompareSlice>): void {
  store.setState(({ slices }) => ({
    slices: { ...slices, compare: { ...(slices.compare ?? emptyCompare), ...part } },
  }));
}

type Asked = Pick<ComparePage, 'left' | 'right' | 'words'>;

/** Both translations: where one is to write the other's words, the other goes first. */
async function pairOf(
  runner: Runner,
  { left, right, words }: Asked,
  source: readonly string[],
  options: RunOptions,
): Promise<Pairing> {
  const plain = { words: source, beam: 1, hypothesis: 1, forced: [] };
  const alone = (mechanism: Wanted['mechanism']): Promise<Shown> =>
    runner.translate({ ...plain, mechanism }, options);
  const following = (mechanism: Wanted['mechanism'], { translation }: Shown): Promise<Shown> =>
    runner.translate(
      { ...plain, mechanism, forced: translation.target.map((word, t) => ({ t: t + 1, word })) },
      options,
    );
  if (words === 'left') {
    const first = await alone(left);
    return { left: first, right: await following(right, first) };
  }
  const second = await alone(right);
  return { left: words === 'right' ? await following(left, second) : await alone(left), right: second };
}

/** Keeps the page's pair up to date with its link. */
export function useCompared({ left, right, words, sentence }: ComparePage): void {
  const { store, runner } = useApp();
  useEffect(() => {
    const { words: source } = readingOf(sentence);
    if (source.length === 0 || source.length > mostWords) {
      changeCompare(store, { run: { state: 'idle', why: source.length === 0 ? 'empty' : 'long' } });
      return undefined;
    }
    const abort = new AbortController();
    const { signal } = abort;
    changeCompare(store, { run: { state: 'running', progress: null, restarted: false } });
    const options: RunOptions = {
      signal,
      onRestart() {
        if (!signal.aborted)
          changeCompare(store, { run: { state: 'running', progress: null, restarted: true } });
      },
    };
    void (async () => {
      try {
        const pair = await pairOf(runner, { left, right, words }, source, options);
        if (!signal.aborted) changeCompare(store, { pair, run: { state: 'done' } });
      } catch (error) {
        if (!signal.aborted) changeCompare(store, { run: failureOf(error) });
      }
    })();
    return () => abort.abort();
  }, [store, runner, left, right, words, sentence]);
}
