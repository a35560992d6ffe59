/** @file The linter's rules bite: a rule that is on in the configuration and finds nothing would be worse than none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';

const files = {
  'Planted.tsx': `
    import { useEffect, useState } from 'react';
    declare const send: (n: number) => Promise<void>;
    export function Planted({ n }: { n: number }) {
      if (n > 1) useState(1);
      useEffect(() => { send(n); }, []);
      return (
        <div onClick={() => send(n)}>
          <img src="x.png" />
          <a href="#">a</a>
          {[1, 2].map((k) => <b>{k}</b>)}
          <button>x</button>
        </div>
      );
    }`,
  'one.ts': `
    import { two } from './two.ts';
    export const one = (): unknown => two;`,
  'two.ts': `
    import { one } from './one.ts';
    export const two: unknown = one;
    const list: number[] = [];
    export const first = list[0]! == 1;
    export function name(kind: 'a' | 'b'): string {
      switch (kind) { case 'a': return 'A'; }
      return '';
    }
    const parsed = JSON.parse('1') as any;
    console.log(parsed.a);
    export default parsed;`,
};

let folder = '';
let found = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(root, 'planted-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const linter = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const args = [linter, '--format=unix', folder];
  found = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout;
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the linter', () => {
  it.each([
    ['Planted.tsx', 'react-hooks(rules-of-hooks)'],
    ['Planted.tsx', 'react-hooks(exhaustive-deps)'],
    ['Planted.tsx', 'react(jsx-key)'],
    ['Planted.tsx', 'react(button-has-type)'],
    ['Planted.tsx', 'jsx-a11y(alt-text)'],
    ['Planted.tsx', 'jsx-a11y(anchor-is-valid)'],
    ['Planted.tsx', 'jsx-a11y(click-events-have-key-events)'],
    ['Planted.tsx', 'jsx-a11y(no-static-element-interactions)'],
    ['Planted.tsx', 'typescript(no-floating-promises)'],
    ['Planted.tsx', 'typescript(no-misused-promises)'],
    ['one.ts', 'import(no-cycle)'],
    ['two.ts', 'import(no-cycle)'],
    ['two.ts', 'import(no-default-export)'],
    ['two.ts', 'eslint(eqeqeq)'],
    ['two.ts', 'eslint(no-console)'],
    ['two.ts', 'typescript(no-explicit-any)'],
    ['two.ts', 'typescript(no-non-null-assertion)'],
    ['two.ts', 'typescript(no-unsafe-member-access)'],
    ['two.ts', 'typescript(switch-exhaustiveness-check)'],
  ])('finds in %s: %s', (file, rule) => {
    const messages = found.split('\n').filter((line) => line.includes(`${file}:`));
    expect(messages.join('\n')).toContain(`/${rule}]`);
  });
});
