/** @file All keys, and what they do. */
import { Fragment } from 'react';
import { useApp } from '../context.ts';
import type { Command } from '../state/keys.ts';
import { AppDialog } from './AppDialog.tsx';

export interface KeysDialogProps {
  readonly onClose: () => void;
}

/** Each command with its ways: keys pressed together, by their names in the catalogue or by the sign on the key. */
const ways: readonly (readonly [Command, readonly (readonly string[])[]])[] = [
  ['next', [['→']]],
  ['previous', [['←']]],
  ['nextWord', [['shift', '→'], ['pageDown']]],
  ['previousWord', [['shift', '←'], ['pageUp']]],
  ['into', [['↓']]],
  ['out', [['↑']]],
  ['first', [['home']]],
  ['last', [['end']]],
  ['play', [['space']]],
  ['timeline', [['escape']]],
  ['undo', [['control', 'Z']]],
  [
    'redo',
    [
      ['control', 'shift', 'Z'],
      ['control', 'Y'],
    ],
  ],
  ['keys', [['?']]],
];

export function KeysDialog({ onClose }: KeysDialogProps) {
  const { say, app } = useApp().language;
  const { keys } = app;
  const names: Readonly<Record<string, string>> = keys.names;
  return (
    <AppDialog title={say(keys.title)} closeLabel={say(keys.close)} onClose={onClose}>
      <p className="muted">{say(keys.explanation)}</p>
      <table className="keys-table">
        <tbody>
          {ways.map(([command, combinations]) => (
            <tr key={command}>
              <th scope="row">{say(keys[command])}</th>
              <td>
                {combinations.map((combination, index) => (
                  <Fragment key={combination.join(' ')}>
                    {index > 0 && <span className="muted"> {say(keys.or)} </span>}
                    {combination.map((key) => (
                      <kbd key={key}>{say(names[key] ?? key)}</kbd>
                    ))}
                  </Fragment>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </AppDialog>
  );
}
