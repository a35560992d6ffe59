/** @file The picture: as SVG, and as PNG in three sizes; light or dark. */
import { Suspense, use, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Picture } from '../../exports/picture/frame.ts';
import type { Theme } from '../../geometry/colour.ts';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp, useAppState } from '../context.ts';
import { themeOf } from '../state/derived.ts';
import { CopyButton } from './CopyButton.tsx';
import { loadFonts } from './loadFonts.ts';
import { rasterise } from './rasterise.ts';
import { saveFile } from './saveFile.ts';
import type { Taken } from './taken.ts';

const scales = [1, 2, 4] as const;
const themes = ['light', 'dark'] as const;

export interface PicturePanelProps {
  readonly taken: Taken;
  readonly draw: NonNullable<Taken['picture']>;
}

export function PicturePanel(props: PicturePanelProps) {
  const { say } = useApp().language;
  return (
    <Suspense fallback={<p role="status">{say(said.picture.drawing)}</p>}>
      <Drawn {...props} />
    </Suspense>
  );
}

/** The picture, once its fonts have come or are known not to. */
function Drawn({ taken, draw }: PicturePanelProps) {
  const { say } = useApp().language;
  const fonts = use(loadFonts());
  const shownTheme = useAppState(themeOf);
  const [theme, setTheme] = useState<Theme>(shownTheme);
  const [scale, setScale] = useState<number>(2);
  const { title, description, link } = taken;
  const picture = useMemo(
    () => draw({ theme, title, description, link, ...(fonts === null ? {} : { fonts }) }),
    [draw, theme, title, description, link, fonts],
  );
  return (
    <div className="take-away-panel">
      <div className="take-away-frame">
        <Shown picture={picture} alt={`${title}. ${description}`} />
      </div>
      <Choice
        legend={say(said.picture.colours)}
        options={themes.map((value) => ({ value, label: say(said.picture[value]) }))}
        chosen={theme}
        onChoose={setTheme}
      />
      <Choice
        legend={say(said.picture.size)}
        options={scales.map((value) => ({
          value,
          label: say(said.picture.scale, {
            scale: value,
            width: picture.width * value,
            height: picture.height * value,
          }),
        }))}
        chosen={scale}
        onChoose={setScale}
      />
      <Actions picture={picture} scale={scale} fileName={taken.fileName} />
      <p className="take-away-note">{say(said.picture.svg)}</p>
    </div>
  );
}

/** Shows the picture's own SVG, as an image: what is seen is what is saved. */
function Shown({ picture, alt }: { readonly picture: Picture; readonly alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    if (image.current === null) return undefined;
    const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
    image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  return <img ref={image} width={picture.width} height={picture.height} alt={alt} />;
}

interface ActionsProps {
  readonly picture: Picture;
  readonly scale: number;
  readonly fileName: string;
}

function Actions({ picture, scale, fileName }: ActionsProps) {
  const { say } = useApp().language;
  const [failed, setFailed] = useState(false);
  const png = `${fileName}${scale === 1 ? '' : `@${scale}x`}.png`;
  const svg = `${fileName}.svg`;
  const savePng = async (): Promise<void> => {
    try {
      saveFile(png, await rasterise(picture, scale));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  // The item is made at once with a promise in it: some browsers forget the press while the picture is drawn.
  const copy = (): Promise<void> =>
    navigator.clipboard.write([new ClipboardItem({ 'image/png': rasterise(picture, scale) })]);
  return (
    <div className="take-away-actions">
      <CopyButton label={say(said.copyPng)} copy={copy} />
      <button type="button" className="button" onClick={() => void savePng()}>
        {say(said.download, { file: png })}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => saveFile(svg, new Blob([picture.svg], { type: 'image/svg+xml' }))}
      >
        {say(said.download, { file: svg })}
      </button>
      {failed && <p role="alert">{say(said.picture.failed)}</p>}
    </div>
  );
}

interface ChoiceProps<Value> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few. */
function Choice<Value extends string | number>({ legend, options, chosen, onChoose }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="take-away-choice">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
