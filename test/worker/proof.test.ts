/** @file The proof: the cases that the app ships are the fixtures, each is run and judged, and a wrong number would be seen. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlainKernels } from '../../src/engine/kernels/plain.ts';
import { createExecute } from '../../src/worker/execute.ts';
import { proveCase, type NamedCase } from '../../src/worker/proof.ts';
import { fetchFrom } from './channel.ts';

const folders = ['test/fixtures/cases/published', 'test/fixtures/cases/generated'];
const shipped = JSON.parse(readFileSync('public/cases/published.json', 'utf8')) as NamedCase[];

function work(abort = new AbortController()) {
  return {
    signal: abort.signal,
    app: 'http://app.test/',
    now: () => performance.now(),
    pause: () => new Promise<void>((resume) => setImmediate(resume)),
    progress: () => undefined,
  };
}

describe('the shipped cases', () => {
  it('are the fixtures, one by one', () => {
    const fixtures = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .toSorted()
        .map((file) => ({
          name: path.basename(file, '.json'),
          case: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown,
        })),
    );
    expect(shipped).toEqual(fixtures);
    expect(shipped.length).toBeGreaterThan(25);
  });

  it('each name their source and pass', async () => {
    const { reply } = await createExecute(fetchFrom())({ kind: 'proof' }, work());
    if (reply.kind !== 'proof') throw new Error('another reply');
    expect(reply.results.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
    expect(reply.results.filter(({ pass, source }) => !pass || source === '')).toEqual([]);
    // The fast kernels are float32: their error is small, and it is not nought.
    expect(Math.max(...reply.results.map(({ float32Error }) => float32Error))).toBeLessThan(1e-3);
    expect(Math.max(...reply.results.map(({ float32Error }) => float32Error))).toBeGreaterThan(1e-9);
  });
});

describe('proveCase', () => {
  it('fails a case whose expected number is wrong, by as much as it is', () => {
    const first = shipped.find(({ name }) => name === 'softmax_onnx_example');
    const wrong = structuredClone(first) as { name: string; case: { expected: { y: { data: number[] } } } };
    wrong.case.expected.y.data[2] = 0.7;
    const { pass, maxError } = proveCase(wrong, createPlainKernels('float32'));
    expect(pass).toBe(false);
    expect(maxError).toBeCloseTo(0.7 - 0.6652409434318542, 7);
  });

  it('fails a case that cannot be run', () => {
    expect(
      proveCase({ name: 'odd', case: { mechanism: 'telepathy' } }, createPlainKernels('float32')),
    ).toMatchObject({
      pass: false,
      maxError: Infinity,
    });
  });
});

describe('a list of cases', () => {
  it.each([
    ['that is not there', { 'cases/published.json': 404 }, /published\.json: it answered 404/],
    ['that is not JSON', { 'cases/published.json': '<html>' }, /published\.json: it is not JSON/],
    ['that is no list', { 'cases/published.json': '{}' }, /expected a list of cases/],
  ])('%s is refused', async (_, replaced, message) => {
    await expect(createExecute(fetchFrom(replaced))({ kind: 'proof' }, work())).rejects.toThrow(message);
  });
});
