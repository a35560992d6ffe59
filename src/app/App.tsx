/** @file The shell of the app. */
import { createFormatter } from '../messages/formatter.ts';
import { app } from '../messages/en/app.ts';

const words = createFormatter('en');

/** The app: what is shown before there is anything to show. */
export function App() {
  return (
    <main>
      <h1>{words.text(app.name)}</h1>
      <p>{words.text(app.purpose)}</p>
    </main>
  );
}
