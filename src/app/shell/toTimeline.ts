/** @file Escape: from anywhere on the page back to the timeline. */

/** Puts the focus on the timeline. False where it was there already, or where a dialog keeps Escape. */
export function toTimeline(from: EventTarget | null): boolean {
  if (from instanceof Element && from.closest('[role=dialog], [role=menu]') !== null) return true;
  const timeline = document.getElementById('timeline');
  const slider = timeline?.closest('[role=slider]') ?? timeline?.querySelector<HTMLElement>('[role=slider]');
  if (!(slider instanceof HTMLElement) || document.activeElement === slider) return false;
  slider.focus();
  return true;
}
