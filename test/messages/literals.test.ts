/** @file Every word that a reader sees comes from the message catalogue. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/cli/setUp/run.mjs';
import { literalsOf } from '../support/literals.ts';
import { sourcesIn } from '../support/syntax.ts';

describe('views and app', () => {
  it('hold no words that a reader would see', () => {
    const files = [...sourcesIn('src/app'), ...sourcesIn('src/views')];
    expect(files.flatMap((file) => literalsOf(file, readFileSync(path.join(root, file), 'utf8')))).toEqual(
      [],
    );
  });
});

describe('a planted literal', () => {
  it.each([
    'const a = <p>Two words</p>;',
    'const a = <p>{"Two words"}</p>;',
    'const a = <p>{`Two words`}</p>;',
    'const a = <p>{`${n} words`}</p>;',
    'const a = <p>{n > 1 ? "many" : null}</p>;',
    'const a = <p>{n > 1 && "many"}</p>;',
    'const a = <p>{name ?? "nameless"}</p>;',
    'const a = <p>{n + " words"}</p>;',
    'const a = <>Two words</>;',
    'const a = <button aria-label="Close" />;',
    'const a = <button aria-label={`Close ${n}`} />;',
    'const a = <button title={open ? "Close" : text} />;',
    'const a = <img alt="a cat" />;',
    'const a = <input placeholder="Type here" />;',
    'const a = <Slider label="speed" />;',
    'const a = <Slider thumbLabel="speed" />;',
    'const a = <p {...{ "aria-label": "Close" }} />;',
    'document.title = "Step two";',
    'node.textContent = "Step two";',
    'const close = "close"; const a = <p>{close}</p>;',
    'const a = announce("Step two of five");',
    'const a = { say: ["nothing is known of it."] };',
  ])('is found: %s', (text) => {
    expect(literalsOf('src/views/Planted.tsx', text)).toHaveLength(1);
  });

  it.each([
    'const a = <p>{words.text(app.name)}</p>;',
    'const a = <p className="large" lang="fr" data-kind="word">{n}</p>;',
    'const a = <p>α = 0.5 · x</p>;',
    'const a = <p>{kind === "dot" ? x : y}</p>;',
    'const a = <p>{label("name")}</p>;',
    'const a = <svg viewBox="0 0 2 2" aria-hidden="true"><path d="M0 0h2" /></svg>;',
    'const a = { kind: "additive", className: "large" };',
    'const a = <p className="matrix-row is-old">{n}</p>;',
    'throw new Error("The page has no root.");',
  ])('is not found where there is none: %s', (text) => {
    expect(literalsOf('src/views/Planted.tsx', text)).toEqual([]);
  });
});
