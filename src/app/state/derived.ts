/** @file What follows from the state: the request it asks for, where the cursor stands, which number is explained. */
import type { Address } from '../../engine/explanation.ts';
import type { Trace } from '../../engine/trace.ts';
import type { Theme } from '../../geometry/colour.ts';
import type { Cursor } from '../../geometry/cursor.ts';
import { addressOf } from '../../geometry/openCell.ts';
import { cellsIn, tensorNamed } from '../../geometry/tensorIndex.ts';
import { mostWordsOf, windowed } from '../../params/translation.ts';
import { normalise } from '../../tasks/translation/normalise.ts';
import type { LinkState } from '../../url/state.ts';
import type { AppState, Wanted } from './appState.ts';
import { placeIn } from './moves.ts';

/** What a function gave last, for as long as it is asked the same: a step asks many times. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last === undefined || !Object.is(last.key, key)) last = { key, value: make(key) };
    return last.value;
  };
}

/** The words of a sentence, as it is read. */
export const readingOf = remembered(normalise);

/** What a link asks the worker for, or why there is nothing to ask. */
export function wantedOf(link: LinkState): Wanted | 'empty' | 'long' {
  const { words } = readingOf(link.sentence);
  if (words.length === 0) return 'empty';
  if (words.length > mostWordsOf(link.mechanism)) return 'long';
  const { mechanism, beam, hypothesis, forced } = link;
  const reach = windowed.includes(mechanism) ? link.reach : 0;
  return { mechanism, words, beam, hypothesis, forced, reach };
}

/** Whether two requests would be answered alike. */
export function isSame(one: Wanted, other: Wanted): boolean {
  return (
    one.mechanism === other.mechanism &&
    one.beam === other.beam &&
    one.hypothesis === other.hypothesis &&
    (one.reach ?? 0) === (other.reach ?? 0) &&
    (one.words === other.words || one.words.join(' ') === other.words.join(' ')) &&
    (one.forced === other.forced || JSON.stringify(one.forced) === JSON.stringify(other.forced))
  );
}

/** Whether what is shown does not answer what is wanted (any more, or yet). */
export function isOld({ shown, link }: AppState): boolean {
  const wanted = wantedOf(link);
  return shown !== null && (typeof wanted === 'string' || !isSame(wanted, shown.wanted));
}

/** The places of a trace that links lead to, each looked for once. */
const placesByLink = new WeakMap<Trace, WeakMap<LinkState, Cursor>>();

/** Where the reader stands in what is shown. */
export function cursorOfState({ shown, link }: Pick<AppState, 'shown' | 'link'>): Cursor {
  const { t, at, cell } = link;
  if (shown === null) return { t, at, cell };
  const { trace } = shown.translation;
  const places = placesByLink.get(trace) ?? new WeakMap<LinkState, Cursor>();
  placesByLink.set(trace, places);
  const place = places.get(link) ?? placeIn(trace, { t, at, cell });
  places.set(link, place);
  return place;
}

/** The theme as it is shown. */
export function themeOf({ theme, systemIsDark }: Pick<AppState, 'theme' | 'systemIsDark'>): Theme {
  return theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme;
}

function largest(cells: Float64Array): number {
  let best = 0;
  for (let k = 1; k < cells.length; k++) if ((cells[k] ?? 0) > (cells[best] ?? 0)) best = k;
  return best;
}

/** What a stage is there to compute. */
const results: Readonly<Record<string, readonly string[]>> = {
  embedding: ['x'],
  forward: ['h_forward'],
  backward: ['h_backward'],
  'first-state': ['s'],
  position: ['p'],
  score: ['e'],
  softmax: ['alpha', 'align'],
  gaussian: ['alpha'],
  context: ['c'],
  state: ['s'],
  word: ['p'],
};

/**
 * The number that a step explains where the reader has opened none: of scores, weights and probabilities the largest, of vectors the
 * first; inside a step that of its place.
 */
function telling(trace: Trace, cursor: Cursor): Address | null {
  const made = (results[cursor.at] ?? []).map((name) => tensorNamed(trace, name, cursor.t - 1, cursor.at));
  const tensor = made.find((one) => one !== undefined);
  if (tensor === undefined) return null;
  const cells = cellsIn(trace, tensor);
  const perPlace = tensor.axes[0]?.name === 'j';
  const width = perPlace ? cells.length / (tensor.axes[0]?.size ?? 1) : 1;
  if (perPlace && cursor.cell > 0) return { tensor: tensor.id, cell: (cursor.cell - 1) * width };
  return {
    tensor: tensor.id,
    cell: ['score', 'softmax', 'gaussian', 'word'].includes(cursor.at) ? largest(cells) : 0,
  };
}

/** The number whose making is told. */
export function explainedOf(trace: Trace, open: LinkState['open'], cursor: Cursor): Address | null {
  return (open === null ? undefined : addressOf(trace, open)) ?? telling(trace, cursor);
}
