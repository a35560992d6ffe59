/** @file Under what a benchmark was run: command, day, versions, machine, and how busy that was before and after. */

import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { root } from '../setUp/run.mjs';

/** The machine's load over one minute: how many programs want to run. */
function load(): string {
  return (loadavg()[0] ?? NaN).toFixed(1);
}

/** The version of one of the peers. */
function version(name: string): string {
  const file = path.join(root, 'test', 'peers', 'node_modules', ...name.split('/'), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Notes the load now; `told` says all in one paragraph when the benchmark is done. */
export function circumstances(command: string): { told(rounds: number, peers?: readonly string[]): string } {
  const before = load();
  const day = new Date().toISOString().slice(0, 10);
  return {
    told: (rounds, peers = []) =>
      [
        `\`${command}\`, ${day}, ${rounds} rounds; ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'processor'}, `,
        `load ${before} before and ${load()} after`,
        ...peers.map((name) => `; ${name} ${version(name)}`),
        '.',
      ].join(''),
  };
}
