/** @file Asking the worker for what a page shows: how it stands, and how to ask again. */
import { useEffect, useState } from 'react';
import type { ReplyOf } from '../../../worker/protocol.ts';
import type { RequestOf } from '../../../worker/client.ts';
import { useApp } from '../../context.ts';

/** How a question to the worker stands. */
export type Asked<Reply> =
  /** `progress`: the share that is done, where it is known. */
  | { readonly state: 'running'; readonly progress: number | null }
  | { readonly state: 'done'; readonly reply: Reply }
  | { readonly state: 'failed'; readonly message: string };

/** Asks whenever the request (as text) or `attempt` changes; null asks nothing. The answer to an older question is never shown. */
export function useAsked<K extends keyof ReplyOf>(
  request: RequestOf<K> | null,
  attempt = 0,
): Asked<ReplyOf[K]> {
  const { client } = useApp();
  const key = request === null ? '' : `${JSON.stringify(request)} ${attempt}`;
  const [answer, setAnswer] = useState<{ key: string; asked: Asked<ReplyOf[K]> } | null>(null);
  useEffect(() => {
    if (request === null) return undefined;
    const abort = new AbortController();
    const told = (asked: Asked<ReplyOf[K]>): void => {
      if (!abort.signal.aborted) setAnswer({ key, asked });
    };
    const options = {
      signal: abort.signal,
      onRestart: () => undefined,
      onProgress: (progress: number) => told({ state: 'running', progress }),
    };
    const ask = async (): Promise<void> => {
      try {
        told({ state: 'done', reply: await client.callAgain<K>(request, options) });
      } catch (error) {
        told({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    void ask();
    return () => abort.abort();
    // The key is the request: a new object that says the same asks nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key]);
  return answer !== null && answer.key === key ? answer.asked : { state: 'running', progress: null };
}
