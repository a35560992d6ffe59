/** @file A format that is text: what it is, how it begins, copy and download. */
import { useMemo } from 'react';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp } from '../context.ts';
import { CopyButton } from './CopyButton.tsx';
import { saveFile } from './saveFile.ts';
import type { TextFormat } from './textFormats.ts';

export function TextPanel({ format }: { readonly format: TextFormat }) {
  const { say } = useApp().language;
  const file = useMemo(() => format.write(), [format]);
  const size = say(said.size, { kilobytes: Math.max(1, Math.round(file.text.length / 1000)) });
  const copy = (): Promise<void> => navigator.clipboard.writeText(file.text);
  return (
    <div className="take-away-panel">
      <p>{say(said.notes[format.id])}</p>
      {/* What scrolls can be reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="take-away-preview" tabIndex={0} role="region" aria-label={say(said.preview[format.id])}>
        {file.preview}
      </pre>
      {file.preview !== file.text && <p className="take-away-note">{say(said.shortened, { size })}</p>}
      <div className="take-away-actions">
        <CopyButton label={say(said.copy)} copy={copy} />
        <button
          type="button"
          className="button"
          onClick={() => saveFile(file.name, new Blob([file.text], { type: `${file.type};charset=utf-8` }))}
        >
          {say(said.download, { file: file.name })}
        </button>
      </div>
    </div>
  );
}
