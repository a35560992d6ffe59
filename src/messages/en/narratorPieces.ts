/** @file Pieces that many of the narrator's messages share: a French word or a mark, a place, a probability. */

/** A word of the translation by the two values `name` and `nameMark`: in its colour, or what its mark is called. */
export function target(name: string): string {
  return `{${name}Mark, select, end {the end mark} unknown {the mark for an unknown word} padding {the padding mark} start {the start} other {<target>{${name}}</target>}}`;
}

/** The same at the beginning of a sentence. */
export function targetFirst(name: string): string {
  return target(name).replaceAll('{the ', '{The ');
}

/** When the state that asks was made. */
export function afterPrevious(): string {
  return `{previousMark, select, start {before the first word} other {after ${target('previous')}}}`;
}

/** A source word by the values `name`, `namePlace` and `same`: with its place where two of them are the same word. */
export function spot(name: string): string {
  return `<source>{${name}}</source>{same, select, yes { at place {${name}Place}} other {}}`;
}

/** A share that was rounded to three decimals. */
export function share(name: string): string {
  return `{${name}, plural, =0 {less than 0.001} other {{${name}, number, ::.000}}}`;
}

/** A number in three significant digits, as the worksheet shows it. */
export function digits(name: string): string {
  return `{${name}, number, ::@@@}`;
}

/** A cosine or a part of a whole, in two decimals. */
export function hundredths(name: string): string {
  return `{${name}, number, ::.00}`;
}

/** A part of a whole in whole per cent. */
export function percent(name: string): string {
  return `{${name}, number, ::percent}`;
}
