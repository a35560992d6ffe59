/** @file The field of a hidden number on the worksheet of a worked example. */

import { classes } from '../classes.ts';

export interface BlankProps {
  /** What is hidden, for those who listen. */
  readonly label: string;
  readonly text: string;
  /** What was handed in is wrong, or no number. */
  readonly isWrong: boolean;
  /** The element that says why. */
  readonly describedBy?: string | undefined;
  readonly onType: (text: string) => void;
  readonly onSubmit: (text: string) => void;
}

/** A field; Enter hands in what stands in it, and so does leaving it. */
export function Blank({ label, text, isWrong, describedBy, onType, onSubmit }: BlankProps) {
  return (
    <input
      className={classes('hand-blank', isWrong && 'is-wrong')}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onBlur={({ currentTarget }) => onSubmit(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSubmit(event.currentTarget.value);
      }}
    />
  );
}
