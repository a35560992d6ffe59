/** @file `npm run --silent attend -- FILE...`: runs case files on the engine and prints one JSON object a line (src/models/cases/README.md). */

import { answerLine } from './attend/answer.ts';
import { filesOf, readJson, type Source } from './attend/caseFiles.ts';
import { runCase } from '../models/cases/run.ts';

/** Exit codes, the worst of all files: all is well; a case is over its tolerance; a file is bad. */
const [FINE, OVER, BAD] = [0, 1, 2] as const;

async function answer(source: Source): Promise<number> {
  try {
    if ('error' in source) throw new Error(source.error);
    const result = runCase(await readJson(source.file));
    console.log(answerLine(source.file, result));
    return (result.verdict?.pass ?? true) ? FINE : OVER;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`${source.file}: ${message.replaceAll(/\s+/g, ' ')}`);
    return BAD;
  }
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0) {
    console.error('attend: no file is named; expected case files, folders of them, or - for standard input');
    process.exitCode = BAD;
    return;
  }
  let worst: number = FINE;
  for (const source of args.flatMap(filesOf)) worst = Math.max(worst, await answer(source));
  process.exitCode = worst;
}

// Who reads the lines may have seen enough (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await main(process.argv.slice(2));
