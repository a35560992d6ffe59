/** @file The colours of pictures are those of the page. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/cli/setUp/run.mjs';
import { palette } from '../../src/exports/picture/palette.ts';

describe('the palette', () => {
  it('is that of the page', () => {
    const css = readFileSync(path.join(root, 'src/views/tokens.css'), 'utf8');
    const [light = '', dark = ''] = [/^:root \{([^}]*)\}/m, /^:root\[data-theme='dark'\] \{([^}]*)\}/m].map(
      (pattern) => pattern.exec(css)?.[1] ?? '',
    );
    for (const [theme, block] of [['light', light] as const, ['dark', dark] as const]) {
      for (const [name, colour] of Object.entries(palette[theme]))
        expect([name, block.includes(`--${name}: ${colour};`)]).toEqual([name, true]);
    }
  });
});
