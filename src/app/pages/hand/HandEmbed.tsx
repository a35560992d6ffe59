/** @file A worked example alone in a frame: its worksheet at a beat, as an exercise where numbers are hidden. */
import { addressOf } from '../../../geometry/openCell.ts';
import { EmbedFoot } from '../../embed/EmbedFoot.tsx';
import { useApp } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { ExercisePanel } from './exercise/ExercisePanel.tsx';
import { Sheet } from './HandPage.tsx';
import { Story } from './HandTold.tsx';
import { stepBeat, useBeatKeys } from './useBeatKeys.ts';
import { useExample, useHandActions, useHandPage, useHandSlice, useHandWords, useRun } from './useHand.ts';
import './handPage.css';

export function HandEmbed() {
  const { language, store } = useApp();
  const { say, app } = language;
  const example = useExample();
  const actions = useHandActions();
  const { open } = useHandPage();
  const { shown, failed } = useHandSlice();
  const { hand, beats } = useHandWords();
  useRun(example);
  useBeatKeys();
  const { lesson, beat } = example;
  const ready = shown?.example.lesson === lesson ? shown : null;
  const title = say(app.hand.lessons[lesson.id].title);
  const part = lesson.beats.filter((one) => one.part === beat.part);
  return (
    <>
      <div className="embed-main">
        <h1 className="visually-hidden">{title}</h1>
        <Notices />
        <div className="plate">
          {ready === null ? (
            <p className="embed-waiting">{say(hand.loading)}</p>
          ) : (
            <>
              <ExercisePanel shown={ready} alone />
              <Sheet shown={ready} />
            </>
          )}
          {failed !== null && (
            <p className="hand-failed" role="alert">
              {say(hand.sheet.failed, { message: failed })}
            </p>
          )}
        </div>
        {ready !== null && open !== null && addressOf(ready.trace, open) !== undefined && (
          <div className="plate">
            <Story example={example} shown={ready} />
          </div>
        )}
      </div>
      <EmbedFoot
        caption={title}
        steps={{
          label: say(hand.announce, {
            part: say(hand.parts[beat.part]),
            place: part.indexOf(beat) + 1,
            count: part.length,
            beat: say(beats[beat.id]?.title ?? beat.id),
          }),
          onPrevious: () => void stepBeat(store, actions, -1),
          onNext: () => void stepBeat(store, actions, 1),
        }}
      />
    </>
  );
}
