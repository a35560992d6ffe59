/** @file A message with its marks shown: symbols and roles in their colour, words of either language marked as such. */

import type { ReactNode } from 'react';
import { symbolOf } from '../geometry/symbol.ts';
import type { Formatter, Part, Values } from '../messages/formatter.ts';

export interface SaidProps {
  readonly formatter: Formatter;
  readonly message: string;
  readonly values?: Values;
  /** How the words of the source and target languages are marked for speech. */
  readonly languages?: { readonly source: string; readonly target: string };
  /** Marks that are shown in a way of their own. */
  readonly marks?: Readonly<Record<string, (children: ReactNode) => ReactNode>>;
  /** Addresses of marks that are links. */
  readonly links?: Readonly<Record<string, string>>;
}

const roles = new Set(['query', 'key', 'value', 'score', 'weight', 'context', 'output']);

/**
 * A message. Marks: a role (`<weight>…</weight>`) or a tensor's name (`<alpha>…</alpha>`) colours; `<source>` and `<target>` mark words
 * of a language; `<strong>` and `<em>` are themselves.
 */
export function Said({ formatter, message, values, languages, marks, links }: SaidProps) {
  const show = (parts: readonly Part[]): ReactNode[] =>
    parts.map((part, k) => {
      if (typeof part === 'string') return part;
      const children = show(part.parts);
      const href = links?.[part.mark];
      return (
        // The parts of one message never change places.
        // eslint-disable-next-line react/no-array-index-key
        <Marked key={`${k} ${part.mark}`} mark={part.mark} languages={languages}>
          {href === undefined ? (marks?.[part.mark]?.(children) ?? children) : <a href={href}>{children}</a>}
        </Marked>
      );
    });
  return <>{show(formatter.parts(message, values))}</>;
}

interface MarkedProps {
  readonly mark: string;
  readonly languages: SaidProps['languages'];
  readonly children: ReactNode;
}

function Marked({ mark, languages, children }: MarkedProps) {
  if (mark === 'strong') return <strong>{children}</strong>;
  if (mark === 'em') return <em>{children}</em>;
  if (mark === 'source')
    return (
      <b className="role-key" lang={languages?.source}>
        {children}
      </b>
    );
  if (mark === 'target')
    return (
      <b className="role-query" lang={languages?.target}>
        {children}
      </b>
    );
  const role = roles.has(mark) ? mark : (symbolOf(mark).atoms[0]?.role ?? '');
  return role === '' ? <>{children}</> : <b className={`role-${role}`}>{children}</b>;
}
