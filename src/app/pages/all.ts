/** @file The registry of pages that have a state of their own, in the order of the rail: one line each. */
import type { OtherPage } from '../../url/pages/all.ts';
import { experimentEntry } from './experiment/entry.ts';
import { compareEntry } from './compare/entry.ts';
import { handEntry } from './hand/entry.ts';
import { trainEntry } from './train/entry.ts';
import type { PageEntry } from './page.ts';

const entries = {
  hand: handEntry,
  experiment: experimentEntry,
  compare: compareEntry,
  train: trainEntry,
} satisfies { readonly [Name in OtherPage['page']]: PageEntry<Extract<OtherPage, { page: Name }>> };

/** The same without their states: an entry is asked about the states of its own page only, and which one it is a state says. */
const byName: Readonly<Record<string, unknown>> = entries;

/** All entries, in the order of the rail. */
export const pageEntries = Object.values(byName) as readonly PageEntry<OtherPage>[];

/** The entry of a page. */
export function entryOf({ page }: OtherPage): PageEntry<OtherPage> {
  return byName[page] as PageEntry<OtherPage>;
}
