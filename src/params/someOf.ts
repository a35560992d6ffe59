/** @file A control for some of a few named values, with commas between. */
import { accept, refuse, type Control } from './control.ts';

/** Some of the options, in their order, each at most once; at first none. */
export function someOf<const Option extends string>(
  options: readonly Option[],
): Control<readonly Option[]> & { readonly options: readonly Option[] } {
  const inOrder = (value: readonly string[]): boolean =>
    value.every((one, k) => {
      const place = options.findIndex((option) => option === one);
      return place >= 0 && (k === 0 || place > options.findIndex((option) => option === value[k - 1]));
    });
  return {
    initial: [],
    options,
    accepts: inOrder,
    encode: (value) => value.join(','),
    decode(text) {
      const value = text.split(',');
      return inOrder(value)
        ? accept(value as Option[])
        : refuse({ kind: 'like', example: options.slice(0, 2).join(',') });
    },
  };
}
