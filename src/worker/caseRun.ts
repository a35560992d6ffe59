/** @file Runs a case file for the page: a chunk of its own, loaded when the first is asked for. */
import { runCase } from '../models/cases/run.ts';
import type { Executed, Work } from './execute.ts';
import { inPieces } from './pieces.ts';
import type { CaseRequest, Outcome } from './protocol.ts';

/** Runs a case in float64. Throws a RangeError that names the field and what was expected; the signal's reason when it is aborted. */
export async function runCaseFile({ case: json }: CaseRequest, work: Work): Promise<Executed> {
  function* run(): Generator<void, Outcome> {
    yield; // a cancellation that has come meanwhile is heard first
    try {
      const { outputs, trace } = runCase(json);
      return { kind: 'outcome', outputs: Object.fromEntries(outputs), trace };
    } catch (error) {
      throw new RangeError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
  const reply = await inPieces(run(), work);
  return { reply, transfer: [reply.trace.data.buffer as ArrayBuffer] };
}
