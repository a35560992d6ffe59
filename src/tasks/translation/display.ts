/** @file French tokens as they are shown: typographic apostrophes, no space after an elided word. */

/** A token as it is shown alone: n' as n’, aujourd'hui as aujourd’hui. */
export function displayToken(token: string): string {
  return token.replaceAll("'", '’');
}

/** Tokens as running text: l' accord as l’accord. */
export function displayFrench(tokens: readonly string[]): string {
  let text = '';
  for (const [index, token] of tokens.entries()) {
    const before = index === 0 || tokens[index - 1]?.endsWith("'") === true;
    text += (before ? '' : ' ') + displayToken(token);
  }
  return text;
}
