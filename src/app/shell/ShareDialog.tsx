/** @file The link to this step, to be copied by hand, and the code that shows it inside of another page. */
import { useApp, useAppState } from '../context.ts';
import { AppDialog } from './AppDialog.tsx';
import { EmbedCode } from './EmbedCode.tsx';
import { embedsOf } from './embedsOf.ts';

export interface ShareDialogProps {
  readonly address: string;
  /** The browser did not let us copy it. */
  readonly blocked: boolean;
  readonly onClose: () => void;
}

export function ShareDialog({ address, blocked, onClose }: ShareDialogProps) {
  const { say, app } = useApp().language;
  const canEmbed = useAppState(({ link }) => embedsOf(link).length > 0);
  return (
    <AppDialog title={say(app.share.title)} closeLabel={say(app.keys.close)} onClose={onClose}>
      {blocked && <p>{say(app.share.explanation)}</p>}
      <label className="stacked">
        <span>{say(app.share.link)}</span>
        <input
          className="text-field share-link"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      {canEmbed && <EmbedCode />}
    </AppDialog>
  );
}
