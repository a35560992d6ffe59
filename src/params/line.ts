/** @file A control for one line of text, as a person typed it. */
import { accept, refuse, type Control } from './control.ts';

/** A line of at most `longest` UTF-16 units. */
export interface LineControl extends Control<string> {
  readonly longest: number;
  /** The nearest line that is accepted: breaks become spaces, broken characters the replacement mark, the end is cut. */
  readonly tidy: (text: string) => string;
}

/** Control characters, line ends, and halves of surrogate pairs, which no link can carry. */
const unfit = /[\p{Cc}\u2028\u2029]|\p{Surrogate}/u;

/** Any text without line breaks, control characters and broken surrogates. */
export function line(initial: string, longest: number): LineControl {
  const accepts = (value: string): boolean => value.length <= longest && !unfit.test(value);
  return {
    initial,
    longest,
    accepts,
    encode: (value) => value,
    decode: (text) => (accepts(text) ? accept(text) : refuse({ kind: 'text', longest })),
    tidy(text) {
      const cut = text
        .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
        .slice(0, longest);
      return cut.replace(/\p{Surrogate}$/u, '');
    },
  };
}
