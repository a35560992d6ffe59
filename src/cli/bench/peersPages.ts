/** @file Builds what is timed in a browser: the app, and the pages of test/peers (the contests in a worker, the smallest React page). */
import path from 'node:path';
import { build, preview } from 'vite';
import { root } from '../setUp/run.mjs';

const folder = path.join(root, 'test', 'peers');
const built = path.join(root, 'node_modules', '.cache', 'lookback', 'peers');

/** Builds one page (`contest` or `minimal`) as the app is built. Returns the folder with its `<name>.html`. */
export async function buildPage(name: 'contest' | 'minimal'): Promise<string> {
  const outDir = path.join(built, name);
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Infinity,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(folder, `${name}.html`) },
    },
  });
  return outDir;
}

/** Builds the script that runs in timed pages before their own. Returns its path. */
export async function buildProbe(): Promise<string> {
  const outDir = path.join(built, 'probe');
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: {
        entry: path.join(folder, 'probe.ts'),
        formats: ['iife'],
        name: 'built',
        fileName: () => 'probe.js',
      },
    },
  });
  return path.join(outDir, 'probe.js');
}

/** Builds the app as `npm run build` does, into a folder of its own. */
export async function buildApp(): Promise<string> {
  const outDir = path.join(built, '..', 'app');
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

/** Serves such a folder on a free port, with no policy: the peers would not run under ours. */
export async function servePage(outDir: string): Promise<{ address: string; close(): Promise<void> }> {
  const server = await preview({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: 'localhost' },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the pages of test/peers could not be served');
  return { address, close: () => server.close() };
}
