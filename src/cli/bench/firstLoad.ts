/** @file What a reader downloads to begin: scripts and styles, compressed. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { firstLoad as bytesOfFirstLoad } from '../setUp/sizeBudget.mjs';
import { openPage } from './appPage.ts';

/** Bytes of JavaScript and CSS by gzip. */
export interface FirstLoad {
  /** What the page names, what that imports at once, and the worker. */
  readonly first: number;
  /** All that the browser asks for until the first trace stands there and the rest has been loaded after it. */
  readonly all: number;
}

/** Looks at the built app in `folder`, and opens it once where it is served. */
export async function firstLoad(
  browser: Browser,
  probe: string,
  folder: string,
  address: string,
): Promise<FirstLoad> {
  const { page, context } = await openPage(browser, probe);
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(request.url()));
  try {
    await page.goto(address);
    await page.evaluate("probe.painted('.worksheet .sheet-grid .number')");
    await page.waitForLoadState('networkidle');
    return { first: bytesOfFirstLoad(folder), all: bytes(folder, address, asked) };
  } finally {
    await context.close();
  }
}

function bytes(folder: string, address: string, urls: ReadonlySet<string>): number {
  return [...urls]
    .map((url) => url.replace(/[?#].*$/, '').slice(address.length))
    .filter((file) => /\.(?:js|css)$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
}
