/** @file Who may lean on whom: the import table of docs/architecture.md, type imports too, and who may use chance, clock and window. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';
import { faultsOf, type Room } from './support/architecture.ts';
import { assemblyScript, sourcesIn } from './support/syntax.ts';

/** Chance that no seed repeats: nobody may use it, since all chance comes from the generator in lib. */
const chance = ['Math.random', 'crypto'];
const clock = ['Date', 'performance', 'setTimeout', 'setInterval', 'requestAnimationFrame'];
const page = [
  'window',
  'self',
  'globalThis',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'matchMedia',
];
const state = ['useState', 'useReducer', 'useSyncExternalStore', 'createContext', 'default', '*'].map(
  (name) => `react.${name}`,
);

const pure = [...chance, ...clock, ...page];

/** What is named `params.ts` or `…Params.ts` describes controls, and computes nothing. */
const params = /^(?:mechanisms|models)\/(?:.*\/)?(?:params|\w+Params)\.ts$/;

const table: Readonly<Record<string, Room>> = {
  lib: { folders: [], without: pure },
  engine: { folders: ['lib'], without: pure },
  params: { folders: ['lib'], packages: ['valibot'], without: pure },
  tasks: { folders: ['lib'], without: pure },
  mechanisms: { folders: ['engine', 'params', 'lib'], packages: ['valibot'], without: pure },
  models: { folders: ['mechanisms', 'engine', 'params', 'lib'], packages: ['valibot'], without: pure },
  training: { folders: ['models', 'tasks', 'engine', 'lib'], without: pure },
  geometry: {
    folders: [],
    types: ['engine', 'lib'],
    packages: [/^d3-(?:array|color|format|interpolate|path|scale|scale-chromatic|shape)$/],
    without: pure,
  },
  exercises: {
    folders: ['lib', 'engine/explain.ts', 'engine/explanation.ts'],
    types: ['engine'],
    without: pure,
  },
  exports: {
    folders: ['geometry', 'lib', /^engine\/(?:explain|trace|tensor)\.ts$/],
    types: ['engine'],
    without: pure,
  },
  views: {
    folders: ['geometry', 'messages', 'lib', /^engine\/explain(?:\.ts|\/)/],
    types: ['engine'],
    packages: ['react', 'katex', 'lucide-react', '@ariakit/react'],
    without: [...pure, ...state],
  },
  url: { folders: ['params', 'lib', params], types: ['mechanisms', 'models'], without: pure },
  lessons: { folders: [], types: ['url', 'engine'], without: pure },
  messages: { folders: [], packages: ['intl-messageformat'], without: pure },
  worker: {
    folders: ['training', 'models', 'mechanisms', 'tasks', 'params', 'engine', 'lib'],
    without: chance,
  },
  cli: {
    folders: [
      'lib',
      'engine',
      'params',
      'mechanisms',
      'models',
      'tasks',
      'training',
      'worker',
      'geometry',
      'exports',
      'url',
      'lessons',
      'messages',
    ],
    packages: 'all',
    without: chance,
  },
  app: { folders: 'all', packages: [/^(?!d3-selection$|node:)/], without: chance },
};

/** What the table says about one file with this text. */
function faults(file: string, text: string): string[] {
  return faultsOf(table, file, text);
}

