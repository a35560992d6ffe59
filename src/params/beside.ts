/** @file A control for the version of an example that stands beside the one that is changed: `own`, or its numbers. */
import { accept, refuse, type Control } from './control.ts';
import { numberEdits, type NumberEdit } from './numberEdits.ts';

/** The lesson's own numbers: no edits. */
const own = 'own';

/** The edits of the other version; null: none stands beside. */
export const beside: Control<readonly NumberEdit[] | null> = {
  initial: null,
  accepts: (edits) => edits === null || numberEdits.accepts(edits),
  encode: (edits) => (edits === null ? '' : edits.length === 0 ? own : numberEdits.encode(edits)),
  decode(text) {
    if (text === own) return accept<readonly NumberEdit[] | null>([]);
    const decoded = numberEdits.decode(text);
    return decoded.ok ? decoded : refuse({ kind: 'like', example: own });
  },
};
