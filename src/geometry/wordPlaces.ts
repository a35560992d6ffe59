/** @file Where the words of the translation stand on top of the worksheet: side by side, each with the room that it needs. */

/** The places of words in a line. */
export interface WordPlaces {
  /** The room of each word, in CSS pixels, if the line is as short as it can be. */
  readonly rooms: readonly number[];
  /** The middle of each word, 0 … 1 of the line. */
  readonly middles: readonly number[];
  /** The least length of the line at which no word touches another, in CSS pixels. */
  readonly least: number;
}

/** A letter's width on average, and what stands around a word (its frame and the gap to the next), in CSS pixels. */
const LETTER = 7.6;
const AROUND = 22;
const LEAST = 36;

const known = new WeakMap<readonly string[], WordPlaces>();

/** The places of the words, remembered by the list. */
export function wordPlaces(words: readonly string[]): WordPlaces {
  const remembered = known.get(words);
  if (remembered !== undefined) return remembered;
  const rooms = words.map((word) => Math.max(LEAST, word.length * LETTER + AROUND));
  const least = rooms.reduce((sum, room) => sum + room, 0);
  let before = 0;
  const middles = rooms.map((room) => {
    const middle = (before + room / 2) / least;
    before += room;
    return middle;
  });
  const made = { rooms, middles, least };
  known.set(words, made);
  return made;
}
