/** @file The worksheet of one target step as plain numbers and texts, for a cursor: columns, arrows, bars, and what is still to come. */

import type { TensorRecord, Trace } from '../engine/trace.ts';
import { alignmentArrows, contextArrows, type Arrow } from './arrows.ts';
import { attentionAt, cells, lengthsOf, type Attention, type Cells } from './attention.ts';
import type { Cursor } from './cursor.ts';
import { wordPlaces } from './wordPlaces.ts';
import { progressOf, type Progress } from './progress.ts';

/** Heights of the boxes in which arrows are drawn, and the width of an arrow of weight 1, in CSS pixels. */
export const ARROWS = {
  height: 56,
  contextHeight: 40,
  full: 10,
  earlier: 5,
  least: 0.15,
  leastEarlier: 0.25,
} as const;

/** One source word's column. */
export interface Column {
  readonly j: number;
  readonly score: number;
  readonly scoreText: string;
  readonly hasScore: boolean;
  readonly weight: number;
  readonly weightText: string;
  readonly hasWeight: boolean;
  /** Whether a window hides this place. */
  readonly hidden: boolean;
  /** Whether α h of this place has been added to the context. */
  readonly hasShare: boolean;
  /** Whether this column is being computed alone. */
  readonly current: boolean;
}

/** A target step where the cursor stands. */
export interface WorksheetModel {
  /** From 0; the step of the end mark is one past the last word. */
  readonly t: number;
  readonly isEnd: boolean;
  readonly attention: Attention;
  readonly keys: Cells | null;
  readonly columns: readonly Column[];
  readonly arrows: readonly Arrow[];
  /** Into the context in the middle of the sheet; empty where the sheet is too wide to be seen at once. */
  readonly contextArrows: readonly Arrow[];
  /** Into the context under the attended word, for sheets that are not seen at once; and its place, 0 … 1 of the width. */
  readonly contextArrowsBelow: readonly Arrow[];
  readonly contextAt: number;
  /** Where the window is; where there is none it is never shown. */
  readonly position: Progress;
  readonly score: Progress;
  readonly softmax: Progress;
  /** The stage that makes the weights with which is read: the softmax, or the Gaussian after it. */
  readonly weighing: Progress;
  readonly context: Progress;
  readonly state: Progress;
  readonly word: Progress;
  /** Σ α h over the places added so far: the context itself once all are. Null before any is. */
  readonly contextSoFar: Float64Array | null;
}

/** The worksheet for a cursor in a `word` or `end` group; `words` are the target words as they are shown. */
export function worksheetModel(trace: Trace, cursor: Cursor, words: readonly string[]): WorksheetModel {
  const t = cursor.t - 1;
  const { source, target } = lengthsOf(trace);
  const attention = attentionAt(trace, t);
  const at = (stage: string): Progress => progressOf(trace, cursor, t, stage);
  const [score, softmax, context] = [at('score'), at('softmax'), at('context')];
  const weighing = attention.weighing === 'softmax' ? softmax : at(attention.weighing);
  const isEnd = t >= target;
  const columns = Array.from({ length: source }, (_, j): Column => ({
    j,
    score: attention.scores?.values[j] ?? Number.NaN,
    scoreText: attention.scoreTexts[j] ?? '',
    hasScore: attention.scores !== null && score.has(j),
    weight: attention.weights?.values[j] ?? Number.NaN,
    weightText: attention.weightTexts[j] ?? '',
    hasWeight: attention.weights !== null && weighing.has(j),
    hidden: attention.window?.inside.values[j] === 0,
    hasShare: attention.context !== null && context.has(j),
    current: [score, softmax, weighing, context].some((one) => one.current === j),
  }));
  const keys = cells(trace, 'h', -1);
  const most = attention.weights === null ? source - 1 : attention.most;
  const to = most < 0 ? 0.5 : (most + 0.5) / source;
  const into = (place: number): readonly Arrow[] =>
    context.state === 'future' ? none : visible(arrowsInto(attention, source, place), context);
  return {
    t,
    isEnd,
    attention,
    keys,
    columns,
    arrows: isEnd || weighing.state === 'future' ? none : visible(wordArrows(trace, t, words), weighing),
    contextArrows: source <= SEEN_AT_ONCE ? into(0.5) : none,
    contextArrowsBelow: into(to),
    contextAt: to,
    position: at('position'),
    score,
    softmax,
    weighing,
    context,
    state: at('state'),
    word: at('word'),
    contextSoFar: contextSoFar(attention, keys, context),
  };
}

