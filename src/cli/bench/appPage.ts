/** @file What a reader does in the app, as the benchmark does it: open, type, step, hover; each with the time until it is seen. */

import type { Browser, BrowserContext, Page } from '@playwright/test';

/** Twelve words; the last letters are typed again and again. */
const SENTENCE = 'the black cat did not drink the cold milk in the garden';
/** How many letters, and the milliseconds between them: a quick typist's. */
const RETYPED = 3;
const BETWEEN_KEYS = 80;
/** Milliseconds after which all motion is over. */
const STILL = 450;

/** From what the reader did to the frame that shows it. */
interface Paint {
  readonly from: number;
  readonly to: number;
}

/** A page of its own, with nothing cached, in which the probe runs first. */
export async function openPage(
  browser: Browser,
  probe: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 960 } });
  await context.addInitScript({ path: probe });
  return { page: await context.newPage(), context };
}

/** Milliseconds from asking for the address to the first frame with an element of that kind. */
export async function timeToFirst(
  browser: Browser,
  probe: string,
  address: string,
  selector: string,
): Promise<number> {
  const { page, context } = await openPage(browser, probe);
  try {
    await page.goto(address, { waitUntil: 'commit' });
    return await page.evaluate<number>(`probe.painted(${JSON.stringify(selector)})`);
  } finally {
    await context.close();
  }
}

/** Opens the app with the sentence at a target word and a stage, and waits until its trace stands there. */
export async function openApp(page: Page, address: string, place: { t: number; at: string }): Promise<void> {
  const link = `${address}#/1/additive?s=${SENTENCE.replaceAll(' ', '+')}&t=${place.t}&at=${place.at}`;
  // A change of the fragment alone would not load the page.
  await page.goto('about:blank');
  await page.goto(link);
  await page.evaluate("probe.painted('.worksheet:not(.is-old) .sheet-grid .number')");
  await page.waitForTimeout(2 * STILL);
}

async function seen(page: Page): Promise<number> {
  const { from, to } = await page.evaluate<Paint>('probe.seen()');
  return to - from;
}

/** Leaves the page alone until all that follows is over, and marks that in the browser's record. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(STILL);
  await page.evaluate("performance.mark('probe-rest')");
}

/** The time from the last key of the sentence to the frame with the new trace, so often. */
export async function typing(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  const field = page.locator('#sentence');
  for (let round = 0; round < rounds; round++) {
    await field.focus();
    await page.keyboard.press('End');
    for (let k = 0; k < RETYPED; k++) await page.keyboard.press('Backspace');
    await page.waitForTimeout(STILL);
    const letters = SENTENCE.slice(-RETYPED);
    await page.keyboard.type(letters.slice(0, -1), { delay: BETWEEN_KEYS });
    await page.evaluate("probe.arm('keydown', 'fresh')");
    await page.keyboard.press(letters.slice(-1));
    times.push(await seen(page));
    await page.waitForTimeout(STILL);
  }
  return times;
}

/** The time from the key to the frame with the next step, so often; back to the first step at the end. */
export async function stepping(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  const timeline = page.locator('#timeline');
  await timeline.focus();
  for (let round = 0; round < rounds; round++) {
    const [now, last] = await Promise.all(
      ['aria-valuenow', 'aria-valuemax'].map((name) => timeline.getAttribute(name)),
    );
    if (now === last) {
      await page.keyboard.press('Home');
      await page.waitForTimeout(STILL);
    }
    await page.evaluate("probe.arm('keydown', 'change')");
    await page.keyboard.press('ArrowRight');
    times.push(await seen(page));
    await rest(page);
  }
  return times;
}

/** The time from pointing at another number to the frame in which its pair is lit, so often, over scores and weights in turn. */
export async function hovering(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  const places = await page.evaluate<{ x: number; y: number }[]>("probe.places('.sheet-grid .number')");
  if (places.length < 4) throw new Error(`the worksheet shows ${places.length} numbers to point at`);
  const pointAt = async (turn: number): Promise<void> => {
    // Seven columns on, so that never the same column is lit twice in a row.
    const { x, y } = places[(turn * 7) % places.length] as { x: number; y: number };
    await page.mouse.move(x, y);
  };
  await pointAt(0);
  await page.waitForTimeout(STILL);
  for (let round = 1; round <= rounds; round++) {
    // Leaving the number before is the first that the page hears.
    await page.evaluate("probe.arm('pointerout', 'change')");
    await pointAt(round);
    times.push(await seen(page));
    await rest(page);
  }
  return times;
}
