/** @file Right answers that this device remembers; where storage is blocked, none are, and nothing breaks. */

const key = 'lookback-exercises';

/** Answers by lesson and number, as they were typed. */
export type Answers = Readonly<Record<string, string>>;

/** What was remembered. */
export function storedAnswers(): Answers {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** Remembers answers; none: forgets all. */
export function storeAnswers(answers: Answers): void {
  try {
    if (Object.keys(answers).length === 0) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Storage is blocked or full: the answers hold until the page is closed.
  }
}
