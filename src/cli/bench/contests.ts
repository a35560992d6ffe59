/** @file Holds the contests with other libraries: in a Node of their own and in a worker of Chromium. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../setUp/run.mjs';
import { startChromium } from './chromium.ts';
import { assertAgreement, type Contest, type ContestSettings } from './contestReport.ts';
import { buildPage, servePage } from './peersPages.ts';

/** The same contests on one host. */
export interface Hosted {
  readonly host: string;
  readonly contests: readonly Contest[];
}

/** Both hosts, one after the other. Throws where a contender computes something else. */
export async function holdContests(settings: ContestSettings): Promise<Hosted[]> {
  const worker = await inChromium(settings);
  const node = await inNode(settings);
  for (const { contests } of [worker, node]) contests.forEach(assertAgreement);
  return [worker, node];
}

async function inNode(settings: ContestSettings): Promise<Hosted> {
  const script = path.join(root, 'test', 'peers', 'inNode.ts');
  // What the peers say to the console goes to standard error, as does their greeting.
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(settings)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error('the contests in Node ended with an error, which stands above');
  return { host: `Node ${process.versions.node}`, contests: JSON.parse(output) as Contest[] };
}

async function inChromium(settings: ContestSettings): Promise<Hosted> {
  const server = await servePage(await buildPage('contest'));
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await page.goto(new URL('contest.html', server.address).href);
    const contests = (await page.evaluate(`contests(${JSON.stringify(settings)})`)) as Contest[];
    return { host: `a worker of Chromium ${browser.version()}`, contests };
  } finally {
    await browser.close();
    await server.close();
  }
}
