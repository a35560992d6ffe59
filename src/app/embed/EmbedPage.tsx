/** @file What stands alone in a frame of another page: one worksheet or one matrix, a caption, and the way to the whole page. */
import { useAppState } from '../context.ts';
import { entryOf } from '../pages/all.ts';
import { EmbedStep } from './EmbedStep.tsx';
import { useTellHeight } from './useTellHeight.ts';
import './embed.css';

export function EmbedPage() {
  const frame = useTellHeight();
  const entry = useAppState(({ link }) => (link.other === null ? null : entryOf(link.other)));
  return (
    <div className="embed" ref={frame}>
      {entry === null ? <EmbedStep /> : entry.Embed !== undefined && <entry.Embed />}
    </div>
  );
}
