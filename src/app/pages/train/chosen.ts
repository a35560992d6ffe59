/** @file Which model writes on the worksheet, what it is asked to write for, and its answer as a scene. */
import type { PlainModel } from '../../../training/plainModel.ts';
import type { TrainPage } from '../../../url/pages/train.ts';
import type { SceneData } from '../../../views/scene.ts';
import type { ForcedWord } from '../../../worker/protocol.ts';
import type { Traced } from '../../../worker/training/protocol.ts';
import type { SavedModel } from './savedModel.ts';
import { readingOf, shownSymbol, taskOfSettings, textOf } from './settingsOf.ts';
import type { KeptCheck, TrainSlice } from './slice.ts';

/** A trace that the worksheet wants; two with one key are the same. */
export interface WantedTrace {
  readonly key: string;
  readonly symbols: readonly string[];
  readonly forced: readonly ForcedWord[];
  readonly name: string;
}

/** The checkpoint that is chosen: the newest where none is. */
export function chosenCheck({ run, chosen }: Pick<TrainSlice, 'run' | 'chosen'>): KeptCheck | undefined {
  if (run === null || chosen.kind !== 'run') return undefined;
  return chosen.check < 0 ? run.checks.at(-1) : run.checks[Math.min(chosen.check, run.checks.length - 1)];
}

/** The model that is chosen; undefined where it is not there (yet). */
export function chosenModel(slice: TrainSlice): PlainModel | undefined {
  const { run, chosen, kept, shipped } = slice;
  switch (chosen.kind) {
    case 'run': {
      const check = chosenCheck(slice);
      return run === null || check === undefined
        ? undefined
        : { settings: run.settings, numbers: check.numbers };
    }
    case 'kept':
      return kept?.find(({ id }) => id === chosen.id);
    case 'shipped':
      return shipped !== null && typeof shipped === 'object' && 'numbers' in shipped ? shipped : undefined;
  }
}

/** A model that can be named and kept: the one that is chosen. */
export function modelToKeep(slice: TrainSlice): Omit<SavedModel, 'name'> | undefined {
  const model = chosenModel(slice);
  const check = chosenCheck(slice);
  if (model === undefined) return undefined;
  if (check !== undefined) return { ...model, step: check.step, heldOut: check.heldOut };
  return 'heldOut' in model ? (model as SavedModel) : undefined;
}

/**
 * What the worksheet wants. While a run goes on and no checkpoint of it is chosen nothing is: the live picture is elsewhere, and the
 * worksheet would be another one before it had been read.
 */
export function wantedTrace(page: TrainPage, slice: TrainSlice): WantedTrace | undefined {
  const { run, chosen } = slice;
  const model = chosenModel(slice);
  if (model === undefined) return undefined;
  if (chosen.kind === 'run' && chosen.check < 0 && run?.state === 'running') return undefined;
  const task = taskOfSettings(model.settings);
  const { symbols } = readingOf(textOf(page, task), task);
  if (symbols.length === 0) return undefined;
  const check = chosenCheck(slice);
  const name = chosen.kind === 'run' ? `run ${run?.number ?? 0} ${check?.step ?? 0}` : JSON.stringify(chosen);
  const text = symbols.join('\u0001');
  const forced = slice.forced.text === text ? slice.forced.symbols : [];
  return { key: `${name} ${JSON.stringify(forced)} ${text}`, symbols, forced, name };
}

/** The answer as a scene. */
export function sceneOf(traced: Traced, { settings }: PlainModel, { name, forced }: WantedTrace): SceneData {
  const task = taskOfSettings(settings);
  const isWords = task.unit === 'word';
  return {
    trace: traced.trace,
    source: traced.source.map(shownSymbol),
    unknown: traced.unknown,
    target: traced.target.map(shownSymbol),
    targetWords: task.target.words.map(shownSymbol),
    sourceLanguage: 'en',
    targetLanguage: isWords ? 'fr' : 'en',
    forced: forced.map(({ t }) => t + 1),
    model: { name, cardHref: '#/1/train' },
  };
}
