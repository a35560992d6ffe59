/** @file The app's part of docs/benchmarks.md: what it weighs, how soon it can be used, how fast it answers. */

import type { Browser } from '@playwright/test';
import { serve } from '../setUp/server.mjs';
import { hovering, openApp, openPage, stepping, timeToFirst, typing } from './appPage.ts';
import { startChromium } from './chromium.ts';
import { circumstances } from './circumstances.ts';
import { firstLoad, type FirstLoad } from './firstLoad.ts';
import { table } from './markdown.ts';
import { buildApp, buildPage, buildProbe } from './peersPages.ts';
import { median, quantile } from './statistics.ts';
import { workBetweenMarks, type TraceEvent, type Work } from './traceEvents.ts';

/** The element by which a page can be used: the sentence's field, and the button of the smallest page. */
const FIELD = '#sentence';
const BUTTON = 'button';

interface Measured {
  readonly load: FirstLoad;
  /** Name and milliseconds of each row of the table. */
  readonly times: readonly (readonly [name: string, times: readonly number[]])[];
}

/** Builds and times the app, and tells of it in Markdown. */
export async function benchApp(rounds: number): Promise<string> {
  const around = circumstances(`npm run bench -- app${rounds === 30 ? '' : ` --rounds ${rounds}`}`);
  const [probe, app, minimal] = [await buildProbe(), await buildApp(), await buildPage('minimal')];
  const [appServer, minimalServer] = [await serve(app), await serve(minimal)];
  const browser = await startChromium();
  try {
    const measured = await measure(
      browser,
      probe,
      { app, appAt: appServer.address, minimalAt: `${minimalServer.address}minimal.html` },
      rounds,
    );
    return [`${around.told(rounds)} Chromium ${browser.version()}.`, ...told(measured)].join('\n\n');
  } finally {
    await browser.close();
    await Promise.all([appServer.close(), minimalServer.close()]);
  }
}

interface Places {
  readonly app: string;
  readonly appAt: string;
  readonly minimalAt: string;
}

async function measure(
  browser: Browser,
  probe: string,
  { app, appAt, minimalAt }: Places,
  rounds: number,
): Promise<Measured> {
  const load = await firstLoad(browser, probe, app, appAt);
  const [ours, smallest]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    smallest.push(await timeToFirst(browser, probe, minimalAt, BUTTON));
    ours.push(await timeToFirst(browser, probe, appAt, FIELD));
  }
  const { page, context } = await openPage(browser, probe);
  await openApp(page, appAt, { t: 1, at: 'score' });
  const typed = await typing(page, rounds);
  const steps = await recorded(browser, () => stepping(page, rounds));
  await openApp(page, appAt, { t: 6, at: 'word' });
  const hovers = await recorded(browser, () => hovering(page, rounds));
  await context.close();
  return {
    load,
    times: [
      ['smallest React page: first frame that can be used', smallest],
      ['the app: first frame that can be used', ours],
      ['from the last key to the new trace painted', typed],
      ...rowsOf('step', steps),
      ...rowsOf('hover', hovers),
    ],
  };
}

interface Recorded {
  readonly times: readonly number[];
  readonly found: readonly Work[];
}

/** Does something while the browser records what its main thread does. */
async function recorded(browser: Browser, act: () => Promise<number[]>): Promise<Recorded> {
  await browser.startTracing(undefined, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
  });
  const times = await act();
  const record = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const found = workBetweenMarks(record.traceEvents);
  if (found.length !== times.length)
    throw new Error(`the browser recorded ${found.length} of ${times.length} answers`);
  return { times, found };
}

function rowsOf(name: string, { times, found }: Recorded): [string, readonly number[]][] {
  return [
    [`${name}: to the frame that shows it`, times],
    [`${name}: main thread, scripts and layout`, found.map(({ work }) => work)],
    [`${name}: main thread, painting`, found.map(({ paint }) => paint)],
    [`${name}: what follows that frame, longest task`, found.map(({ longest }) => longest)],
    [`${name}: what follows that frame, all tasks`, found.map(({ rest }) => rest)],
  ];
}

/** The sizes, the table, and the promises with what was reached. */
function told({ load, times }: Measured): string[] {
  const of = (name: string): readonly number[] => times.find(([row]) => row === name)?.[1] ?? [];
  const p95 = (numbers: readonly number[]): number => quantile(numbers, 0.95);
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  const ratio =
    median(of('the app: first frame that can be used')) /
    median(of('smallest React page: first frame that can be used'));
  const bar = (what: string, reached: number, most: number, unit: string): string =>
    `- ${what}: at most ${most}${unit}; reached ${reached.toFixed(1)}${unit}${reached > most ? ' (missed)' : ''}.`;
  return [
    table(
      ['milliseconds', 'minimum', 'median', 'p95'],
      times.map(([name, numbers]) =>
        [name, Math.min(...numbers), median(numbers), p95(numbers)].map((one) =>
          typeof one === 'number' ? one.toFixed(1) : one,
        ),
      ),
    ),
    `Times to a frame are as long as they seem; those of the main thread are its processor time. JavaScript and CSS by gzip: ` +
      `${kilobytes(load.first)} kB of the first load, ${kilobytes(load.all)} kB with what is loaded after the first paint.`,
    [
      bar('JavaScript and CSS of the first load', load.first / 1000, 160, ' kB'),
      bar('first frame that can be used, in medians of the smallest React page', ratio, 2, ''),
      bar(
        'last key to the new trace painted, p95',
        p95(of('from the last key to the new trace painted')),
        100,
        ' ms',
      ),
      bar('step, main thread, p95', p95(of('step: main thread, scripts and layout')), 8, ' ms'),
      bar(
        'step, longest task of what follows, p95',
        p95(of('step: what follows that frame, longest task')),
        8,
        ' ms',
      ),
      bar('hover, main thread, p95', p95(of('hover: main thread, scripts and layout')), 8, ' ms'),
    ].join('\n'),
  ];
}
