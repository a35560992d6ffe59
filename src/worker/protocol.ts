/** @file What is said between the page and the worker: types only. Every request has an id; late replies are ignored by it. */

import type { Trace } from '../engine/trace.ts';
import type { Segmented } from '../models/segmentation/segment.ts';

/** A target word that the reader put in place of the model's own (0-based step). */
export interface ForcedWord {
  readonly t: number;
  readonly word: string;
}

/** What a trained model is: its card, as `public/models/<id>.json` holds it. */
export interface ModelCard {
  /** What has to be said first. */
  readonly note?: string | undefined;
  /** The mechanism's id. */
  readonly id: string;
  readonly task: string;
  readonly grammarVersion: number;
  readonly seed: number;
  readonly command: string;
  readonly parameters: number;
  /** Bytes of the weights as shipped, and as compressed by gzip. */
  readonly bytes: number;
  readonly compressed: number;
  /** First 8 hex digits of the SHA-256 of the weight file: what links name the model by. */
  readonly hash: string;
  readonly training: { readonly sentences: number; readonly minutes: number };
  readonly widths: Readonly<Record<string, number>>;
  /** The settings of the run; D where the model looks through a window. */
  readonly settings?: { readonly D?: number | undefined } | undefined;
  /** Held-out results a length bucket, and on pairs of words never seen together. */
  readonly results: readonly {
    readonly set: string;
    readonly sentences: number;
    readonly exact: number;
    readonly tokens: number;
    readonly bleu: number;
    /** Left out where the model attends nothing. */
    readonly aer?: number | undefined;
  }[];
  readonly limits: readonly string[];
}

/** A model that is ready: its card and its words in the order of their numbers. */
export interface LoadedModel {
  readonly card: ModelCard;
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
}

export interface TranslateRequest {
  readonly kind: 'translate';
  readonly mechanism: string;
  /** Normalised words; unknown ones are read as the unknown word. 1 to 60 of them. */
  readonly words: readonly string[];
  /** Beam size, 1 (greedy) to 8. */
  readonly beam: number;
  /** Which hypothesis is traced: 0 is the best. */
  readonly hypothesis: number;
  /** Words to write whatever the model would have; with them, decoding is greedy between and after. */
  readonly forced: readonly ForcedWord[];
  /** D of local attention, in place of the one that the model was trained with. */
  readonly reach?: number;
}

/** One translation that beam search found. */
export interface Hypothesis {
  /** Without the end mark. */
  readonly target: readonly string[];
  /** Natural log of the probability of the whole, end mark included. */
  readonly logProbability: number;
  /** That divided by the number of tokens, end mark included: what the list is sorted by. */
  readonly score: number;
  /** false: the length cap was reached before the end mark. */
  readonly finished: boolean;
}

export interface Translation {
  readonly kind: 'translation';
  readonly mechanism: string;
  readonly source: readonly string[];
  /** Places (0-based) of source words that the model does not know. */
  readonly unknown: readonly number[];
  /** The traced hypothesis, without the end mark. */
  readonly target: readonly string[];
  readonly hypotheses: readonly Hypothesis[];
  readonly chosen: number;
  /** All numbers: the trace ends with the step that writes the end mark (or at the cap). */
  readonly trace: Trace;
}

/** How likely the written word of step t would have been with each source word left out in turn. */
export interface CounterfactualRequest {
  readonly kind: 'without';
  readonly mechanism: string;
  readonly words: readonly string[];
  /** All target words up to and including the one asked about, as written. */
  readonly target: readonly string[];
  readonly t: number;
  readonly reach?: number;
}

export interface Counterfactual {
  readonly kind: 'without';
  /** p(word t | the sentence as it stands). */
  readonly probability: number;
  /** p(word t | the sentence without source word j), one a source word; and what would be the likeliest word then. */
  readonly without: readonly { readonly probability: number; readonly likeliest: string }[];
}

/** How much each embedded source word moves the log-probability of each written word. */
export interface SaliencyRequest {
  readonly kind: 'saliency';
  readonly mechanism: string;
  readonly words: readonly string[];
  /** The written words, without the end mark. */
  readonly target: readonly string[];
  readonly reach?: number;
}

export interface Saliency {
  readonly kind: 'saliency';
  /** ‖∂ log p(word t) / ∂ x_j‖₂, a row a written word, a number a source word. */
  readonly rows: readonly (readonly number[])[];
}

export interface LoadRequest {
  readonly kind: 'load';
  readonly mechanism: string;
}

/** Runs the published cases in this browser. */
export interface ProofRequest {
  readonly kind: 'proof';
}

export interface ProofResult {
  readonly name: string;
  readonly mechanism: string;
  readonly source: string;
  readonly maxError: number;
  /** The same with the float32 kernels that train models (WASM SIMD where the browser has it). */
  readonly float32Error: number;
  readonly tolerance: number;
  readonly pass: boolean;
}

