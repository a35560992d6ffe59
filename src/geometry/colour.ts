/** @file Numbers to colours, for light and dark: diverging for scores and vectors, sequential for weights and gates. */

import { rgb } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';
import { scaleLinear } from 'd3-scale';

export type Theme = 'light' | 'dark';

/** What is coloured: each has a scale of its own and a legend. */
export type ScaleKind = 'score' | 'vector' | 'weight' | 'gate';

/** Colours from the low end of a scale to its high end; diverging ones have their neutral colour, for 0, in the middle. */
const stops: Readonly<Record<Theme, Readonly<Record<ScaleKind, readonly string[]>>>> = {
  light: {
    score: ['#215e99', '#4a90c2', '#a3cbe2', '#f1f1ed', '#f3b79c', '#d65a4a', '#a8182c'],
    vector: ['#075566', '#2f97a8', '#a5d3d6', '#faf9f5', '#edcf94', '#c98a2b', '#855003'],
    weight: ['#ffffff', '#f7d3e5', '#e58cb9', '#cf4a90', '#b5176b', '#8f0d53'],
    gate: ['#ffffff', '#d5d9dc', '#9aa2a9', '#5f6870', '#343a40'],
  },
  dark: {
    score: ['#7db4ff', '#4c7fcb', '#2c4a7a', '#24282d', '#6b3a2e', '#c96a4b', '#ffa07d'],
    vector: ['#63e6f7', '#2ba3b5', '#17525c', '#1d2125', '#5c4717', '#bd8f22', '#ffd95e'],
    weight: ['#1a1d21', '#4a2238', '#86395f', '#c05a8c', '#f783ac', '#ffc1d8'],
    gate: ['#1a1d21', '#3a4047', '#69727b', '#a3adb5', '#eceef0'],
  },
};

const STEPS = 512;

/** A scale as tables: the colour of a number by its place between the ends of the scale. */
export interface Ramp {
  /** The numbers at the two ends. Numbers beyond them get the end's colour. */
  readonly domain: readonly [number, number];
  /** A CSS colour. */
  readonly css: (value: number) => string;
  /** Black or white, whichever contrasts more with that colour. */
  readonly ink: (value: number) => '#000' | '#fff';
  /** Writes red, green, blue and full opacity (0 … 255) at `at`. */
  readonly paint: (value: number, pixels: Uint8ClampedArray, at: number) => void;
}

interface Table {
  readonly css: readonly string[];
  readonly ink: readonly ('#000' | '#fff')[];
  readonly bytes: Uint8Array;
}

const tables = new Map<string, Table>();

/** The colours of a kind of scale, from low to high, made once. */
function tableOf(theme: Theme, kind: ScaleKind): Table {
  const key = `${theme} ${kind}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const range = stops[theme][kind];
  const colourAt = scaleLinear<string>()
    .domain(range.map((_, k) => k / (range.length - 1)))
    .range(range)
    .interpolate(interpolateLab);
  const colours = Array.from({ length: STEPS }, (_, k) => rgb(colourAt(k / (STEPS - 1))));
  const table: Table = {
    css: colours.map((colour) => colour.formatHex()),
    ink: colours.map((colour) => inkOn(colour.formatHex())),
    bytes: Uint8Array.from(colours.flatMap((colour) => [colour.r, colour.g, colour.b].map(Math.round))),
  };
  tables.set(key, table);
  return table;
}

/** The scale for numbers between the ends of `domain`; diverging kinds expect a domain centred on 0. */
export function rampOf(theme: Theme, kind: ScaleKind, domain: readonly [number, number]): Ramp {
  const table = tableOf(theme, kind);
  const [low, high] = domain;
  const place = scaleLinear([low, high === low ? low + 1 : high], [0, STEPS - 1]).clamp(true);
  const at = (value: number): number => Math.round(place(value));
  return {
    domain,
    css: (value) => table.css[at(value)] ?? '',
    ink: (value) => table.ink[at(value)] ?? '#000',
    paint: (value, pixels, to) => {
      const from = 3 * at(value);
      pixels.set(table.bytes.subarray(from, from + 3), to);
      pixels[to + 3] = 255;
    },
  };
}

/** A domain centred on 0 that holds all the numbers. */
export function centred(largest: number): readonly [number, number] {
  const reach = largest > 0 ? largest : 1;
  return [-reach, reach];
}

/** The relative luminance of WCAG 2: 0 for black, 1 for white. */
export function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2 between two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever contrasts more with a background. */
function inkOn(background: string): '#000' | '#fff' {
  return contrast(background, '#000') >= contrast(background, '#fff') ? '#000' : '#fff';
}
