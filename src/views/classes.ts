/** @file Class names together; those that do not hold are left out. */

/** `classes('word', isLit && 'is-lit')`: the names that are texts, with spaces between. */
export function classes(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false && name !== '').join(' ');
}
