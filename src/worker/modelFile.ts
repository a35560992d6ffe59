/** @file A shipped model from beside the app: its card is checked field by field, its weights by their length. */
import { attentions } from '../mechanisms/all.ts';
import { optionsOf, readCard, type CardFile } from '../models/modelCard.ts';
import { modelFromWeights, type Model } from '../models/seq2seq/model.ts';
import { grammarVersion } from '../tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { ModelCard } from './protocol.ts';

/** A file that could not be had or that is not what it should be. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** Fetches an address; the platform's `fetch`, or a test's. */
export type Fetch = (address: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

/** A model ready to translate, and its card. */
export interface ModelFile {
  readonly model: Model;
  readonly card: ModelCard;
}

/** What an address answers. Throws a FileError that names it where it cannot be had. */
export async function fetched(fetch: Fetch, address: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new FileError(`${address} could not be fetched (${reasonOf(error)})`);
  }
  if (!response.ok) throw new FileError(`${address} answered ${response.status}; expected 200`);
  return response;
}

/** The card of that mechanism’s model. Throws a FileError naming the file, the field and what was expected. */
function cardOf(text: string, address: string, id: string): CardFile {
  let card: CardFile;
  try {
    card = readCard(text);
  } catch (error) {
    throw new FileError(`${address}: ${reasonOf(error)}`);
  }
  if (card.id !== id) throw new FileError(`${address}: id is ${card.id}; expected ${id}`);
  if (card.grammarVersion !== grammarVersion) {
    throw new FileError(`${address}: grammarVersion is ${card.grammarVersion}; expected ${grammarVersion}`);
  }
  return card;
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Loads the model of a mechanism. `progress` is told the share of the weights that has arrived. */
export async function loadModelFile(
  id: string,
  {
    fetch,
    app,
    signal,
    progress,
  }: { fetch: Fetch; app: string; signal: AbortSignal; progress: (share: number) => void },
): Promise<ModelFile> {
  const mechanism = attentions.find((one) => one.id === id);
  if (mechanism === undefined) {
    throw new RangeError(`mechanism is ${id}; expected one of ${attentions.map((one) => one.id).join(', ')}`);
  }
  const address = `${app}models/${id}.json`;
  const response = await fetched(fetch, address, signal);
  const card = cardOf(await response.text(), address, id);
  // The hash keeps a browser from pairing a new card with weights that it has stored before.
  const weights = await bytesOf(
    await fetched(fetch, `${app}models/${id}.bin?${card.hash}`, signal),
    card.bytes,
    progress,
  );
  const words = { source: sourceVocabulary.words, target: targetVocabulary.words };
  try {
    const sizes = { ...card.widths, sourceWords: words.source.length, targetWords: words.target.length };
    return { model: modelFromWeights(mechanism, sizes, words, weights, optionsOf(card)), card };
  } catch (error) {
    throw new FileError(`${app}models/${id}.bin: ${reasonOf(error)}`);
  }
}

/** The body of a response, told of as it arrives. */
export async function bytesOf(
  response: Response,
  expected: number,
  progress: (share: number) => void,
): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    progress(Math.min(1, length / Math.max(1, expected)));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
