/** @file SVG as text: elements with their attributes, numbers rounded, everything escaped. */

/** Attributes by name; those that are undefined are left out. */
type AttributeValues = Readonly<Record<string, string | number | undefined>>;

/** Text as it stands in XML. Characters that XML has no place for are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A length to a tenth of a thousandth: enough for any screen. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `<name a="1">children</name>`. Children are SVG already. */
export function element(name: string, attributes: AttributeValues, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`;
  });
  const inside = children.join('');
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`;
}

/** A rectangle. */
export function rect(
  [x, y, width, height]: readonly [number, number, number, number],
  attributes: AttributeValues,
): string {
  return element('rect', { x, y, width, height, ...attributes });
}
