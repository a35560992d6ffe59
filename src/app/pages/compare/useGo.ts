/** @file Going to a step of both. */
import { useMemo } from 'react';
import type { Cursor } from '../../../geometry/cursor.ts';
import type { Stage } from '../../../params/translation.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import { useApp } from '../../context.ts';
import { changeOther } from '../../state/link.ts';

/** Changes where the page stands. An opened number goes along to another word at the same stage. */
export function useGo(): (cursor: Cursor) => void {
  const { store } = useApp();
  return useMemo(
    () =>
      ({ t, at, cell }: Cursor) => {
        const page = store.getState().link.other;
        if (page?.page !== 'compare') return;
        const { open } = page;
        const carried = open !== null && open.t === page.t && at === page.at ? { ...open, t } : null;
        const stays = t === page.t && at === page.at;
        // The cursor is one of the trace's, whose stages are those of links.
        const to = { t, at: at as Stage, cell, open: stays ? open : carried };
        changeOther<ComparePage>(store, 'compare', to, false);
      },
    [store],
  );
}
