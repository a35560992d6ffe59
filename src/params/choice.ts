/** @file A control for one of a few named values. */
import { accept, refuse, type Control } from './control.ts';

/** One of the options, by its name. */
export interface ChoiceControl<Option extends string> extends Control<Option> {
  readonly options: readonly Option[];
}

/** Names are compared letter by letter, capitals too. */
export function choice<const Option extends string>(
  initial: NoInfer<Option>,
  options: readonly Option[],
): ChoiceControl<Option> {
  return {
    initial,
    options,
    accepts: (value) => options.includes(value),
    encode: (value) => value,
    decode(text) {
      const found = options.find((option) => option === text);
      return found === undefined ? refuse({ kind: 'choice', options }) : accept(found);
    },
  };
}
