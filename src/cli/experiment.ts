/** @file `npm run experiment -- length [--only additive,none] [--seeds 1,2] [--again]`: trains, tests and writes down what an experiment compares. */

import { parseArgs } from 'node:util';
import { experimentRuns } from '../training/lengthExperiment.ts';
import { runLength } from './experiment/length.ts';

/** Where the results are that the app and the documentation show. */
const FOLDER = 'public/experiments/length';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: experimentRuns.join(',') },
    seeds: { type: 'string', default: '1,2,3' },
    out: { type: 'string', default: FOLDER },
    again: { type: 'boolean', default: false },
  },
});

/** The mechanisms named by `--only`. Throws, naming those there are, for another. */
function runsOf(text: string): string[] {
  return text.split(',').map((id) => {
    if (experimentRuns.some((known) => known === id)) return id;
    throw new Error(`--only ${id}: expected some of ${experimentRuns.join(',')}`);
  });
}

/** The seeds named by `--seeds`. */
function seedsOf(text: string): number[] {
  return text.split(',').map((one) => {
    if (/^[1-9]\d{0,8}$/.test(one)) return Number(one);
    throw new Error(`--seeds ${text}: expected whole numbers from 1 with commas between`);
  });
}

function main(): void {
  if (positionals[0] !== 'length')
    throw new Error(`experiment: ${positionals[0] ?? 'none given'}; expected length`);
  runLength({
    mechanisms: runsOf(values.only),
    seeds: seedsOf(values.seeds),
    folder: values.out,
    again: values.again,
    tables: values.out === FOLDER ? 'docs/experiments.md' : undefined,
  });
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
