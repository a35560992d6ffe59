/** @file Runs the published cases in this browser. */
import type { Work } from './execute.ts';
import { FileError, type Fetch } from './modelFile.ts';
import type { ProofResult } from './protocol.ts';

/** The results of all published cases, in the order of their list. */
export async function runProof(_fetch: Fetch, { app }: Work): Promise<ProofResult[]> {
  await Promise.resolve();
  throw new FileError(`${app}cases are not there`);
}