/** Where nothing is weighed, the last state alone goes into the context. */
function lastAlone(source: number): Float64Array {
  return Float64Array.from({ length: source }, (_, j) => (j === source - 1 ? 1 : 0));
}

/** Columns up to which the whole sheet can be seen at once. */
export const SEEN_AT_ONCE = 10;

/** No arrows: one and the same list, so that whoever draws them can tell that nothing changed. */
const none: readonly Arrow[] = [];

function visible(arrows: readonly Arrow[], progress: Progress): readonly Arrow[] {
  return progress.whole ? arrows : arrows.filter((arrow) => progress.has(arrow.j));
}

const intoContext = new WeakMap<Attention, Map<number, readonly Arrow[]>>();

/** The arrows from all columns into the context at a place (0 … 1 of the width), remembered. */
function arrowsInto(attention: Attention, source: number, place: number): readonly Arrow[] {
  const known = intoContext.get(attention) ?? new Map<number, readonly Arrow[]>();
  intoContext.set(attention, known);
  const { full, earlier, least, contextHeight } = ARROWS;
  const weights = attention.weights?.values ?? lastAlone(source);
  // What is handed over whole is no weight of 1: its arrow is a line, and lies nearly flat.
  const width = attention.weights === null ? earlier / 2 : full;
  const made = known.get(place) ?? contextArrows(weights, attention.t, contextHeight, width, least, place);
  known.set(place, made);
  return made;
}

const remembered = new WeakMap<Attention, Map<readonly string[], readonly Arrow[]>>();

/** The arrows of one target word (of `target`, as shown), remembered. */
function wordArrows(trace: Trace, t: number, target: readonly string[]): readonly Arrow[] {
  const attention = attentionAt(trace, t);
  const known = remembered.get(attention) ?? new Map<readonly string[], readonly Arrow[]>();
  remembered.set(attention, known);
  const found = known.get(target);
  if (found !== undefined) return found;
  const from = wordPlaces(target).middles[t] ?? 0.5;
  const made = alignmentArrows(
    attention.weights?.values ?? [],
    t,
    from,
    ARROWS.height,
    ARROWS.full,
    ARROWS.least,
  );
  known.set(target, made);
  return made;
}

/** The arrows of one target word as they stay behind it, at half their width. */
export function earlierArrows(trace: Trace, t: number, target: readonly string[]): readonly Arrow[] {
  return wordArrows(trace, t, target)
    .map((arrow) => ({ ...arrow, width: (arrow.width * ARROWS.earlier) / ARROWS.full }))
    .filter((arrow) => arrow.width >= ARROWS.leastEarlier);
}

/** Adds up α_j h_j over the places that are computed; once all are, the trace's own context. */
function contextSoFar(
  { weights, context }: Attention,
  keys: Cells | null,
  progress: Progress,
): Float64Array | null {
  if (context === null || progress.state === 'future') return null;
  if (progress.whole || weights === null || keys === null) return context.values;
  const width = context.values.length;
  const sum = new Float64Array(width);
  weights.values.forEach((weight, j) => {
    if (!progress.has(j)) return;
    for (let n = 0; n < width; n++) sum[n] = (sum[n] ?? 0) + weight * (keys.values[j * width + n] ?? 0);
  });
  return sum;
}

const shares = new WeakMap<Attention, readonly Float64Array[]>();

/** The terms α_j h_j of the context, one vector a source place. */
export function sharesOfContext(attention: Attention, keys: Cells): readonly Float64Array[] {
  const known = shares.get(attention);
  if (known !== undefined) return known;
  const width = keys.values.length / (keys.tensor.axes[0]?.size ?? 1);
  const made = Array.from(attention.weights?.values ?? [], (weight, j) =>
    keys.values.slice(j * width, (j + 1) * width).map((value) => weight * value),
  );
  shares.set(attention, made);
  return made;
}

/** What stands in the columns while the sentence is read, in the order in which it is computed. */
export interface ReadRow {
  readonly stage: string;
  readonly name: string;
  readonly tensor: TensorRecord;
  readonly values: Float64Array;
  readonly progress: Progress;
}

/** The rows of the reading stages: embedded words, states from left to right, from right to left, and both together. */
export function readRows(trace: Trace, cursor: Cursor): readonly ReadRow[] {
  const rows = [
    ['embedding', 'x'],
    ['forward', 'h_forward'],
    ['backward', 'h_backward'],
    ['backward', 'h'],
  ] as const;
  return rows.flatMap(([stage, name]) => {
    const found = cells(trace, name, -1);
    if (found === null) return [];
    return [{ stage, name, ...found, progress: progressOf(trace, cursor, -1, stage) }];
  });
}
