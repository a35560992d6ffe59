/** @file The fonts that a picture carries: the Latin parts of the page's own, and the letters of formulas. */
import text from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import number from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import math from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url';
import type { PictureFonts } from '../../exports/picture/frame.ts';

/** Bytes at a time: a call takes only so many arguments. */
const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

async function loaded(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return base64(new Uint8Array(await response.arrayBuffer()));
}

let loading: Promise<PictureFonts | null> | undefined;

/** The fonts, loaded once. Null where they cannot be had (a picture then names them only, and the machine chooses). */
export function loadFonts(): Promise<PictureFonts | null> {
  loading ??= Promise.all([text, number, math].map(loaded)).then(
    ([first = '', second = '', third = '']) => ({ text: first, number: second, math: third }),
    () => null,
  );
  return loading;
}
