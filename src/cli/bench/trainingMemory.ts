/** @file What a long run takes of memory: it is planned once, and does not grow. */
import { taskSettings, widthsOf } from '../../training/taskSettings.ts';
import { LiveRun } from '../../training/liveRun.ts';
import { loadWasmKernels } from '../loadWasmKernels.ts';

const STEPS = 10_000;
/** By then every shape of batch has occurred. */
const PLANNED = 1000;

/** Trains as the page's worker does, told of and judged all the while, and tells in a sentence what memory it took. */
export function trainingMemory(): string {
  const kernels = loadWasmKernels();
  const settings = { ...taskSettings('reversal'), steps: STEPS, batch: 16, widths: widthsOf(16) };
  const live = new LiveRun(kernels, settings, ['3', '1', '4']);
  const taken = (): { heap: number; all: number } => ({
    heap: 4 * kernels.heap.length,
    all: process.memoryUsage().rss,
  });
  let planned = taken();
  while (!live.isDone) {
    live.next();
    if (live.step % 20 === 0) {
      live.look();
      live.progress();
    }
    if (live.step % live.interval === 0) live.check();
    if (live.step === PLANNED) planned = taken();
  }
  const end = taken();
  const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return (
    `A run of ${STEPS.toLocaleString('en')} steps (reversal, width 16, judged and told of as in the page): the heap of the kernels has ` +
    `${planned.heap} bytes after ${PLANNED.toLocaleString('en')} steps and ${end.heap} at the end; ` +
    `the whole process had ${mega(planned.all)} then and has ${mega(end.all)} at the end.`
  );
}
