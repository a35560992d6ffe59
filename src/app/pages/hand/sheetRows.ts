/** @file Which rows of the worksheet a beat shows, and how far each has come. */
import type { Band, Beat, Lesson } from '../../../lessons/lesson.ts';
import type { SheetRow } from '../../../views/hand/HandSheet.tsx';

/** The place of the last row that is computed at a beat; −1 before any is. */
function reached(bands: readonly Band[], beats: readonly Beat[], beat: Beat): number {
  const upTo = beats.slice(0, beats.indexOf(beat) + 1).filter(({ t }) => t === beat.t);
  return Math.max(
    -1,
    ...upTo.flatMap(({ look }) => look.map((id) => bands.findIndex((band) => band.id === id))),
  );
}

/** The rows of a beat: all of its part, of the other parts those that always stand there. */
export function sheetRows({ bands, beats }: Lesson, beat: Beat): readonly SheetRow[] {
  const last = reached(bands, beats, beat);
  const light = new Set(beat.look);
  return bands.flatMap((band, place): SheetRow[] => {
    if (band.part !== beat.part && band.always !== true && !light.has(band.id)) return [];
    const state = light.has(band.id) ? 'now' : place <= last ? 'past' : 'future';
    return [{ band, state }];
  });
}
