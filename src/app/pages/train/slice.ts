/** @file What the page of training keeps besides its link: the run, its curve and checkpoints, the models, and what the worksheet shows. */
import type { Address } from '../../../engine/explanation.ts';
import type { Cursor, Pair } from '../../../geometry/cursor.ts';
import type { Progress, Tried } from '../../../training/liveRun.ts';
import type { SetScore } from '../../../training/judging.ts';
import type { TaskSettings } from '../../../training/settings.ts';
import type { MatrixFocus } from '../../../views/Matrix.tsx';
import type { SceneData } from '../../../views/scene.ts';
import type { ForcedWord } from '../../../worker/protocol.ts';
import type { RunState } from '../../../worker/training/protocol.ts';
import type { KeptModel, StorageFault } from './keepModels.ts';
import type { SavedModel } from './savedModel.ts';

/** A point of the training curve: means over the steps since the point before. */
export interface CurvePoint {
  readonly step: number;
  readonly loss: number;
  readonly symbols: number;
}

/** A checkpoint as the page keeps it. */
export interface KeptCheck {
  readonly step: number;
  readonly heldOut: SetScore;
  readonly examples: readonly Tried[];
  readonly numbers: Float32Array;
}

/** A run, as far as the worker has told of it. */
export interface TrainRun {
  readonly number: number;
  readonly settings: TaskSettings;
  readonly state: 'making' | RunState | 'failed';
  readonly parameters: number | null;
  readonly step: number;
  readonly progress: Progress | null;
  readonly stepsPerSecond: number | null;
  readonly curve: readonly CurvePoint[];
  readonly checks: readonly KeptCheck[];
  /** Why it failed. */
  readonly message: string;
  /** The step that was gone back to when the worker had to be started again. */
  readonly restartedAt: number | null;
}

/** Which model writes on the worksheet: the run at one of its checkpoints (−1: the newest), one that is kept, or the shipped one. */
export type Chosen =
  | { readonly kind: 'run'; readonly check: number }
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'shipped' };

/** What the worksheet shows. */
export interface TrainShown {
  readonly scene: SceneData;
  /** What it was asked for: it is old where something else is wanted by now. */
  readonly key: string;
  /** The symbols that were read, as one text. */
  readonly text: string;
}

/** What is said of the models: kept, forgotten, imported, or why not. */
export type ModelNote =
  | { readonly kind: 'kept' | 'forgotten' | 'imported' | 'exported'; readonly name: string }
  | { readonly kind: 'storage'; readonly fault: StorageFault; readonly message: string }
  | { readonly kind: 'file'; readonly message: string };

export interface TrainSlice {
  readonly run: TrainRun | null;
  readonly chosen: Chosen;
  readonly shipped: SavedModel | 'loading' | { readonly failed: string } | null;
  /** null: not looked at yet. */
  readonly kept: readonly KeptModel[] | null;
  readonly note: ModelNote | null;
  /** Symbols that the reader put in place of the model's own, for one text only (0-based steps). */
  readonly forced: { readonly text: string; readonly symbols: readonly ForcedWord[] };
  readonly shown: TrainShown | null;
  readonly tracing: 'idle' | 'running' | { readonly failed: string };
  readonly cursor: Cursor;
  readonly opened: Address | null;
  readonly highlight: Pair | null;
  readonly unfolded: ReadonlySet<string>;
  readonly focus: { readonly e: MatrixFocus | null; readonly alpha: MatrixFocus | null };
  readonly playing: boolean;
  readonly speed: number;
  readonly simd: boolean | null;
}

export const emptySlice: TrainSlice = {
  run: null,
  chosen: { kind: 'run', check: -1 },
  shipped: null,
  kept: null,
  note: null,
  forced: { text: '', symbols: [] },
  shown: null,
  tracing: 'idle',
  cursor: { t: 1, at: 'score', cell: 0 },
  opened: null,
  highlight: null,
  unfolded: new Set(),
  focus: { e: null, alpha: null },
  playing: false,
  speed: 1,
  simd: null,
};
