/** @file What a program for case files is: it reads from the desk, then computes on the graph. */

import type { Graph, Value } from '../../engine/graph.ts';
import type { Desk } from './desk.ts';

/** A named result: a tensor of the graph, and the order in which its axes are printed. */
export interface Output {
  readonly name: string;
  readonly value: Value;
  readonly axes: readonly string[];
}

/** One id of case files. */
export interface CaseProgram {
  readonly id: string;
  /** Reads all that it can use; returns what computes the outputs, which is called when nothing unknown was left on the desk. */
  prepare(desk: Desk): () => readonly Output[];
}

/** An output under the order of its own axes. */
export function output(name: string, value: Value): Output {
  return { name, value, axes: value.axes.map((axis) => axis.name) };
}

/** The stages of what is made before any place is asked. */
const reading: ReadonlySet<string> = new Set(['annotations', 'encoding', 'projection']);

/** Announces the stages of a program without target steps: what is made beforehand, then the one look at all places. */
export function announceTo(graph: Graph): (stage: string) => void {
  return (stage) =>
    graph.stage(reading.has(stage) ? { group: 'read', t: -1, stage } : { group: 'word', t: 0, stage });
}
