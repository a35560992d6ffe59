/** @file What both sides need of a message port: a worker, its own scope, or a port of a channel. */

/** One end of a channel. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}
