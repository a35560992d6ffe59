/** @file The state of a worked example for its components: its link, its example, what the worker answered; and what asks the worker. */
import { useEffect, useMemo, use } from 'react';
import { lessons } from '../../../lessons/all.ts';
import type { Lesson } from '../../../lessons/lesson.ts';
import type { HandPage } from '../../../url/pages/hand.ts';
import { handPage } from '../../../url/pages/hand.ts';
import { WorkerDied } from '../../../worker/client.ts';
import { useApp, useAppState, type AppParts } from '../../context.ts';
import { createHandActions, sliceOf, type HandActions } from './actions.ts';
import { caseOf, exampleOf, type Example } from './example.ts';
import type { HandSlice } from './slice.ts';
import { handWords, type HandWords } from './words.ts';

const known = new WeakMap<AppParts['store'], HandActions>();

/** The actions of a worked example, one object a store. */
export function useHandActions(): HandActions {
  const { store } = useApp();
  const actions = known.get(store) ?? createHandActions(store);
  known.set(store, actions);
  return actions;
}

const firstPage = handPage('none');

export function useHandPage(): HandPage {
  return useAppState(({ link }) => (link.other?.page === 'hand' ? link.other : firstPage));
}

export function useHandSlice(): HandSlice {
  return useAppState(({ slices }) => sliceOf(slices));
}

/** The lesson of a link; the first that there is where it has not been written. */
export function lessonOf({ lesson: id }: Pick<HandPage, 'lesson'>): Lesson {
  const lesson = lessons.find((one) => one.id === id) ?? lessons[0];
  if (lesson === undefined) throw new Error('there are no lessons');
  return lesson;
}

/** The example that the link asks for, as one object until it changes. */
export function useExample(): Example {
  const page = useHandPage();
  return useMemo(() => exampleOf(lessonOf(page), page), [page]);
}

/** The words of the page and of its lesson. */
export function useHandWords(): HandWords {
  const { language } = useApp();
  return use(handWords(language, lessonOf(useHandPage()).id));
}

/** Asks the worker for what the link asks for, whenever that is another calculation. */
export function useRun(example: Example): void {
  const { client, store } = useApp();
  const actions = useHandActions();
  const text = useMemo(() => JSON.stringify(caseOf(example)), [example]);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const run = async (): Promise<void> => {
      try {
        const request = { kind: 'case', case: JSON.parse(text) as unknown } as const;
        const { trace, outputs } = await client.callAgain<'case'>(request, {
          signal,
          onRestart: () => undefined,
        });
        if (signal.aborted) return;
        const { shown } = sliceOf(store.getState().slices);
        const edited = shown?.example.lesson === example.lesson && isEdited(shown.example, example);
        actions.setSlice({
          shown: { example, trace, outputs },
          failed: null,
          // Another beat or lesson is no change of the reader's: nothing is marked as changed.
          ...(edited ? {} : { before: null }),
        });
      } catch (error) {
        if (signal.aborted) return;
        const message =
          error instanceof Error && !(error instanceof WorkerDied) ? error.message : String(error);
        actions.setSlice({ failed: message });
      }
    };
    void run();
    return () => abort.abort();
    // The example is as its text says: it may be another object for the same calculation.
    // eslint-disable-next-line react/exhaustive-deps
  }, [text, client, actions, store]);
}

/** Whether two examples of a lesson differ by what the reader changed. */
function isEdited(one: Example, other: Example): boolean {
  return one.beat === other.beat || one.beat.set === other.beat.set;
}
