/** @file The symbols of one side of a task (words or characters) as numbers: encode, decode. */

/** Fills the end of short sentences in a batch. */
export const PAD = 0;
/** Stands for every word that the model does not know. */
export const UNKNOWN = 1;
/** Ends a sentence, and tells the decoder to begin. */
export const END = 2;

/** How the three marks are written. */
const MARKS = ['<pad>', '<unknown>', '<end>'] as const;
/** The English mark of an unknown word that ends in s: its number can be told from its shape, as a reader would. */
export const UNKNOWN_S_MARK = '<unknown>s';

/** The words of one language, each with its number. */
export class Vocabulary {
  /** All words by number, the three marks first. */
  readonly words: readonly string[];
  private readonly ids: ReadonlyMap<string, number>;
  /** How many of the first words are marks. */
  private readonly marks: number;

  /**
   * @param moreMarks marks beside the three; only UNKNOWN_S_MARK has a meaning.
   * @throws RangeError when a word stands twice or is one of the marks.
   */
  constructor(words: readonly string[], moreMarks: readonly string[] = []) {
    this.words = [...MARKS, ...moreMarks, ...words];
    this.marks = MARKS.length + moreMarks.length;
    this.ids = new Map(this.words.map((word, id) => [word, id]));
    if (this.ids.size !== this.words.length) {
      const twice = this.words.find((word, id) => this.ids.get(word) !== id);
      throw new RangeError(`words holds "${twice}" twice`);
    }
  }

  /** How many numbers there are, marks included. */
  get size(): number {
    return this.words.length;
  }

  /** The words without the marks. */
  get known(): readonly string[] {
    return this.words.slice(this.marks);
  }

  /** Whether a word (not a mark) is known. */
  has(word: string): boolean {
    return (this.ids.get(word) ?? 0) >= this.marks;
  }

  /** The number of a word, or that of the unknown word of its shape. */
  id(word: string): number {
    const id = this.ids.get(word);
    return id === undefined || id < this.marks ? this.unknown(word) : id;
  }

  /** The number that stands for a word when it is not known. */
  unknown(word: string): number {
    return (word.endsWith('s') ? this.ids.get(UNKNOWN_S_MARK) : undefined) ?? UNKNOWN;
  }

  /**
   * The word with a number.
   * @throws RangeError when there is none.
   */
  word(id: number): string {
    const word = this.words[id];
    if (word === undefined)
      throw new RangeError(`id is ${id}; a whole number from 0 to ${this.size - 1} was expected`);
    return word;
  }

  /** The numbers of words, without the end mark. */
  encode(words: readonly string[]): number[] {
    return words.map((word) => this.id(word));
  }

  /** The words up to the end mark, without it and without padding. */
  decode(ids: readonly number[]): string[] {
    const end = ids.indexOf(END);
    return (end < 0 ? ids : ids.slice(0, end)).filter((id) => id !== PAD).map((id) => this.word(id));
  }
}
