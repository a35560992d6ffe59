/** @file Text inside a link: spaces as +, what a fragment cannot hold as percent signs, all else as it is. */

/** A text as it stands in a link. The text must be without lone surrogates. */
export function toLinkText(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/%(?:20|3A|2C)/g, (code) => ({ '%20': '+', '%3A': ':', '%2C': ',' })[code] ?? code)
    .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text of a piece of a link; undefined where its percent signs spell no text. */
export function fromLinkText(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
