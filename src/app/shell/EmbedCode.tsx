/** @file The code of a frame that shows this page's worksheet or matrix inside of another page. */
import { useId, useState } from 'react';
import type { Embedded } from '../../params/embed.ts';
import { share as said } from '../../messages/en/share.ts';
import { encode } from '../../url/encode.ts';
import { useApp, useAppState } from '../context.ts';
import { linkToShare } from '../state/address.ts';
import { titleOf } from '../state/spoken.ts';
import { embedsOf } from './embedsOf.ts';

/** Pixels that a frame is high before its page has told how high it is. */
const heights: Readonly<Record<Embedded, number>> = { worksheet: 620, scores: 400, weights: 400 };

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The element, in one line, as an author pastes it. */
function frameCode(address: string, title: string, height: number): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`;
}

export function EmbedCode() {
  const { store, language } = useApp();
  const { say } = language;
  const link = useAppState((state) => state.link);
  const options = embedsOf(link);
  const [show, setShow] = useState<Embedded>(options[0] ?? 'worksheet');
  const [title, setTitle] = useState(() => titleOf(store.getState(), language));
  const id = useId();
  const { models } = store.getState();
  const fragment = linkToShare({ link: { ...link, embed: show, present: false }, models });
  const code = frameCode(new URL(fragment, window.location.href).href, title, heights[show]);
  return (
    <section className="embed-code" aria-labelledby={id}>
      <h2 id={id}>{say(said.embed)}</h2>
      <p className="muted small">{say(said.explanation)}</p>
      <Choices {...{ options, show, title }} onShow={setShow} onTitle={setTitle} />
      <label className="stacked">
        <span>{say(said.code)}</span>
        <textarea
          className="text-field embed-text"
          readOnly
          rows={4}
          value={code}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <Copy code={code} see={encode({ ...link, embed: show })} />
    </section>
  );
}

interface ChoicesProps {
  readonly options: readonly Embedded[];
  readonly show: Embedded;
  readonly title: string;
  readonly onShow: (show: Embedded) => void;
  readonly onTitle: (title: string) => void;
}

/** What is framed, and under which name. */
function Choices({ options, show, title, onShow, onTitle }: ChoicesProps) {
  const { say } = useApp().language;
  return (
    <div className="embed-choices">
      <label className="stacked">
        <span>{say(said.what)}</span>
        <select
          className="select"
          value={show}
          onChange={({ currentTarget }) => onShow(options.find((one) => one === currentTarget.value) ?? show)}
        >
          {options.map((one) => (
            <option key={one} value={one}>
              {say(said.options[one])}
            </option>
          ))}
        </select>
      </label>
      <label className="stacked embed-title">
        <span>{say(said.title)}</span>
        <input
          className="text-field"
          value={title}
          onChange={({ currentTarget }) => onTitle(currentTarget.value)}
        />
      </label>
    </div>
  );
}

interface CopyProps {
  readonly code: string;
  /** The link to what the frame shows. */
  readonly see: string;
}

function Copy({ code, see }: CopyProps) {
  const { say } = useApp().language;
  const [copied, setCopied] = useState<'yes' | 'blocked' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
    } catch {
      setCopied('blocked');
    }
  };
  return (
    <p className="embed-copy">
      <button type="button" className="button button-strong" onClick={() => void copy()}>
        {say(said.copy)}
      </button>
      <span role="status">
        {copied === 'yes' && say(said.copied)}
        {copied === 'blocked' && say(said.blocked)}
      </span>
      <a href={see} target="_blank" rel="noreferrer">
        {say(said.see)}
      </a>
    </p>
  );
}
