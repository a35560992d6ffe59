/** @file The colour scales of one trace, the same for all its views. */

import type { Trace } from '../engine/trace.ts';
import { extentsOf } from '../geometry/attention.ts';
import { centred, rampOf, type Ramp, type ScaleKind, type Theme } from '../geometry/colour.ts';

const known = new WeakMap<Trace, Map<Theme, Readonly<Record<ScaleKind, Ramp>>>>();

/** Scores and vectors centred on 0 and as wide as the whole trace needs; weights and gates from 0 to 1. */
export function rampsOf(trace: Trace, theme: Theme): Readonly<Record<ScaleKind, Ramp>> {
  const themes = known.get(trace) ?? new Map<Theme, Readonly<Record<ScaleKind, Ramp>>>();
  known.set(trace, themes);
  const remembered = themes.get(theme);
  if (remembered !== undefined) return remembered;
  const { score, vector } = extentsOf(trace);
  const made = {
    score: rampOf(theme, 'score', centred(score)),
    vector: rampOf(theme, 'vector', centred(vector)),
    weight: rampOf(theme, 'weight', [0, 1]),
    gate: rampOf(theme, 'gate', [0, 1]),
  };
  themes.set(theme, made);
  return made;
}
