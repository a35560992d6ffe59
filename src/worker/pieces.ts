/** @file Long work in short pieces, so that a message can arrive in between. */

/** How work is cut and watched. */
export interface Pieces {
  readonly signal: AbortSignal;
  /** Milliseconds on any clock. */
  readonly now: () => number;
  /** Lets waiting messages in. */
  readonly pause: () => Promise<void>;
  /** Told after every piece how many steps were done in all. */
  readonly onSteps?: (steps: number) => void;
}

/** How long a piece is, in milliseconds: half a frame. */
const pieceLength = 8;

/** Runs a generator to its end, piece by piece. Rejects with the signal's reason when it is aborted. */
export async function inPieces<T>(
  work: Generator<void, T>,
  { signal, now, pause, onSteps }: Pieces,
): Promise<T> {
  let steps = 0;
  for (;;) {
    signal.throwIfAborted();
    const end = now() + pieceLength;
    do {
      const { done, value } = work.next();
      if (done === true) return value;
      steps += 1;
    } while (now() < end);
    onSteps?.(steps);
    await pause();
  }
}
