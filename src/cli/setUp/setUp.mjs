/**
 * @file Makes sure that what a script needs is installed: `node src/cli/setUp/setUp.mjs [browser] [numpy] [torch] [peers]`.
 * Plain JavaScript with Node's own modules, because it runs before anything is installed. All output goes to
 * standard error, so that a script can print clean JSON.
 */
import { installDependencies, installPeers } from './dependencies.mjs';

const parts = {
  browser: async () => (await import('./browser.mjs')).ensureBrowser(),
  numpy: async () => (await import('./python.mjs')).ensurePythonWith('numpy', 'NumPy'),
  torch: async () => (await import('./python.mjs')).ensurePythonWith('torch', 'PyTorch'),
  peers: async () => installPeers(),
};

try {
  installDependencies();
  for (const name of process.argv.slice(2)) {
    const part = Object.hasOwn(parts, name) ? parts[/** @type {keyof typeof parts} */ (name)] : undefined;
    if (part === undefined) {
      throw new Error(`set-up knows no part "${name}"; it knows ${Object.keys(parts).join(', ')}.`);
    }
    await part();
  }
} catch (error) {
  console.error(`Set-up failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
