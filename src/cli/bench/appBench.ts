/** @file The app's part of docs/benchmarks.md. */

/** TODO */
export function benchApp(rounds: number): Promise<string> {
  return Promise.reject(new Error(`the app is not measured yet (${rounds})`));
}
