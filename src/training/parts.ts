/** @file The parts of an encoder–decoder, by the names of their parameters: for telling whose gradient is how large. */

/** In the order of the network. */
export const parts = ['embeddings', 'encoder', 'attention', 'decoder', 'readout'] as const;
export type Part = (typeof parts)[number];

/** The part that a parameter belongs to. W_s, which makes the first state from what was read, counts with the decoder. */
export function partOf(name: string): Part {
  if (name.startsWith('E_')) return 'embeddings';
  if (name.startsWith('forward_') || name.startsWith('backward_')) return 'encoder';
  if (name.endsWith('_a')) return 'attention';
  if (/^(W|b)_o(ut)?($|_)/.test(name)) return 'readout';
  return 'decoder';
}
