/** @file What of a page can stand alone in a frame. */
import { embed, type Embedded } from '../../params/embed.ts';
import { codecOf } from '../../url/pages/all.ts';
import type { LinkState } from '../../url/state.ts';

export function embedsOf({ page, other }: LinkState): readonly Embedded[] {
  if (other !== null) return codecOf(other).embeds ?? [];
  return page === 'step' ? embed.options : [];
}
