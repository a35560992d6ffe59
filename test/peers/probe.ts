/**
 * @file Runs in the timed page before its own scripts: tells when something was painted. `probe.painted(selector)` is the time of the first
 * frame that has such an element; `probe.arm(type, until)` waits for an event, then for the first frame after what it caused.
 */

/** What ends the wait: any change of the page, or a page without numbers of an earlier sentence. */
type Until = 'change' | 'fresh';

/** Milliseconds since the page was asked for. */
interface Paint {
  readonly from: number;
  readonly to: number;
}

/** Calls back when the next frame has been made: animation frames run before it, messages that they post after it. */
function afterNextFrame(then: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      channel.port1.close();
      then();
    });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}

/** Calls `look` after every change of the document until it returns true. */
function watch(look: () => boolean): void {
  if (look()) return;
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Milliseconds after which nothing is waited for any longer. */
const PATIENCE = 60_000;

/** The time of the first frame in which an element of that kind stands. */
function painted(selector: string): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no ${selector} was painted`)), PATIENCE);
    watch(() => {
      if (document.querySelector(selector) === null) return false;
      afterNextFrame(() => resolve(performance.now()));
      return true;
    });
  });
}

let armed: Promise<Paint> | undefined;

/** Waits for the next event of that type. Marks its start and the end of the wait in the browser's own record. */
function arm(type: string, until: Until): void {
  armed = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`after ${type} no frame was painted`)), PATIENCE);
    const begin = (event: Event): void => {
      performance.mark('probe-begin');
      let changed = false;
      queueMicrotask(() => {
        watch(() => {
          const fresh =
            document.querySelector('.worksheet') !== null && document.querySelector('.is-old') === null;
          // The first look comes before anything can have changed.
          const done = changed && (until === 'change' || fresh);
          changed = true;
          if (!done) return false;
          afterNextFrame(() => {
            performance.mark('probe-end');
            resolve({ from: event.timeStamp, to: performance.now() });
          });
          return true;
        });
      });
    };
    addEventListener(type, begin, { capture: true, once: true });
  });
}

/** What the last armed wait found. */
function seen(): Promise<Paint> {
  return armed ?? Promise.reject(new Error('the probe was not armed'));
}

/** The middles of all such elements that a pointer can reach. */
function places(selector: string): { x: number; y: number }[] {
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return document.elementFromPoint(x, y) === element ? [{ x, y }] : [];
  });
}

Object.assign(globalThis, { probe: { painted, arm, seen, places } });
