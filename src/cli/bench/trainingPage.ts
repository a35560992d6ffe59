/** @file Training in the page's part of docs/benchmarks.md: how soon a task is learned, and how busy the page's own thread is meanwhile. */
import type { Browser, Page } from '@playwright/test';
import { serve } from '../setUp/server.mjs';
import { startChromium } from './chromium.ts';
import { circumstances } from './circumstances.ts';
import { table } from './markdown.ts';
import { buildApp } from './peersPages.ts';
import { trainingMemory } from './trainingMemory.ts';
import { median, quantile } from './statistics.ts';
import type { TraceEvent } from './traceEvents.ts';

/** The runs that are timed: what a reader sees who presses Start. */
const runs = [
  ['reversal of up to 10 digits', '#/1/train?task=reversal'],
  ['dates', '#/1/train?task=dates'],
] as const;

/** The bar of both: seconds from Start to 99 % of held-out examples without a mistake. */
const MOST_SECONDS = 15;
/** The bar of the page's thread: milliseconds of work a frame, for 95 of 100 frames. */
const MOST_WORK = 8;
const FRAME = 1000 / 60;

interface Timed {
  /** Seconds from Start. */
  readonly learned: number;
  readonly ended: number;
  /** The share of held-out examples without a mistake at the end, in percent. */
  readonly exact: number;
  /** Milliseconds of the page's thread in each frame while it learns. */
  readonly frames: readonly number[];
}

/** Builds the app, trains in it, and tells of it in Markdown. */
export async function benchTrainingPage(rounds: number): Promise<string> {
  const around = circumstances(`npm run bench -- trainingPage${rounds === 30 ? '' : ` --rounds ${rounds}`}`);
  const server = await serve(await buildApp());
  const browser = await startChromium();
  try {
    const measured: { name: string; timed: Timed[] }[] = [];
    for (const [name, link] of runs) {
      const timed: Timed[] = [];
      for (let round = 0; round < rounds; round++) timed.push(await train(browser, server.address + link));
      measured.push({ name, timed });
    }
    return [
      `${around.told(rounds)} Chromium ${browser.version()}.`,
      ...told(measured),
      trainingMemory(),
    ].join('\n\n');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One run from Start to its end, with the browser's record of its threads. */
async function train(browser: Browser, address: string): Promise<Timed> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
  try {
    await page.goto(address);
    await page.getByText(/Paused · step 0/).waitFor();
    await page.waitForTimeout(1000); // the numbers before the first step are shown by then
    await browser.startTracing(page, {
      categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    });
    const seen = await learned(page);
    const record = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    return { ...seen, frames: workByFrame(record.traceEvents) };
  } finally {
    await page.close();
  }
}

/** Presses Start and reads the checkpoints as the page tells them. A text, since it is for the page's side. */
const WATCH = `(async () => {
  const find = (selector) => document.querySelector(selector);
  const start = performance.now();
  performance.mark('probe-begin');
  find('.train-buttons button').click();
  const result = { learned: Infinity, ended: 0, exact: 0 };
  await new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const seconds = (performance.now() - start) / 1000;
      result.exact = Number(/right ([\\d.]+)/.exec(find('.train-scrub-value').textContent)?.[1]);
      if (result.exact >= 99) result.learned = Math.min(result.learned, seconds);
      if (!find('.train-state').textContent.startsWith('Done')) return;
      result.ended = seconds;
      observer.disconnect();
      resolve();
    }).observe(find('main'), { subtree: true, childList: true, characterData: true });
  });
  performance.mark('probe-end');
  return result;
})()`;

async function learned(page: Page): Promise<Omit<Timed, 'frames'>> {
  return page.evaluate<Omit<Timed, 'frames'>>(WATCH);
}

/** Milliseconds of processor time of the tasks that begin in each sixtieth of a second between the two marks, on the thread that set them. */
function workByFrame(events: readonly TraceEvent[]): number[] {
  const begin = events.find(({ name }) => name === 'probe-begin');
  const end = events.find(({ name }) => name === 'probe-end');
  if (begin === undefined || end === undefined) throw new Error('the record of the browser lacks the marks');
  const frames = new Array<number>(Math.ceil((end.ts - begin.ts) / 1000 / FRAME)).fill(0);
  for (const { name, pid, tid, ts, dur = 0, tdur = dur } of events) {
    if (name !== 'RunTask' || pid !== begin.pid || tid !== begin.tid) continue;
    const frame = Math.floor((ts - begin.ts) / 1000 / FRAME);
    if (frame >= 0 && frame < frames.length) frames[frame] = (frames[frame] ?? 0) + tdur / 1000;
  }
  return frames;
}

function told(measured: readonly { readonly name: string; readonly timed: readonly Timed[] }[]): string[] {
  const rows = measured.map(({ name, timed }) => {
    const frames = timed.flatMap((one) => one.frames);
    return [
      name,
      median(timed.map((one) => one.learned)).toFixed(2),
      Math.max(...timed.map((one) => one.learned)).toFixed(2),
      median(timed.map((one) => one.ended)).toFixed(2),
      `${Math.min(...timed.map((one) => one.exact)).toFixed(2)} %`,
      quantile(frames, 0.95).toFixed(1),
      Math.max(...frames).toFixed(1),
    ];
  });
  const bars = measured.flatMap(({ name, timed }) => {
    const slowest = Math.max(...timed.map((one) => one.learned));
    const work = quantile(
      timed.flatMap((one) => one.frames),
      0.95,
    );
    return [
      `- ${name}, 99 % of held-out examples: at most ${MOST_SECONDS} s; slowest round ${slowest.toFixed(1)} s${slowest > MOST_SECONDS ? ' (missed)' : ''}.`,
      `- ${name}, the page’s thread: at most ${MOST_WORK} ms a frame for 95 of 100 frames; reached ${work.toFixed(1)} ms${work > MOST_WORK ? ' (missed)' : ''}.`,
    ];
  });
  return [
    'From pressing Start with the settings that the page begins with: seconds until a checkpoint does 99 % of 256 held-out examples without a mistake (median and slowest round), seconds to the end, what is right then (least round), and milliseconds of processor time of the page’s own thread in each sixtieth of a second while it learns.',
    table(
      [
        'task',
        '99 %: median s',
        'slowest s',
        'end: median s',
        'exact at the end',
        'page’s thread, p95 ms',
        'longest ms',
      ],
      rows,
    ),
    bars.join('\n'),
  ];
}
