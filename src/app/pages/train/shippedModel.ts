/** @file The dates model that comes with the app: its card, and its weights by their length. */
import { unpackHalves } from '../../../models/seq2seq/float16.ts';
import { readTaskCard } from './taskCard.ts';
import type { SavedModel } from './savedModel.ts';

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}; expected 200`);
  return response;
}

/** Fetches it from beside the app. Throws an Error that says what was not as expected. */
export async function loadShipped(): Promise<SavedModel> {
  const folder = new URL('models/', document.baseURI).href;
  const card = readTaskCard(await (await fetched(`${folder}dates.json`)).text());
  // The hash keeps a browser from pairing a new card with weights that it has stored before.
  const weights = new Uint8Array(await (await fetched(`${folder}dates.bin?${card.hash}`)).arrayBuffer());
  if (weights.length !== card.bytes)
    throw new Error(`dates.bin: ${weights.length} bytes; expected ${card.bytes}, as its card says`);
  const [result] = card.results;
  return {
    name: card.id,
    settings: card.settings,
    step: card.settings.steps,
    heldOut: result ?? { loss: 0, symbols: 0, exact: 0 },
    numbers: Float32Array.from(unpackHalves(weights)),
  };
}
