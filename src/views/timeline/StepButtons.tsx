/** @file The buttons that move along the timeline, and what their keys are. */

import { Pause, Play, SkipBack, SkipForward, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { Words } from '../scene.ts';

export interface StepButtonsProps {
  readonly words: Words;
  readonly playing: boolean;
  /** Playing speed: one of `speeds`. */
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly onFirst: () => void;
  readonly onPrevious: () => void;
  readonly onPlay: () => void;
  readonly onNext: () => void;
  readonly onLast: () => void;
  readonly onPreviousWord: () => void;
  readonly onNextWord: () => void;
  readonly onInto: () => void;
  readonly onOut: () => void;
  readonly onSpeed: (speed: number) => void;
}

interface StepButtonProps {
  readonly words: Words;
  readonly name: string;
  readonly keyName: string;
  /** For `aria-keyshortcuts`. */
  readonly shortcut: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
  readonly isMain?: boolean;
  readonly isMirrored?: boolean;
}

/** One button: its icon, its name, and a tooltip with its key. */
function StepButton({
  words,
  name,
  keyName,
  shortcut,
  icon: Icon,
  onPress,
  isMain = false,
  isMirrored = false,
}: StepButtonProps) {
  const label = words.formatter.text(name);
  const tip = words.formatter.text(words.views.timeline.withKey, {
    name: label,
    key: words.formatter.text(keyName),
  });
  return (
    <button
      type="button"
      className={isMain ? 'step-button is-main' : 'step-button'}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      data-tip={tip}
      onClick={onPress}
    >
      <Icon size={17} aria-hidden="true" className={isMirrored ? 'is-mirrored' : ''} />
    </button>
  );
}

/** First, previous, play, next, last. */
export const StepButtons = memo(function StepButtons(props: StepButtonsProps) {
  const { words, playing } = props;
  const { timeline } = words.views;
  const { keys } = timeline;
  return (
    <div className="step-buttons" role="group" aria-label={words.formatter.text(timeline.controls)}>
      <StepButton
        words={words}
        name={timeline.first}
        keyName={keys.first}
        shortcut="Home"
        icon={SkipBack}
        onPress={props.onFirst}
      />
      <StepButton
        words={words}
        name={timeline.previous}
        keyName={keys.previous}
        shortcut="ArrowLeft"
        icon={Play}
        isMirrored
        onPress={props.onPrevious}
      />
      <StepButton
        words={words}
        name={playing ? timeline.pause : timeline.play}
        keyName={keys.play}
        shortcut="Space"
        icon={playing ? Pause : Play}
        onPress={props.onPlay}
        isMain
      />
      <StepButton
        words={words}
        name={timeline.next}
        keyName={keys.next}
        shortcut="ArrowRight"
        icon={Play}
        onPress={props.onNext}
      />
      <StepButton
        words={words}
        name={timeline.last}
        keyName={keys.last}
        shortcut="End"
        icon={SkipForward}
        onPress={props.onLast}
      />
    </div>
  );
});

interface HintProps {
  readonly words: Words;
  readonly before: {
    readonly name: string;
    readonly keyName: string;
    readonly shortcut: string;
    readonly onPress: () => void;
  };
  readonly after: {
    readonly name: string;
    readonly keyName: string;
    readonly shortcut: string;
    readonly onPress: () => void;
  };
  readonly name: string;
}

/** Two small buttons that show their keys. */
function Hint({ words, before, after, name }: HintProps) {
  const { formatter } = words;
  return (
    <span className="step-hint">
      {[before, after].map((one) => (
        <button
          key={one.shortcut}
          type="button"
          className="key-button"
          aria-label={formatter.text(one.name)}
          aria-keyshortcuts={one.shortcut}
          data-tip={formatter.text(words.views.timeline.withKey, {
            name: formatter.text(one.name),
            key: formatter.text(one.keyName),
          })}
          onClick={one.onPress}
        >
          <kbd>{formatter.text(one.keyName)}</kbd>
        </button>
      ))}
      <span aria-hidden="true">{formatter.text(name)}</span>
    </span>
  );
}

/** Word by word, into a step and out of it, and the speed. */
export const StepHints = memo(function StepHints(props: StepButtonsProps) {
  const { words, speed, speeds, onSpeed } = props;
  const { formatter, views } = words;
  const { timeline } = views;
  const { keys } = timeline;
  return (
    <div className="step-hints">
      <Hint
        words={words}
        name={timeline.word}
        before={{
          name: timeline.previousWord,
          keyName: keys.previousWord,
          shortcut: 'Shift+ArrowLeft',
          onPress: props.onPreviousWord,
        }}
        after={{
          name: timeline.nextWord,
          keyName: keys.nextWord,
          shortcut: 'Shift+ArrowRight',
          onPress: props.onNextWord,
        }}
      />
      <Hint
        words={words}
        name={timeline.intoShort}
        before={{ name: timeline.out, keyName: keys.out, shortcut: 'ArrowUp', onPress: props.onOut }}
        after={{ name: timeline.into, keyName: keys.into, shortcut: 'ArrowDown', onPress: props.onInto }}
      />
      <label className="step-speed">
        <span className="visually-hidden">{formatter.text(timeline.speed)}</span>
        <select
          value={speed}
          title={formatter.text(timeline.speed)}
          onChange={(event) => onSpeed(Number(event.currentTarget.value))}
        >
          {speeds.map((one) => (
            <option key={one} value={one}>
              {formatter.text(timeline.speedValue, { speed: speedText(one) })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
});

/** ½ for 0.5. */
function speedText(speed: number): string {
  return speed === 0.5 ? '½' : String(speed);
}
