/** @file Held-out examples of the checkpoint that is looked at: what was read, what was written, what would be right. */
import { chosenCheck } from './chosen.ts';
import { taskOfSettings } from './settingsOf.ts';
import { useTrain, useTrainLink, useTrainWords } from './useTrain.ts';
import { settingsOf } from './settingsOf.ts';

export function TriedExamples() {
  const { words, say } = useTrainWords();
  const link = useTrainLink();
  const check = useTrain((slice) =>
    chosenCheck({
      ...slice,
      chosen: slice.chosen.kind === 'run' ? slice.chosen : { kind: 'run', check: -1 },
    }),
  );
  const settings = useTrain(({ run }) => run?.settings) ?? settingsOf(link);
  const { write } = taskOfSettings(settings);
  return (
    <section className="plate train-examples" aria-label={say(words.examples.region)}>
      <h2>{say(words.examples.region)}</h2>
      {check === undefined ? (
        <p className="muted">{say(words.examples.none)}</p>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        <div className="scrolls" tabIndex={0} role="group" aria-label={say(words.examples.table)}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say(words.examples.source)}</th>
                <th scope="col">{say(words.examples.written)}</th>
                <th scope="col">{say(words.examples.target)}</th>
                <th scope="col">{say(words.examples.verdict)}</th>
              </tr>
            </thead>
            <tbody>
              {check.examples.map(({ source, target, written }) => {
                const right = target.join(' ') === written.join(' ');
                return (
                  <tr key={source.join(' ')}>
                    <th scope="row">{write(source)}</th>
                    <td>{write(written)}</td>
                    <td>{write(target)}</td>
                    <td className={right ? 'verdict-pass' : 'verdict-fail'}>
                      {say(right ? words.examples.right : words.examples.wrong)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
