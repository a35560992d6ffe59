/** @file What came of cutting a sentence: its phrases with their translations, and the whole beside the sentence translated at once. */
import { significant } from '../../../geometry/numbers.ts';
import { displayFrench, displayToken } from '../../../tasks/translation/display.ts';
import { MarkedTranslation } from '../../../views/length/MarkedTranslation.tsx';
import type { CuttingProps } from './Cutting.tsx';
import { useAsked } from './useAsked.ts';

export function CutResult(props: CuttingProps) {
  const { words, made, source } = props;
  const { formatter, messages } = words;
  const { result } = messages.phrases;
  const whole = useAsked<'length-translate'>({
    kind: 'length-translate',
    mechanism: 'none',
    words: [...source],
  });
  return (
    <section className="plate length-plate" aria-labelledby="cut-result">
      <h2 id="cut-result">{formatter.text(result.phrases)}</h2>
      <PhraseTable {...props} />
      <p className="small">
        {formatter.text(result.sum, { sum: significant(made.cut.best) })} {paperText(props)}
      </p>
      <div className="length-models">
        <Side {...props} name={result.joined} target={made.target} finished />
        {whole.state === 'done' && (
          <Side {...props} name={result.whole} target={whole.reply.target} finished={whole.reply.finished} />
        )}
      </div>
      {made.right === null ? (
        <p className="muted small">{formatter.text(result.unknownRight)}</p>
      ) : (
        <>
          <p>
            <span className="muted small">{formatter.text(result.right)}</span>{' '}
            <span lang="fr">{displayFrench(made.right)}</span>
          </p>
          <p className="muted small">{formatter.text(messages.sentence.key)}</p>
        </>
      )}
    </section>
  );
}

/** The cut of the paper's form, in a sentence. */
function paperText({ words, made, source }: CuttingProps): string {
  const { formatter, messages } = words;
  const { result } = messages.phrases;
  if (made.paperCut === undefined) return formatter.text(result.paperNone);
  const textOf = (phrases: readonly { readonly from: number; readonly to: number }[]): string =>
    phrases.map(({ from, to }) => source.slice(from, to).join(' ')).join(' | ');
  const cut = textOf(made.paperCut.phrases);
  return cut === textOf(made.cut.phrases)
    ? formatter.text(result.paperSame)
    : formatter.text(result.paper, { cut });
}

function PhraseTable({ words, made, source }: CuttingProps) {
  const { formatter, messages } = words;
  const { result } = messages.phrases;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="scrolls" tabIndex={0} role="region" aria-label={formatter.text(result.table)}>
      <table className="table phrase-table">
        <thead>
          <tr>
            <th scope="col">{formatter.text(result.english)}</th>
            <th scope="col">{formatter.text(result.french)}</th>
            <th scope="col">{formatter.text(result.score)}</th>
          </tr>
        </thead>
        <tbody>
          {made.cut.phrases.map(({ from, to }) => {
            const span = made.spans.find((one) => one.from === from && one.to === to);
            return (
              <tr key={from}>
                <th scope="row" lang="en">
                  {source.slice(from, to).join(' ')}
                </th>
                <td lang="fr">{displayFrench(span?.target ?? [])}</td>
                <td className="digits">{significant(span?.score ?? Number.NaN)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface SideProps extends CuttingProps {
  readonly name: string;
  readonly target: readonly string[];
  readonly finished: boolean;
}

function Side({ words, made, name, target, finished }: SideProps) {
  const label = words.formatter.text(name);
  return (
    <section className="length-model" aria-label={label}>
      <h3 className="phrases-side">{label}</h3>
      {made.right === null ? (
        <p lang="fr">{displayFrench(target)}</p>
      ) : (
        <MarkedTranslation
          words={words}
          made={target.map(displayToken)}
          right={made.right.map(displayToken)}
          finished={finished}
        />
      )}
    </section>
  );
}
