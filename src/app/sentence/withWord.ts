/** @file Putting a word into a sentence. */

/** A text with a word put in at a place, with single spaces around it; and the place after it. */
export function withWord(
  text: string,
  at: number,
  word: string,
): { readonly text: string; readonly after: number } {
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const left = before === '' || before.endsWith(' ') ? before : `${before} `;
  const right = rest === '' || rest.startsWith(' ') ? rest : ` ${rest}`;
  return { text: left + word + right, after: (left + word).length };
}
