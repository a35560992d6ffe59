/** @file Random states of the pages that have a state of their own, and what makes one valid: one line each. */
import fc from 'fast-check';
import type { OtherPage } from '../../../src/url/pages/all.ts';
import { comparePages, isValidComparePage } from './compare.ts';
import { experimentPages, isValidExperimentPage } from './experiment.ts';
import { handPages, isValidHandPage } from './hand.ts';
import { isValidTrainPage, trainPages } from './train.ts';

/** Any state of any such page. */
export const otherPages: fc.Arbitrary<OtherPage> = fc.oneof<fc.Arbitrary<OtherPage>[]>(
  handPages,
  comparePages,
  experimentPages,
  trainPages,
);

const valid = {
  hand: isValidHandPage,
  compare: isValidComparePage,
  experiment: isValidExperimentPage,
  train: isValidTrainPage,
} satisfies { readonly [Name in OtherPage['page']]: (page: Extract<OtherPage, { page: Name }>) => boolean };

const byName: Readonly<Record<string, unknown>> = valid;

/** Whether every field is one that its control accepts. */
export function isValidPage(page: OtherPage): boolean {
  return (byName[page.page] as (page: OtherPage) => boolean)(page);
}
