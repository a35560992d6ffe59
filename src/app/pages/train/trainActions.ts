/** @file What the reader can do on the page of training. */
import type { Address } from '../../../engine/explanation.ts';
import type { Cursor, Pair } from '../../../geometry/cursor.ts';
import { train } from '../../../params/train.ts';
import type { TrainPage } from '../../../url/pages/train.ts';
import type { MatrixFocus } from '../../../views/Matrix.tsx';
import { changeOther } from '../../state/link.ts';
import { moved, type Move } from '../../state/moves.ts';
import type { AppStore } from '../../state/store.ts';
import { chosenModel, modelToKeep } from './chosen.ts';
import { taskOfSettings } from './settingsOf.ts';
import { forgetModel, keepModel, keptModels, StorageError, type KeptModel } from './keepModels.ts';
import {
  LARGEST_FILE,
  LONGEST_NAME,
  readSavedModel,
  writeSavedModel,
  type SavedModel,
} from './savedModel.ts';
import type { ModelNote } from './slice.ts';
import type { TrainRunner } from './trainRunner.ts';

/** Stepping over the trace that is shown, and what is lit, opened, unfolded and focused. */
function createLooks(runner: TrainRunner) {
  const go = (cursor: Cursor): void => runner.set({ cursor, opened: null });
  return {
    /** Moves along the timeline. False where there is nowhere to go. */
    move(move: Move): boolean {
      const { shown, cursor } = runner.slice;
      const to = shown === null ? undefined : moved(shown.scene.trace, cursor, move);
      if (to === undefined) return false;
      go(to);
      return true;
    },
    seek(cursor: Cursor): void {
      runner.set({ cursor, opened: null, playing: false });
    },
    play(playing: boolean): void {
      const { shown, cursor } = runner.slice;
      const first = shown === null ? undefined : moved(shown.scene.trace, cursor, 'first');
      const atEnd = shown !== null && moved(shown.scene.trace, cursor, 'next') === undefined;
      if (playing && atEnd && first !== undefined) go(first);
      runner.set({ playing });
    },
    setSpeed: (speed: number): void => runner.set({ speed }),
    open: (opened: Address): void => runner.set({ opened }),
    highlight(pair: Pair | null): void {
      const { highlight } = runner.slice;
      if (pair?.t !== highlight?.t || pair?.j !== highlight?.j) runner.set({ highlight: pair });
    },
    unfold(key: string): void {
      const unfolded = new Set(runner.slice.unfolded);
      if (!unfolded.delete(key)) unfolded.add(key);
      runner.set({ unfolded });
    },
    /** Puts the symbol of this number in place of what the model wrote at step t (from 1), and lets it go on from there. */
    force(t: number, number: number): void {
      const { shown, forced } = runner.slice;
      const model = chosenModel(runner.slice);
      if (shown === null || model === undefined) return;
      const word = taskOfSettings(model.settings).target.word(number);
      const before = forced.text === shown.text ? forced.symbols.filter((one) => one.t < t - 1) : [];
      runner.set({ forced: { text: shown.text, symbols: [...before, { t: t - 1, word }] } });
    },
    /** Lets the model write its own symbols again. */
    release: (): void => runner.set({ forced: { text: '', symbols: [] } }),
    focusScores: (e: MatrixFocus): void => runner.set({ focus: { ...runner.slice.focus, e } }),
    focusWeights: (alpha: MatrixFocus): void => runner.set({ focus: { ...runner.slice.focus, alpha } }),
  };
}

/** What went wrong with the device's storage, for the reader. */
function storageNote(error: unknown): ModelNote {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'storage', fault: error instanceof StorageError ? error.fault : 'other', message };
}

/** Keeping, forgetting, exporting and importing models. */
function createKeeping(runner: TrainRunner) {
  const refresh = async (): Promise<void> => runner.set({ kept: await keptModels() });
  const add = async (model: SavedModel, kind: 'kept' | 'imported'): Promise<void> => {
    const kept: KeptModel = { ...model, id: `${Date.now().toString(36)}-${runner.slice.kept?.length ?? 0}` };
    // In memory first: if the device will not keep it, it can still be used and exported.
    runner.set({ kept: [...(runner.slice.kept ?? []), kept], chosen: { kind: 'kept', id: kept.id } });
    try {
      await keepModel(kept);
      runner.set({ note: { kind, name: model.name } });
    } catch (error) {
      runner.set({ note: storageNote(error) });
    }
  };
  return {
    /** Looks which models the device keeps. */
    async list(): Promise<void> {
      try {
        await refresh();
      } catch (error) {
        runner.set({ kept: runner.slice.kept ?? [], note: storageNote(error) });
      }
    },
    /** Keeps the model that is shown under a name. */
    async keep(name: string): Promise<void> {
      const model = modelToKeep(runner.slice);
      const called = train.text.tidy(name).trim().slice(0, LONGEST_NAME);
      if (model !== undefined && called !== '') await add({ ...model, name: called }, 'kept');
    },
    async forget({ id, name }: KeptModel): Promise<void> {
      try {
        await forgetModel(id);
        const { kept, chosen } = runner.slice;
        const gone = chosen.kind === 'kept' && chosen.id === id;
        runner.set({
          kept: (kept ?? []).filter((one) => one.id !== id),
          note: { kind: 'forgotten', name },
          ...(gone ? { chosen: { kind: 'run', check: -1 } } : {}),
        });
      } catch (error) {
        runner.set({ note: storageNote(error) });
      }
    },
    /** The file of the model that is shown; undefined where there is none. */
    exported(name: string): string | undefined {
      const model = modelToKeep(runner.slice);
      return model === undefined ? undefined : writeSavedModel({ ...model, name });
    },
    note: (note: ModelNote): void => runner.set({ note }),
    /** Reads a file, lets the model write once, and keeps it; or says what is wrong with it. */
    async import(file: Blob): Promise<void> {
      try {
        if (file.size > LARGEST_FILE)
          throw new Error(`it has ${file.size} bytes; expected at most ${LARGEST_FILE}`);
        const model = readSavedModel(await file.text());
        await runner.client.trace(model, ['0']);
        await add(model, 'imported');
      } catch (error) {
        runner.set({
          note: { kind: 'file', message: error instanceof Error ? error.message : String(error) },
        });
      }
    },
  };
}

/** All actions of the page. */
export function createTrainActions(store: AppStore, runner: TrainRunner) {
  return {
    ...createLooks(runner),
    ...createKeeping(runner),
    /** Changes what the link says. Another task begins with its own text and lengths. */
    change(part: Partial<Omit<TrainPage, 'page'>>): void {
      const along = part.task === undefined ? {} : { text: '', longest: 0 };
      changeOther<TrainPage>(store, 'train', { ...along, ...part }, part.text === undefined);
    },
    begin: (): void => runner.begin(),
    go: (on: boolean): void => runner.go(on),
    step: (): void => runner.step(),
    choose: (chosen: Parameters<TrainRunner['choose']>[0]): void => runner.choose(chosen),
    retryShipped: (): void => runner.retryShipped(),
  };
}

export type TrainActions = ReturnType<typeof createTrainActions>;
