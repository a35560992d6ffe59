/** @file A worker for tests: the real server at the other end of a MessageChannel, with files from a map. */
import { readFileSync } from 'node:fs';
import { Random } from '../../src/lib/random.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import { packHalves } from '../../src/models/seq2seq/float16.ts';
import { initialValues, parameterShapes } from '../../src/models/seq2seq/parameters.ts';
import { grammarVersion } from '../../src/tasks/translation/splits.ts';
import { sourceVocabulary, targetVocabulary } from '../../src/tasks/translation/vocabulary.ts';
import type { Started } from '../../src/worker/client.ts';
import type { Endpoint } from '../../src/worker/endpoint.ts';
import { createExecute, type Execute } from '../../src/worker/execute.ts';
import type { Fetch } from '../../src/worker/modelFile.ts';
import { serve } from '../../src/worker/serve.ts';

/** A started worker that the test can kill, and whose beat it can drive. */
export interface TestWorker extends Started {
  /** As if it had crashed: silent from now on, and, where told, known to be dead. */
  kill(told: boolean): void;
  readonly terminated: () => boolean;
}

/** Starts a server at the far end of a channel. */
export function startTestWorker(execute: Execute, beats: Set<() => void> = new Set()): TestWorker {
  const { port1, port2 } = new MessageChannel();
  let died: (() => void) | undefined;
  let over = false;
  const end = (): void => {
    over = true;
    port1.close();
    port2.close();
  };
  port1.start();
  port2.start();
  serve(port2 as unknown as Endpoint, {
    execute,
    simd: true,
    now: () => performance.now(),
    pause: () => new Promise((resume) => setImmediate(resume)),
    beat(callback) {
      const beating = (): void => {
        if (!over) callback();
      };
      beats.add(beating);
      return () => beats.delete(beating);
    },
  });
  return {
    postMessage: (message, transfer = []) => {
      if (!over) port1.postMessage(message, transfer);
    },
    addEventListener: (type, listener) =>
      port1.addEventListener(type, listener as unknown as (event: Event) => void),
    onDeath(listener) {
      died = listener;
    },
    terminate: end,
    kill(told) {
      end();
      if (told) died?.();
    },
    terminated: () => over,
  };
}

const words = { sourceWords: sourceVocabulary.words.length, targetWords: targetVocabulary.words.length };
const turnedWords = { sourceWords: words.targetWords, targetWords: words.sourceWords };
const widths = { embedding: 8, encoder: 8, decoder: 16, attention: 8, readout: 8 };

/** A weight file with the first values of its parameters, from a seed: it writes nonsense, but with all numbers. `turned`: French to English. */
export function untrainedWeights(id: string, turned = false): Uint8Array<ArrayBuffer> {
  const mechanism = attentions.find((one) => one.id === id);
  if (mechanism === undefined) throw new Error(`no mechanism ${id}`);
  const random = new Random(7);
  const shapes = parameterShapes(mechanism, { ...widths, ...(turned ? turnedWords : words) });
  return new Uint8Array(packHalves(shapes.map((shape) => initialValues(shape, random))));
}

/** The card of such a model. */
export function untrainedCard(id: string): Record<string, unknown> {
  const bytes = untrainedWeights(id).length;
  return {
    id,
    task: 'none',
    grammarVersion,
    seed: 7,
    command: 'none',
    parameters: bytes / 2,
    bytes,
    compressed: bytes,
    hash: '0a1b2c3d',
    training: { sentences: 0, minutes: 0 },
    widths,
    results: [],
    limits: [],
  };
}

/** A fetch that answers with untrained models, or with what a test put in their place. */
export function fetchFrom(
  replaced: Readonly<Record<string, string | Uint8Array<ArrayBuffer> | number>> = {},
): Fetch & { asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = (address) => {
    const { pathname, protocol } = new URL(address);
    // In Node the compiled kernels lie beside their source.
    if (protocol === 'file:') return Promise.resolve(new Response(new Uint8Array(readFileSync(pathname))));
    const name = pathname.slice(1);
    asked.push(name);
    const instead = replaced[name];
    if (typeof instead === 'number') return Promise.resolve(new Response('', { status: instead }));
    if (instead !== undefined) return Promise.resolve(new Response(instead));
    if (name.startsWith('cases/'))
      return Promise.resolve(new Response(readFileSync(`public/${name}`, 'utf8')));
    const [, id = '', kind] = /^models\/(\w+)\.(bin|json)$/.exec(name) ?? [];
    return Promise.resolve(
      new Response(kind === 'json' ? JSON.stringify(untrainedCard(id)) : untrainedWeights(id)),
    );
  };
  return Object.assign(fetch, { asked });
}

/** Executes on untrained models. */
export function untrainedExecute(): Execute {
  return createExecute(fetchFrom());
}
