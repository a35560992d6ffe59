/** @file Puts a file where the browser keeps downloads. */

/** Milliseconds after which the browser has surely begun to save. */
const KEEP = 60_000;

/** Saves a file under that name. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), KEEP);
}
