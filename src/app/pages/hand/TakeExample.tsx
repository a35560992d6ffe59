/** @file "Take it away" for a worked example as it is shown, with all that the reader changed. */
import { useCallback } from 'react';
import { takeAway as said } from '../../../messages/en/takeAway.ts';
import { useApp } from '../../context.ts';
import { linkToShare } from '../../state/address.ts';
import { TakeAway } from '../../takeAway/TakeAway.tsx';
import { caseOf } from './example.ts';
import type { HandShown } from './slice.ts';

export interface TakeExampleProps {
  readonly shown: HandShown;
  readonly title: string;
}

export function TakeExample({ shown, title }: TakeExampleProps) {
  const { store, language } = useApp();
  const take = useCallback(async () => {
    const link = new URL(linkToShare(store.getState()), window.location.href).href;
    const { takeExample } = await import('../../takeAway/takeExample.ts');
    const { example, trace } = shown;
    return takeExample({
      id: example.lesson.id,
      title,
      trace,
      caseFile: caseOf(example),
      columns: example.words,
      formatter: language.formatter,
      link,
    });
  }, [store, language, shown, title]);
  return <TakeAway name={language.say(said.buttonOf.example)} take={take} />;
}
