/** @file The registry of what case files can ask for. */

import { attentionPrograms } from './attention.ts';
import { decoderProgram } from './decoder.ts';
import { layerNormProgram } from './layerNorm.ts';
import { normaliserPrograms } from './normalisers.ts';
import { positionalProgram } from './positional.ts';
import type { CaseProgram } from './program.ts';
import { recurrentPrograms } from './recurrentCells.ts';
import { selfPrograms } from './self.ts';
import { stepsProgram } from './normaliserSteps.ts';
import { wordProgram } from './word.ts';

const list: readonly CaseProgram[] = [
  ...attentionPrograms,
  ...selfPrograms,
  ...normaliserPrograms,
  ...recurrentPrograms,
  layerNormProgram,
  positionalProgram,
  decoderProgram,
  stepsProgram,
  wordProgram,
];

/** Every program by its id. */
export const programs: ReadonlyMap<string, CaseProgram> = new Map(
  list.map((program) => [program.id, program]),
);
