/** @file A control for the short hash that names a file of weights. */
import { accept, refuse, type Control } from './control.ts';

const digits = 8;

/** Eight lower-case hexadecimal digits; empty: none is named. */
export const hash: Control<string> = {
  initial: '',
  accepts: (value) => value === '' || (/^[0-9a-f]+$/.test(value) && value.length === digits),
  encode: (value) => value,
  decode: (text) =>
    /^[0-9a-f]+$/.test(text) && text.length === digits ? accept(text) : refuse({ kind: 'hash', digits }),
};
