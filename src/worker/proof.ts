/** @file Runs the published cases in this browser: a chunk of its own, loaded when the proof is asked for. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { runCase } from '../models/cases/run.ts';
import type { Work } from './execute.ts';
import { loadWasmKernels } from './loadWasmKernels.ts';
import { FileError, reasonOf, type Fetch } from './modelFile.ts';
import { inPieces } from './pieces.ts';
import type { ProofResult } from './protocol.ts';

/** A case file under its name. */
export interface NamedCase {
  readonly name: string;
  readonly case: unknown;
}

/** The list of case files, as `public/cases/published.json` holds it. Throws a FileError naming what was expected. */
function readList(text: string, address: string): readonly NamedCase[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new FileError(`${address}: it is not JSON`);
  }
  const isNamed = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && 'name' in one && 'case' in one;
  if (!Array.isArray(list) || !list.every(isNamed)) {
    throw new FileError(`${address}: expected a list of cases, each with name and case`);
  }
  return list as NamedCase[];
}

/** The verdict on one case, judged in float64; `fast` are the float32 kernels, whose error is told beside it. A case that cannot be run fails, with an infinite error. */
export function proveCase({ name, case: json }: NamedCase, fast: Kernels): ProofResult {
  const { mechanism = '', source = '', tolerance = 1e-6 } = json as Partial<ProofResult>;
  try {
    const { file, verdict } = runCase(json);
    const { maxError = Infinity, pass = false } = verdict ?? {};
    const float32Error = runCase(json, fast).verdict?.maxError ?? Infinity;
    return {
      name,
      mechanism: file.mechanism,
      source,
      maxError,
      float32Error,
      tolerance: file.tolerance,
      pass,
    };
  } catch {
    return { name, mechanism, source, maxError: Infinity, float32Error: Infinity, tolerance, pass: false };
  }
}

/** The results of all published cases, in the order of their list. */
export async function runProof(fetch: Fetch, work: Work): Promise<ProofResult[]> {
  const address = `${work.app}cases/published.json`;
  let text: string;
  try {
    const response = await fetch(address, { signal: work.signal });
    if (!response.ok) throw new Error(`it answered ${response.status}; expected 200`);
    text = await response.text();
  } catch (error) {
    work.signal.throwIfAborted();
    throw new FileError(`${address}: ${reasonOf(error)}`);
  }
  const cases = readList(text, address);
  const { kernels } = await loadWasmKernels((at) => fetch(at, { signal: work.signal }));
  function* prove(): Generator<void, ProofResult[]> {
    const results: ProofResult[] = [];
    for (const one of cases) {
      results.push(proveCase(one, kernels));
      yield;
    }
    return results;
  }
  return inPieces(prove(), { ...work, onSteps: (done) => work.progress(done / cases.length) });
}
