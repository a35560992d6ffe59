/** @file Asking the worker for what a page shows: how it stands, and how to ask again. */
import { useEffect, useState } from 'react';
import type { ReplyOf } from '../../../worker/protocol.ts';
import type { RequestOf } from '../../../worker/client.ts';
import { useApp } from '../../context.ts';

/** How a question to the worker stands. */
export type Asked<Reply> =
  | { readonly state: 'running' }
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
    client
      .callAgain<K>(request, { signal: abort.signal, onRestart: () => undefined })
      .then((reply) => setAnswer({ key, asked: { state: 'done', reply } }))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        const message = error instanceof Error ? error.message : String(error);
        setAnswer({ key, asked: { state: 'failed', message } });
      });
    return () => abort.abort();
    // The key is the request: a new object that says the same asks nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, key]);
  return answer !== null && answer.key === key ? answer.asked : { state: 'running' };
}
