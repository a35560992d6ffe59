/** @file The dialog of "Take it away": a tab for each format. */
import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react/tab';
import { use, useMemo } from 'react';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp } from '../context.ts';
import { AppDialog } from '../shell/AppDialog.tsx';
import { PicturePanel } from './PicturePanel.tsx';
import type { Taken } from './taken.ts';
import { textFormats } from './textFormats.ts';
import { TextPanel } from './TextPanel.tsx';

export interface TakeAwayDialogProps {
  /** The dialog's title. */
  readonly name: string;
  readonly taking: Promise<Taken>;
  readonly onClose: () => void;
}

export function TakeAwayDialog({ name, taking, onClose }: TakeAwayDialogProps) {
  const { say } = useApp().language;
  const taken = use(taking);
  const formats = useMemo(() => textFormats(taken), [taken]);
  return (
    <AppDialog title={name} closeLabel={say(said.close)} onClose={onClose} className="take-away-dialog">
      <p className="take-away-title">{taken.title}</p>
      <TabProvider>
        <TabList className="take-away-tabs" aria-label={say(said.formatsLabel)}>
          {taken.picture !== undefined && <Tab id="picture">{say(said.formats.picture)}</Tab>}
          {formats.map(({ id }) => (
            <Tab key={id} id={id}>
              {say(said.formats[id])}
            </Tab>
          ))}
        </TabList>
        {taken.picture !== undefined && (
          <TabPanel tabId="picture" unmountOnHide>
            <PicturePanel taken={taken} draw={taken.picture} />
          </TabPanel>
        )}
        {formats.map((format) => (
          <TabPanel key={format.id} tabId={format.id} unmountOnHide>
            <TextPanel format={format} />
          </TabPanel>
        ))}
      </TabProvider>
    </AppDialog>
  );
}
