/** @file What a reader takes away of one view: which formats there are, and how each is made. */
import type { Table } from '../../exports/csv.ts';
import type { Picture, PictureOptions } from '../../exports/picture/frame.ts';
import type { ProgramRequest } from '../../exports/program/program.ts';

/** Everything about one worksheet or matrix that can leave the page. Formats that it does not have are left out. */
export interface Taken {
  readonly title: string;
  /** The beginning of the names of files: `additive-pas`. */
  readonly fileName: string;
  /** The whole address of what is shown. */
  readonly link: string;
  /** The picture for those who do not see it. */
  readonly description: string;
  readonly picture?: (options: PictureOptions) => Picture;
  readonly program?: ProgramRequest;
  readonly latex?: () => string;
  readonly table?: Table;
  readonly caseFile?: () => object;
}

/** A name for files: letters without accents, digits and hyphens. */
export function fileNameOf(...parts: readonly string[]): string {
  const name = parts
    .join('-')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name.slice(0, 60).replace(/-$/, '');
}
