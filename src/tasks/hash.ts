/** @file A fixed 32-bit hash of a text, by which sentences and word pairs are put into their splits. */

/**
 * FNV-1a over the UTF-16 code units, then the finaliser of MurmurHash3 so that all bits count.
 * @returns an unsigned 32-bit integer, the same everywhere and for ever: the splits depend on it.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
