/** @file A formula set by KaTeX, which is loaded when the first formula is shown. */

export interface FormulaProps {
  /** TeX; symbols may be coloured by `\htmlClass{role-weight}{…}`. */
  readonly tex: string;
  /** What is shown until KaTeX is there, and what is spoken: plain Unicode. */
  readonly plain: string;
  /** A formula on a line of its own. */
  readonly display: boolean;
}

/** A formula. */
export function Formula({ plain }: FormulaProps) {
  return <span className="formula">{plain}</span>;
}
