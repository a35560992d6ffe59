/** @file The shell of the app. */

/** The app: what is shown before there is anything to show. */
export function App() {
  return (
    <main>
      <h1>Lookback</h1>
    </main>
  );
}
