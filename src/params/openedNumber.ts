/** @file A control for the number whose making is shown: `alpha:6:5`, the cell 5 of alpha at target word 6. */
import { accept, refuse, type Control } from './control.ts';

/** A cell of a trace, as a person would name it. */
export interface OpenedNumber {
  /** The tensor's name in the trace; after a stage and a dot (`backward.z`) where an earlier one of its step has the same name. */
  readonly name: string;
  /** The target word from 1; 0 for what was made while reading the sentence, and for parameters. */
  readonly t: number;
  /** The place along each axis, from 1; empty for a single number. */
  readonly index: readonly number[];
}

const spelling =
  /^((?:[a-z][a-z0-9-]{0,29}\.)?[A-Za-z]\w{0,39}):(0|[1-9]\d{0,3})(?::([1-9]\d{0,5}(?:\.[1-9]\d{0,5}){0,5}))?$/;

function encode(value: OpenedNumber | null): string {
  if (value === null) return '';
  return `${value.name}:${value.t}${value.index.length === 0 ? '' : `:${value.index.join('.')}`}`;
}

export const openedNumber: Control<OpenedNumber | null> = {
  initial: null,
  accepts: (value) => value === null || spelling.test(encode(value)),
  encode,
  decode(text) {
    const found = spelling.exec(text);
    if (found === null) return refuse({ kind: 'opened', example: 'alpha:6:5' });
    const [, name = '', t = '0', index = ''] = found;
    return accept({
      name,
      t: Number(t),
      index: index === '' ? [] : index.split('.').map(Number),
    });
  },
};
