/** @file All that the app knows: what the link says, what is focused, how the run stands. What can be derived is not kept. */
import type { Pair } from '../../geometry/cursor.ts';
import type { ForcedAt } from '../../params/forcedWords.ts';
import type { MechanismId } from '../../params/translation.ts';
import type { Misunderstood } from '../../url/decode.ts';
import type { OtherPage } from '../../url/pages/all.ts';
import type { LinkState } from '../../url/state.ts';
import type { MatrixFocus } from '../../views/Matrix.tsx';
import type { SceneData } from '../../views/scene.ts';
import type {
  Counterfactual,
  Saliency,
  LoadedModel,
  ProofResult,
  Translation,
} from '../../worker/protocol.ts';
import type { Slices } from './slices.ts';

/** What is asked of the worker: all of the link that changes its numbers. */
export interface Wanted {
  readonly mechanism: MechanismId;
  readonly words: readonly string[];
  readonly beam: number;
  readonly hypothesis: number;
  readonly forced: readonly ForcedAt[];
  /** D of local attention; the model's own, and for all others, if it is left out or 0. */
  readonly reach?: number;
}

/** A translation that has arrived, ready to be shown. */
export interface Shown {
  readonly wanted: Wanted;
  readonly translation: Translation;
  readonly scene: SceneData;
}

/** How the run for what is wanted stands. */
export type Run =
  /** There is nothing to run: no word, too many, or the reader gave it up. */
  | { readonly state: 'idle'; readonly why: 'empty' | 'long' | 'cancelled' }
  | { readonly state: 'running'; readonly progress: number | null; readonly restarted: boolean }
  | { readonly state: 'done' }
  | {
      readonly state: 'failed';
      readonly of: 'files' | 'request' | 'app' | 'worker';
      readonly message: string;
    };

/** What the reader may take back. */
export type Edit = Pick<LinkState, 'sentence' | 'beam' | 'hypothesis' | 'forced' | 'reach'>;

/** Things that are said once, above the page. */
export type NoticeId = 'misunderstood' | 'restarted' | 'simd' | 'model' | 'misplaced' | 'forced';

/** Light and dark follow the system unless they are set. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** What the worker said of a target word with each source word left out. */
export interface AskedWithout {
  readonly shown: Shown;
  readonly t: number;
  readonly answer: Counterfactual | 'running';
}

/** What the worker found of the gradients of a translation. */
export interface AskedSaliency {
  readonly shown: Shown;
  readonly answer: Saliency | 'running' | 'failed';
}

export type ProofRun =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly results: readonly ProofResult[] }
  | { readonly state: 'failed'; readonly message: string };

/** What a page says of itself where its words have been loaded. */
export interface Spoken {
  readonly page: OtherPage['page'];
  /** The title of the document. */
  readonly title: string;
  /** The step, for readers who listen. */
  readonly announcement: string;
}

export interface AppState {
  readonly link: LinkState;
  /** Rises when a change should be a place to come back to with the browser's buttons. */
  readonly entry: number;
  /** The link that was opened, and what of it was not understood. */
  readonly arrival: { readonly link: string; readonly misunderstood: readonly Misunderstood[] };
  /** The state that was opened, as long as the reader has changed nothing of it. */
  readonly arrivedAt: LinkState;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
  /** The reader is in the middle of typing: the edits that follow are one with it. */
  readonly typing: boolean;

  readonly models: Readonly<Partial<Record<MechanismId, LoadedModel>>>;
  readonly shown: Shown | null;
  readonly run: Run;
  /** Rises when the reader asks to try again. */
  readonly attempt: number;
  /** How often the worker had to be started again. */
  readonly restarts: number;
  readonly without: AskedWithout | null;
  readonly saliency: AskedSaliency | null;
  readonly proof: ProofRun;

  readonly highlight: Pair | null;
  readonly unfolded: ReadonlySet<string>;
  readonly focus: {
    readonly e: MatrixFocus | null;
    readonly alpha: MatrixFocus | null;
    readonly saliency: MatrixFocus | null;
  };
  readonly playing: boolean;
  readonly speed: number;
  /** Steps come too fast for motion, as when a key repeats. */
  readonly hurried: boolean;

  readonly theme: ThemeChoice;
  readonly systemIsDark: boolean;
  readonly reducedMotion: boolean;
  /** Whether the browser has the fast kernels; null while that is not known. */
  readonly simd: boolean | null;
  readonly dismissed: ReadonlySet<NoticeId>;

  /** What the page that is open keeps of its own. */
  readonly slices: Slices;
  readonly spoken: Spoken | null;
}

/** The playing speeds, from slow to fast. */
export const speeds: readonly number[] = [0.5, 1, 2, 4];
