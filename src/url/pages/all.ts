/** @file The registry of pages that have a state of their own: one line each. */
import type { PageCodec } from './codec.ts';
import { compareCodec, type ComparePage } from './compare.ts';
import { experimentCodec, type ExperimentPage } from './experiment.ts';
import { handCodec, type HandPage } from './hand.ts';
import { trainCodec, type TrainPage } from './train.ts';

/** What a link to such a page says. */
export type OtherPage = HandPage | ComparePage | ExperimentPage | TrainPage;

const codecs = {
  hand: handCodec,
  compare: compareCodec,
  experiment: experimentCodec,
  train: trainCodec,
} satisfies { readonly [Name in OtherPage['page']]: PageCodec<Extract<OtherPage, { page: Name }>> };

/** The same without their states: a codec reads and writes those of its own page only, and which one it is a state says. */
const byName: Readonly<Record<string, unknown>> = codecs;

/** The codec of a page. */
export function codecOf({ page }: OtherPage): PageCodec<OtherPage> {
  return byName[page] as PageCodec<OtherPage>;
}

/** The codec whose page is the piece of a path after the version. */
export function codecNamed(piece: string): PageCodec<OtherPage> | undefined {
  return Object.hasOwn(byName, piece) ? (byName[piece] as PageCodec<OtherPage>) : undefined;
}
