/** @file From the runs of the experiment to the lines of its chart. */
import { spreadOf, type ScoredLine } from '../../../geometry/lengthChart.ts';
import { experiment, type LineId, type Measure } from '../../../params/experiment.ts';
import type { LengthRun } from '../../../worker/protocol.ts';

/** A line of the chart: its id is one that a link can name. */
export interface LengthLine extends ScoredLine {
  readonly id: LineId;
}

/** The lines that there are runs of, in their order: one score a seed, of 100. */
export function linesOf(runs: readonly LengthRun[], measure: Measure): LengthLine[] {
  return experiment.hidden.options.flatMap((id, look): LengthLine[] => {
    const own = runs.filter(({ mechanism }) => mechanism === id);
    const [first] = own;
    if (first === undefined) return [];
    const ranges = first.results.map(({ from, to }) => ({
      from,
      to,
      scores: own.flatMap(({ results }) =>
        results.filter((row) => row.from === from).map((row) => 100 * row[measure]),
      ),
    }));
    return [{ id, look, ranges }];
  });
}

/** What is told of a model of the experiment. */
export interface TrainedModel {
  readonly id: LineId;
  readonly seeds: readonly number[];
  readonly parameters: number;
  /** The mean of its seeds. */
  readonly minutes: number;
}

/** The models that were trained, in the order of the lines. */
export function modelsOf(runs: readonly LengthRun[]): TrainedModel[] {
  return experiment.hidden.options.flatMap((id): TrainedModel[] => {
    const own = runs.filter(({ mechanism }) => mechanism === id);
    const [first] = own;
    if (first === undefined) return [];
    const minutes = spreadOf(own.map(({ trainingMinutes }) => trainingMinutes)).mean;
    return [{ id, seeds: own.map(({ seed }) => seed), parameters: first.parameters, minutes }];
  });
}
