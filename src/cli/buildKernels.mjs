/** @file Compiles the AssemblyScript kernels to WebAssembly: `node src/cli/buildKernels.mjs [output file]`. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const entry = 'src/engine/kernels/assembly/index.ts';
const output = resolve(process.argv[2] ?? resolve(root, 'src/engine/kernels/kernels.wasm'));

mkdirSync(dirname(output), { recursive: true });
const stderr = asc.createMemoryStream();
const options = [
  entry,
  '--baseDir',
  root,
  '--outFile',
  output,
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--initialMemory',
  '20',
  '--memoryBase',
  '8',
];
const { error } = await asc.main(options, { stderr });
process.stderr.write(stderr.toString());
if (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
