/** @file Names of tensors as Python can say them. */

const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not ' +
    'or pass raise return try while with yield None True False np torch math print sum max min len zip range reversed dict inner rows'
  ).split(' '),
);

/** `alpha`, `h_tilde`, `sum_`: letters, digits and underscores, no keyword and no name that the program uses itself. */
export function pythonName(name: string, taken: (name: string) => boolean): string {
  const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, 'x_');
  const base = KEYWORDS.has(plain) ? `${plain}_` : plain;
  if (!taken(base)) return base;
  for (let k = 2; ; k++) if (!taken(`${base}_${k}`)) return `${base}_${k}`;
}
