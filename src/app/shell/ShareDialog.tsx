/** @file The link to this step, to be copied by hand. */
import { useApp } from '../context.ts';
import { AppDialog } from './AppDialog.tsx';

export interface ShareDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

export function ShareDialog({ address, onClose }: ShareDialogProps) {
  const { say, app } = useApp().language;
  return (
    <AppDialog title={say(app.share.title)} closeLabel={say(app.keys.close)} onClose={onClose}>
      <p>{say(app.share.explanation)}</p>
      <label className="stacked">
        <span>{say(app.share.link)}</span>
        <input
          className="text-field share-link"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
    </AppDialog>
  );
}
