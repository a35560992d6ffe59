/** @file A control for the numbers that a reader changed: `h:3.2:0.5,-0.2,1,0,0.7,2~temperature::2`. */
import { accept, refuse, type Control } from './control.ts';

/** A tensor with the reader's numbers in place of its own. */
export interface NumberEdit {
  /** Its name in the example. */
  readonly name: string;
  /** Its size along each axis; empty for a single number. */
  readonly shape: readonly number[];
  /** All its numbers, row by row. */
  readonly data: readonly number[];
}

/** The most sizes, and the largest, of a tensor that a link can hold. */
const mostAxes = 3;
const largestSize = 64;

/** The most tensors. */
const mostEdits = 24;

const spelling = /^([A-Za-z][A-Za-z0-9_]{0,29}):((?:[1-9]\d?(?:\.[1-9]\d?)*)?):([-+.,e\d]+)$/;

/** One number has one spelling: the shortest that gives it back. */
function readNumber(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : Number.NaN;
}

function isFine({ name, shape, data }: NumberEdit): boolean {
  const count = shape.reduce((product, size) => product * size, 1);
  return (
    /^[A-Za-z][A-Za-z0-9_]{0,29}$/.test(name) &&
    shape.length <= mostAxes &&
    shape.every((size) => Number.isInteger(size) && size >= 1 && size <= largestSize) &&
    data.length === count &&
    data.every((value) => Number.isFinite(value) && !Object.is(value, -0))
  );
}

function accepts(edits: readonly NumberEdit[]): boolean {
  const names = edits.map(({ name }) => name);
  return edits.length <= mostEdits && new Set(names).size === names.length && edits.every(isFine);
}

export const numberEdits: Control<readonly NumberEdit[]> = {
  initial: [],
  accepts,
  encode: (edits) =>
    edits.map(({ name, shape, data }) => `${name}:${shape.join('.')}:${data.join(',')}`).join('~'),
  decode(text) {
    const refused = refuse({ kind: 'like', example: 'h:3.2:0.5,-0.2,1,0,0.7,2' });
    const edits: NumberEdit[] = [];
    for (const one of text.split('~')) {
      const found = spelling.exec(one);
      if (found === null) return refused;
      const [, name = '', shape = '', data = ''] = found;
      edits.push({
        name,
        shape: shape === '' ? [] : shape.split('.').map(Number),
        data: data.split(',').map(readNumber),
      });
    }
    return accepts(edits) ? accept(edits) : refused;
  },
};
