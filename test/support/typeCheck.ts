/** @file Type-checks a planted text as if it stood in one of the projects of the tsconfigs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/cli/setUp/run.mjs';

/**
 * The compiler's messages for a text under the options of `tsconfig.<project>.json`; empty when it finds no fault.
 *
 * @param extension of the file that is planted: `ts` or `tsx`
 */
export function typeFaults(project: string, text: string, extension = 'ts'): string {
  const folder = path.join(root, 'node_modules', '.cache', 'planted', project);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `planted.${extension}`), text);
  const options = {
    extends: path.join(root, `tsconfig.${project}.json`),
    compilerOptions: { incremental: false },
    include: [
      `planted.${extension}`,
      ...(project === 'core' ? [path.join(root, 'src/lib/ambient/*.d.ts')] : []),
    ],
    exclude: [],
  };
  const config = path.join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify(options));
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', config], {
    encoding: 'utf8',
  });
  if (status === null) throw new Error(`the compiler did not run: ${stderr}`);
  return status === 0 ? '' : stdout + stderr;
}
