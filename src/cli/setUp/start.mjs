/** @file Builds the app (unless `--no-build` is given), serves it on a free port and prints the address. PORT names a port. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';
import { serve } from './server.mjs';

const dist = path.join(root, 'dist');
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');

if (!process.argv.includes('--no-build') && !run(process.execPath, [vite, 'build', '--logLevel', 'warn'])) {
  process.exit(1);
}
if (!existsSync(path.join(dist, 'index.html'))) {
  console.error('There is no built app in dist/. Run `npm run build` first.');
  process.exit(1);
}
try {
  const { address } = await serve(dist, { port: Number(process.env['PORT'] ?? 0) });
  console.log(`Lookback is at ${address} (Ctrl+C ends it)`);
} catch (error) {
  console.error(`The app could not be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
