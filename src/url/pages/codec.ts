/** @file What a page with a state of its own tells of its links: one file a page, one line in the registry. */
import type { Embedded } from '../../params/embed.ts';
import type { Control } from '../../params/control.ts';

/** The value under a name of the query; the control's first value, with a note to the reader, where it cannot be read. */
export type Read = <T>(name: string, control: Control<T>) => T;

/** Writes a value under a name of the query, where it is not the control's first. */
export type Write = <T>(name: string, control: Control<T>, value: T) => void;

/**
 * The links of a page. Laws: what `enter` makes of the pieces of `path` and `read` reads of what `write` wrote is the state; neither
 * throws for any text.
 */
export interface PageCodec<State extends { readonly page: string }> {
  /** The piece of the path after the version. */
  readonly page: State['page'];
  /** What of the page can stand alone in a frame; left out: nothing. */
  readonly embeds?: readonly Embedded[];
  /** The names of the query, in the order in which they are written; `view` belongs to every page. */
  readonly names: readonly string[];
  /** The state that the pieces of the path after the page's lead to, all else at its first value; undefined: they lead nowhere. */
  readonly enter: (rest: readonly string[]) => State | undefined;
  /** The pieces of the path after the page's. */
  readonly path: (state: State) => readonly string[];
  readonly read: (state: State, read: Read) => State;
  readonly write: (state: State, write: Write) => void;
}
