/** @file Before the browser tests: serves the built app from a sub-folder, as a web host might. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/cli/setUp/run.mjs';
import { serve } from '../../src/cli/setUp/server.mjs';

/** Starts the server and tells the tests its address; the function it returns ends it. */
export default async function serveBuiltApp(): Promise<() => Promise<void>> {
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html'))) {
    throw new Error('There is no built app in dist/: run `npm run build` first.');
  }
  const { address, close } = await serve(dist, { base: '/a/sub-folder/' });
  process.env['APP_ADDRESS'] = address;
  return close;
}