describe('the sources', () => {
  it('import and use only what the table allows', () => {
    const files = sourcesIn('src').filter((file) => !file.startsWith(assemblyScript));
    const found = files.flatMap((file) => faults(file, readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('in AssemblyScript import only one another', () => {
    const files = sourcesIn('src').filter((file) => file.startsWith(assemblyScript));
    const imported = files.flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/\bfrom\s+['"]([^'"]*)['"]/g)].map(
        (match) => match[1],
      ),
    );
    expect(imported.filter((specifier) => !/^\.\/\w+$/.test(specifier ?? ''))).toEqual([]);
  });

  it('are in folders that the table has, and in no other place', () => {
    const entries = readdirSync(path.join(root, 'src'), { withFileTypes: true });
    expect(entries.filter((entry) => !entry.isDirectory() || table[entry.name] === undefined)).toEqual([]);
  });
});

describe('a planted import', () => {
  it.each([
    ['src/engine/run.ts', `import { all } from '../mechanisms/all.ts';`],
    ['src/engine/run.ts', `import type { Mechanism } from '../mechanisms/mechanism.ts';`],
    ['src/engine/run.ts', `export { all } from '../mechanisms/all.ts';`],
    ['src/engine/run.ts', `export * from '../mechanisms/all.ts';`],
    ['src/engine/run.ts', `export type * from '../mechanisms/all.ts';`],
    ['src/engine/run.ts', `const later = import('../mechanisms/all.ts');`],
    ['src/engine/run.ts', `type Later = import('../mechanisms/all.ts').All;`],
    ['src/engine/run.ts', `const worker = new URL('../worker/entry.ts', import.meta.url);`],
    ['src/engine/ops/add.ts', `import { tokens } from '../../tasks/translation.ts';`],
    ['src/engine/run.ts', `import { readFileSync } from 'node:fs';`],
    ['src/lib/random.ts', `import type { Tensor } from '../engine/tensor.ts';`],
    ['src/tasks/translation.ts', `import { Tensor } from '../engine/tensor.ts';`],
    ['src/mechanisms/additive.ts', `import { seq2seq } from '../models/seq2seq.ts';`],
    ['src/training/loop.ts', `import { additive } from '../mechanisms/additive.ts';`],
    ['src/geometry/heatmap.ts', `import { explain } from '../engine/explain.ts';`],
    ['src/geometry/heatmap.ts', `import { type Tensor } from '../engine/tensor.ts';`],
    ['src/geometry/heatmap.ts', `import { select } from 'd3-selection';`],
    ['src/views/Matrix.tsx', `import { run } from '../engine/run.ts';`],
    ['src/views/Matrix.tsx', `import { select } from 'd3-selection';`],
    ['src/views/Matrix.tsx', `import { create } from 'zustand';`],
    ['src/views/Matrix.tsx', `import { useState } from 'react';`],
    ['src/views/Matrix.tsx', `import * as React from 'react';`],
    ['src/views/Matrix.tsx', `import { store } from '../app/store.ts';`],
    ['src/url/link.ts', `import { additive } from '../mechanisms/additive.ts';`],
    ['src/lessons/first.ts', `import { encode } from '../url/encode.ts';`],
    ['src/messages/en/additive.ts', `import type { Tensor } from '../../engine/tensor.ts';`],
    ['src/worker/serve.ts', `import { Matrix } from '../views/Matrix.tsx';`],
    ['src/cli/attend.ts', `import { App } from '../app/App.tsx';`],
    ['src/app/store.ts', `import { select } from 'd3-selection';`],
    ['src/app/store.ts', `import cases from '../../test/fixtures/cases.json';`],
    ['src/tools/any.ts', ``],
  ])('in %s is found: %s', (file, text) => {
    expect(faults(file, text)).toHaveLength(1);
  });

  it('that is computed cannot hide', () => {
    expect(() => faults('src/engine/run.ts', 'const later = import(name);')).toThrow(
      /src\/engine\/run.ts:1: .*computed/,
    );
  });
});

describe('a planted use', () => {
  it.each([
    ['src/engine/run.ts', 'export const a = Math.random();'],
    ['src/engine/run.ts', `export const a = Math['random']();`],
    ['src/lib/random.ts', 'const { random } = Math; export const a = Math.random;'],
    ['src/training/loop.ts', 'export const a = Date.now();'],
    ['src/tasks/translation.ts', 'export const a = new Date();'],
    ['src/geometry/heatmap.ts', 'export const a = performance.now();'],
    ['src/views/Matrix.tsx', 'export const a = window.innerWidth;'],
    ['src/views/Matrix.tsx', 'export const a = () => f({ location });'],
    ['src/app/store.ts', 'export const a = crypto.randomUUID();'],
    ['src/cli/train.ts', 'export const a = Math.random();'],
  ])('in %s is found: %s', (file, text) => {
    expect(faults(file, text)).toHaveLength(1);
  });
});

describe('what the table allows', () => {
  it.each([
    ['src/engine/run.ts', `import { random } from '../lib/random.ts'; import { add } from './ops/add.ts';`],
    [
      'src/views/Matrix.tsx',
      `import { explain } from '../engine/explain.ts'; import { useRef } from 'react';`,
    ],
    [
      'src/views/Matrix.tsx',
      `import type { Tensor } from '../engine/tensor.ts'; import { Dialog } from '@ariakit/react/dialog';`,
    ],
    [
      'src/url/link.ts',
      `import { params } from '../mechanisms/params.ts'; import type { Model } from '../models/model.ts';`,
    ],
    [
      'src/geometry/heatmap.ts',
      `import { scaleLinear } from 'd3-scale'; import type { Tensor } from '../engine/tensor.ts';`,
    ],
    [
      'src/worker/client.ts',
      `export const entry = () => new Worker(new URL('./entry.ts', import.meta.url)); Date.now();`,
    ],
    [
      'src/app/store.ts',
      `import { create } from 'zustand'; import { run } from '../engine/run.ts'; window.focus();`,
    ],
    [
      'src/mechanisms/location.ts',
      `export const location = { location: 1, history: (window: number) => window };`,
    ],
  ])('passes in %s: %s', (file, text) => {
    expect(faults(file, text)).toEqual([]);
  });
});
