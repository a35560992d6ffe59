/** @file The colours of a picture: those of the page (src/views/tokens.css), as numbers, because a picture stands alone. */

import type { Theme } from '../../geometry/colour.ts';
import type { SymbolRole } from '../../geometry/symbol.ts';

export type Colour = SymbolRole | 'ink' | 'muted' | 'line' | 'soft' | 'panel' | 'field' | 'earlier';

export const palette: Readonly<Record<Theme, Readonly<Record<Colour, string>>>> = {
  light: {
    query: '#3b5bdb',
    key: '#0b7285',
    value: '#9c5f07',
    weight: '#b5176b',
    context: '#bc470b',
    output: '#277c38',
    score: '#1a1d21',
    ink: '#1a1d21',
    muted: '#5f6870',
    line: '#e4e5e2',
    soft: '#f3f3f0',
    panel: '#ffffff',
    field: '#84898e',
    earlier: '#d9dad6',
  },
  dark: {
    query: '#91a7ff',
    key: '#3bc9db',
    value: '#ffd43b',
    weight: '#f783ac',
    context: '#ffa94d',
    output: '#69db7c',
    score: '#eceef0',
    ink: '#eceef0',
    muted: '#98a2ab',
    line: '#2c3137',
    soft: '#22262b',
    panel: '#1a1d21',
    field: '#6f7780',
    earlier: '#3d434a',
  },
};
