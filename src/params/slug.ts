/** @file A control for a short name in small letters, digits and hyphens: a beat of a lesson. */
import { accept, refuse, type Control } from './control.ts';

const spelling = /^[a-z][a-z0-9-]{0,39}$/;

/** A name; empty: none is given. */
export const slug: Control<string> = {
  initial: '',
  accepts: (value) => value === '' || spelling.test(value),
  encode: (value) => value,
  decode: (text) => (spelling.test(text) ? accept(text) : refuse({ kind: 'like', example: 'softmax-2' })),
};
