/** @file Beam search: keeps the likeliest few translations in progress, and ranks the finished ones by log-probability a token. */

import type { Value } from '../../engine/graph.ts';
import { decodeStep, END, type Session } from './model.ts';

/** A translation in progress or finished; `ids` without the end mark. */
export interface Candidate {
  readonly ids: readonly number[];
  readonly logProbability: number;
  /** logProbability divided by the number of tokens, end mark included. */
  readonly score: number;
  readonly finished: boolean;
}

interface Open {
  readonly ids: readonly number[];
  readonly logProbability: number;
  readonly s: Value;
}

/** The numbers of the `count` largest cells, largest first; of equals the first. */
export function largestPlaces(cells: ArrayLike<number>, count: number): number[] {
  const best: number[] = [];
  for (let v = 0; v < cells.length; v++) {
    const cell = cells[v] as number;
    if (best.length === count && cell <= (cells[best.at(-1) as number] as number)) continue;
    let at = best.length;
    while (at > 0 && (cells[best[at - 1] as number] as number) < cell) at -= 1;
    best.splice(at, 0, v);
    if (best.length > count) best.pop();
  }
  return best;
}

/**
 * The best `size` translations, best first. Hypotheses that reach `cap` words without the end mark are kept as unfinished.
 * Yields after every step, so that the caller can do other work or stop.
 */
export function* beamSearch(session: Session, size: number, cap: number): Generator<void, Candidate[]> {
  let open: Open[] = [{ ids: [], logProbability: 0, s: session.encoded.s }];
  const done: Candidate[] = [];
  const close = ({ ids, logProbability }: Pick<Open, 'ids' | 'logProbability'>, finished: boolean): void => {
    done.push({ ids, logProbability, score: logProbability / (ids.length + (finished ? 1 : 0)), finished });
  };
  for (let t = 0; t < cap && open.length > 0 && done.length < size; t++) {
    const grown: { from: Open; id: number; logProbability: number; s: Value }[] = [];
    for (const from of open) {
      const step = decodeStep(session, from.s, from.ids.at(-1) ?? END, t);
      const p = step.p === undefined ? [] : session.graph.read(step.p);
      for (const id of largestPlaces(p, size)) {
        grown.push({ from, id, logProbability: from.logProbability + Math.log(p[id] as number), s: step.s });
      }
      yield;
    }
    const best = grown.toSorted((a, b) => b.logProbability - a.logProbability).slice(0, size - done.length);
    open = [];
    for (const { from, id, logProbability, s } of best) {
      if (id === END) close({ ids: from.ids, logProbability }, true);
      else open.push({ ids: [...from.ids, id], logProbability, s });
    }
  }
  for (const rest of open) if (done.length < size) close(rest, false);
  return done.toSorted((a, b) => b.score - a.score);
}
