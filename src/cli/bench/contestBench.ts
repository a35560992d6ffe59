/** @file A contest's part of docs/benchmarks.md: what was run, where, when, and the tables with their bars. */

import { attentionSizes } from './attention.ts';
import { bars, type Bar } from './bars.ts';
import { contestRows, largestDifference, type Contest, type ContestSettings } from './contestReport.ts';
import { holdContests, type Hosted } from './contests.ts';
import { circumstances } from './circumstances.ts';
import { table } from './markdown.ts';
import { median } from './statistics.ts';

/** Milliseconds that are timed at once: runs are repeated until they take so long. */
const AT_LEAST = 10;

/** Runs one part and tells of it in Markdown. */
export async function benchContests(part: ContestSettings['part'], rounds: number): Promise<string> {
  const around = circumstances(`npm run bench -- ${part}${rounds === 30 ? '' : ` --rounds ${rounds}`}`);
  const hosted = await holdContests({ part, sizes: attentionSizes, rounds, atLeast: AT_LEAST });
  const peers = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm', 'onnxruntime-web'];
  const head = ['task', 'contender', 'minimum ms', 'median ms', 'median / ours'];
  return [
    around.told(rounds, peers.slice(0, part === 'attention' ? 3 : 2)),
    ...hosted.flatMap(({ host, contests }) => [
      `In ${host}; largest difference between contenders' numbers ${difference(contests)} of the largest number:`,
      table(head, contests.flatMap(contestRows), 2),
    ]),
    judged(part, hosted),
  ].join('\n\n');
}

function difference(contests: readonly Contest[]): string {
  return Math.max(...contests.map(largestDifference)).toExponential(1);
}

/** The bars of the part, with what was reached. */
function judged(part: ContestSettings['part'], hosted: readonly Hosted[]): string {
  const lines = bars[part].map((bar) => {
    const contest = hosted[0]?.contests.find(({ name }) => name === bar.task);
    return `- ${bar.task}, ${bar.against}: at least ${bar.times} times as fast; reached ${reached(contest, bar)}.`;
  });
  return ['In the worker of Chromium, by medians:', '', ...lines].join('\n');
}

function reached(contest: Contest | undefined, { against, times }: Bar): string {
  const medianOf = (name: string): number =>
    median(contest?.samples.find((samples) => samples.name === name)?.milliseconds ?? []);
  const ratio = medianOf(against) / medianOf('ours');
  return `${ratio.toFixed(1)}${ratio < times ? ' (missed)' : ''}`;
}
