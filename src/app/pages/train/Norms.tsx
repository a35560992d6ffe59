/** @file How long the gradient of each part is, as bars on a logarithmic scale. */
import { significant } from '../../../geometry/numbers.ts';
import { parts } from '../../../training/parts.ts';
import { useTrain, useTrainWords } from './useTrain.ts';

/** The ends of the scale as powers of ten. */
const [LOW, HIGH] = [-3, 1] as const;

const share = (norm: number): number =>
  Math.min(1, Math.max(0, (Math.log10(Math.max(norm, 1e-9)) - LOW) / (HIGH - LOW)));

export function Norms() {
  const { words, say } = useTrainWords();
  const norms = useTrain(({ run }) => run?.progress?.norms ?? null);
  return (
    <section className="plate train-norms" aria-label={say(words.norms.region)}>
      <h2>{say(words.norms.region)}</h2>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{say(words.norms.parts[part])}</dt>
            <dd>
              <span className="train-bar" aria-hidden="true">
                <span style={{ width: `${100 * share(norms?.[part] ?? 0)}%` }} />
              </span>
              <span className="digits">{norms === null ? '–' : significant(norms[part])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted small">{say(words.norms.scale)}</p>
    </section>
  );
}
