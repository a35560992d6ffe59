/** @file A Chromium without a window, for what is timed in a browser. */

import { chromium, type Browser } from '@playwright/test';
import { browserArguments, findBrowser } from '../setUp/browser.mjs';

/** Starts the browser that the set-up found. Throws if there is none. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('there is no Chromium; the set-up should have found one');
  return chromium.launch({ executablePath, args: browserArguments });
}