/** Runs one case file: what is to be computed from what, as src/models/cases/README.md describes it. */
export interface CaseRequest {
  readonly kind: 'case';
  /** The JSON value of the file. */
  readonly case: unknown;
}

/** What a case file gave. */
export interface Outcome {
  readonly kind: 'outcome';
  /** Outputs by name, and gradients as `grad:NAME`; row by row. */
  readonly outputs: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly data: Float64Array }>
  >;
  readonly trace: Trace;
}

/** Asks for the runs of the experiment "length" and for the sentences that the app opens. */
export interface LengthRequest {
  readonly kind: 'length';
}

/** How the held-out sentences of a range of lengths came out; shares are between 0 and 1. */
export interface LengthResult {
  /** English words, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
  readonly exact: number;
  readonly tokens: number;
  readonly bleu: number;
  /** Sentences at which decoding reached its length cap. */
  readonly capped: number;
}

/** One trained and tested model of the experiment. */
export interface LengthRun {
  /** The mechanism's id, or `segmentation`. */
  readonly mechanism: string;
  readonly seed: number;
  readonly parameters: number;
  /** Of processor time. */
  readonly trainingMinutes: number;
  readonly results: readonly LengthResult[];
}

/** Held-out sentences of one range. */
export interface LengthSentences {
  readonly from: number;
  readonly to: number;
  /** Words with spaces between. */
  readonly sentences: readonly { readonly english: string; readonly french: string }[];
}

/** Translates a sentence greedily with a model of the experiment (that of seed 1). */
export interface LengthTranslateRequest {
  readonly kind: 'length-translate';
  readonly mechanism: string;
  readonly words: readonly string[];
}

export interface LengthTranslation {
  readonly kind: 'length-translation';
  readonly mechanism: string;
  readonly target: readonly string[];
  /** false: the length cap was reached before the end mark. */
  readonly finished: boolean;
  /** Weights, a row a target word, a column a source word; empty where nothing is attended. */
  readonly alpha: readonly (readonly number[])[];
}

/** The spread of random products of one width, with and without the division by √d. */
export interface ScalingRequest {
  readonly kind: 'scaling';
  readonly width: number;
  readonly seed: number;
}

/** The variance of scores, and the mean entropy (natural logarithm) of their weights. */
export interface Spread {
  readonly variance: number;
  readonly entropy: number;
}

export interface ScalingReply {
  readonly kind: 'scaling';
  readonly width: number;
  readonly plain: Spread;
  readonly scaled: Spread;
}

/** Translates a sentence in phrases with the model of the experiment that has no attention. */
export interface LengthSegmentRequest {
  readonly kind: 'length-segment';
  readonly words: readonly string[];
}

export interface LengthSegmented extends Segmented {
  readonly kind: 'length-segmented';
  /** The right translation, where the sentence is one of the grammar's. */
  readonly right: readonly string[] | null;
}

export type Request =
  | TranslateRequest
  | CounterfactualRequest
  | SaliencyRequest
  | LoadRequest
  | ProofRequest
  | CaseRequest
  | ScalingRequest
  | LengthRequest
  | LengthTranslateRequest
  | LengthSegmentRequest;

export type Reply =
  | Translation
  | Counterfactual
  | Saliency
  | Outcome
  | ScalingReply
  | ({ readonly kind: 'loaded' } & LoadedModel)
  | { readonly kind: 'proof'; readonly results: readonly ProofResult[] }
  | {
      readonly kind: 'length';
      readonly runs: readonly LengthRun[];
      readonly sentences: readonly LengthSentences[];
    }
  | LengthTranslation
  | LengthSegmented;

/** Which reply answers which request. */
export interface ReplyOf {
  readonly translate: Translation;
  readonly without: Counterfactual;
  readonly saliency: Saliency;
  readonly load: Extract<Reply, { kind: 'loaded' }>;
  readonly proof: Extract<Reply, { kind: 'proof' }>;
  readonly case: Outcome;
  readonly scaling: ScalingReply;
  readonly length: Extract<Reply, { kind: 'length' }>;
  readonly 'length-translate': LengthTranslation;
  readonly 'length-segment': LengthSegmented;
}

/** What the page sends. */
export type ToWorker =
  | { readonly id: number; readonly request: Request }
  | { readonly id: number; readonly cancel: true }
  /** Said once at the start: the address of the folder that the app is in, with a slash at its end. */
  | { readonly id: -1; readonly app: string };

/** What the worker sends. `progress` is between 0 and 1. */
export type FromWorker =
  | { readonly id: number; readonly reply: Reply }
  /** `of` says whose fault it is: a file that could not be had (`files`: trying again may help), what was asked, or a mistake of ours. */
  | { readonly id: number; readonly error: string; readonly of: 'files' | 'request' | 'app' }
  /** Also a sign of life: said at least once a second while there is work. */
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly cancelled: true }
  /** Said once at the start: whether fast kernels (WASM SIMD) are there. */
  | { readonly id: -1; readonly ready: { readonly simd: boolean } };
