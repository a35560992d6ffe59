/** @file Random states of the experiment's page. */
import fc from 'fast-check';
import { experiment } from '../../../src/params/experiment.ts';
import type { ExperimentPage } from '../../../src/url/pages/experiment.ts';

/** Any state of the experiment's page. */
export const experimentPages: fc.Arbitrary<ExperimentPage> = fc.record({
  page: fc.constant('experiment' as const),
  which: fc.constantFrom(...experiment.which.options),
  measure: fc.constantFrom(...experiment.measure.options),
  hidden: fc.subarray([...experiment.hidden.options]),
  range: fc.integer({ min: 0, max: 8 }),
  sentence: fc.integer({ min: 1, max: 12 }),
  left: fc.constantFrom(...experiment.left.options),
  right: fc.constantFrom(...experiment.right.options),
  text: fc.oneof(
    fc.constant(experiment.text.initial),
    fc.string({ unit: 'grapheme', maxLength: 60 }).map(experiment.text.tidy),
  ),
  step: fc.integer({ min: 0, max: 121 }),
});

export function isValidExperimentPage(page: ExperimentPage): boolean {
  return (
    experiment.which.accepts(page.which) &&
    experiment.measure.accepts(page.measure) &&
    experiment.hidden.accepts(page.hidden) &&
    experiment.range.accepts(page.range) &&
    experiment.sentence.accepts(page.sentence) &&
    experiment.left.accepts(page.left) &&
    experiment.right.accepts(page.right) &&
    experiment.text.accepts(page.text) &&
    experiment.step.accepts(page.step)
  );
}
