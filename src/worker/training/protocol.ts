/** @file What is said between the page and the worker that trains: types only. */
import type { Check, Progress } from '../../training/liveRun.ts';
import type { PlainModel } from '../../training/plainModel.ts';
import type { TaskSettings } from '../../training/settings.ts';
import type { Checkpoint } from '../../training/trainer.ts';
import type { Trace } from '../../engine/trace.ts';
import type { ForcedWord } from '../protocol.ts';

/** What the page sends. `run` counts the runs: what is said of another than the present one is late, and ignored. */
export type ToTrainer =
  /** Makes a run, paused, in place of the one there was; from a checkpoint where there is one. */
  | {
      readonly kind: 'begin';
      readonly run: number;
      readonly settings: TaskSettings;
      /** The symbols of the sentence to watch; none: no sentence. */
      readonly watched: readonly string[];
      readonly from?: Checkpoint<TaskSettings>;
    }
  /** Goes on, or pauses. */
  | { readonly kind: 'go'; readonly on: boolean }
  /** One step, then pauses. */
  | { readonly kind: 'step' }
  | { readonly kind: 'watch'; readonly watched: readonly string[] }
  /** Asks a model, of this run or any other, to write for a sentence, with all numbers. */
  | {
      readonly kind: 'trace';
      readonly id: number;
      readonly model: PlainModel;
      readonly symbols: readonly string[];
      /** Symbols to write whatever the model would have (0-based steps). */
      readonly forced: readonly ForcedWord[];
    };

/** What a model wrote, with all numbers. */
export interface Traced {
  readonly source: readonly string[];
  /** Places (0-based) of symbols that the model does not know. */
  readonly unknown: readonly number[];
  /** Without the end mark. */
  readonly target: readonly string[];
  readonly trace: Trace;
}

/** How a run stands. */
export type RunState = 'running' | 'paused' | 'done';

/** What the worker sends. */
export type FromTrainer =
  /** Said once at the start: whether fast kernels (WASM SIMD) are there. */
  | { readonly kind: 'ready'; readonly simd: boolean }
  /** The run is there, at this step, paused. */
  | { readonly kind: 'begun'; readonly run: number; readonly step: number; readonly parameters: number }
  /** Said at most ten times a second. Without a speed where nothing was learned since the last time. */
  | {
      readonly kind: 'progress';
      readonly run: number;
      readonly state: RunState;
      readonly progress: Progress;
      readonly stepsPerSecond: number | null;
    }
  | { readonly kind: 'check'; readonly run: number; readonly check: Check }
  | { readonly kind: 'traced'; readonly id: number; readonly traced: Traced }
  /** What was asked could not be done: a run (`id` is null) or a trace. */
  | {
      readonly kind: 'failed';
      readonly run: number;
      readonly id: number | null;
      readonly message: string;
    };
