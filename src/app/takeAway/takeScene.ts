/** @file What can be taken away of a translation: its worksheet at a step, its scores, its weights. */
import { stepsCase } from '../../exports/caseFile.ts';
import type { Table } from '../../exports/csv.ts';
import { matrixLatex, stagesLatex, stepLatex } from '../../exports/latex.ts';
import { matrixPicture, translationMatrix } from '../../exports/matrixPicture.ts';
import type { ProgramRequest } from '../../exports/program/program.ts';
import { matrixSelection, readingSelection, stepSelection, type Selection } from '../../exports/selection.ts';
import { worksheetPicture } from '../../exports/worksheetPicture.ts';
import { attentionAt } from '../../geometry/attention.ts';
import type { Cursor } from '../../geometry/cursor.ts';
import { matrixModel, shownInRow } from '../../geometry/matrixModel.ts';
import { significant } from '../../geometry/numbers.ts';
import { cellsIn, tensorNamed } from '../../geometry/tensorIndex.ts';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import type { SceneData, Words } from '../../views/scene.ts';
import { fileNameOf, type Taken } from './taken.ts';

export interface SceneToTake {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  /** The id of the mechanism, and what the reader calls it. */
  readonly mechanism: string;
  readonly mechanismTitle: string;
  readonly words: Words;
  /** The whole address of this step. */
  readonly link: string;
}

/** A view of a translation. */
export type SceneView = 'worksheet' | 'e' | 'alpha';

/** What of a view can be taken away, where the cursor stands. */
export function takeScene(from: SceneToTake, view: SceneView): Taken {
  if (view !== 'worksheet') return takeMatrix(from, view);
  return from.cursor.t === 0 ? takeReading(from) : takeStep(from);
}

/** The titles, and the program that starts from a selection. */
function shared(from: SceneToTake, kind: keyof typeof said.title, word = '') {
  const { scene, mechanism, mechanismTitle, words, link } = from;
  const { formatter } = words;
  const sentence = scene.source.join(' ');
  const title = formatter.text(said.title[kind], { mechanism: mechanismTitle, word, sentence });
  const head = formatter.text(said.code.head, { title, link });
  const program = (
    selection: Selection,
    numbers: keyof typeof said.code.numbers,
    stages: Readonly<Record<string, string>>,
  ): { readonly program?: ProgramRequest } =>
    selection.printed.length === 0
      ? {}
      : {
          program: {
            trace: scene.trace,
            ...selection,
            name: numbers === 'read' ? 'read' : 'attend',
            words: { head, numbers: formatter.text(said.code.numbers[numbers]), stages },
            labels: { j: scene.source },
          },
        };
  return { title, head, sentence, link, fileName: fileNameOf(mechanism, word === '' ? kind : word), program };
}

const attending = { ...said.code.stages, prepare: said.code.prepare };

/** The words that the worksheet's picture needs. */
function sheetWords({ scene, cursor, words: { formatter, views } }: SceneToTake) {
  const { worksheet, legend } = views;
  const { window } = attentionAt(scene.trace, cursor.t - 1);
  const centre = window === null ? '' : significant(window.centre);
  const values = { centre, reach: window?.reach ?? 0, known: window === null ? 'no' : 'yes' };
  const rows = Object.entries(worksheet.rows).map(([row, name]) => [row, formatter.text(name, values)]);
  return {
    source: scene.source,
    target: scene.target,
    sourceLanguage: scene.sourceLanguage,
    targetLanguage: scene.targetLanguage,
    rows: Object.fromEntries(rows) as Readonly<Record<string, string>>,
    contextCaption: formatter.text(worksheet.contextCaption),
    newState: formatter.text(worksheet.newState),
    endNote: formatter.text(worksheet.endNote),
    legends: { score: formatter.text(legend.score), vector: formatter.text(legend.vector) },
  };
}

function takeStep(from: SceneToTake): Taken {
  const { scene, cursor, mechanism, words, link } = from;
  const { trace, source } = scene;
  const t = cursor.t - 1;
  const word = scene.target[t];
  const { title, head, sentence, fileName, program } = shared(
    from,
    word === undefined ? 'end' : 'step',
    word,
  );
  const { scores, weights, weightTexts } = attentionAt(trace, t);
  const rows = [scores, weights].flatMap((row, k) =>
    row === null ? [] : [{ name: ['e', 'alpha'][k] ?? '', values: row.values }],
  );
  return {
    title,
    fileName,
    link,
    description: words.formatter.text(said.description.step, {
      sentence,
      weights: source.map((one, j) => `${one} ${weightTexts[j] ?? ''}`).join(', '),
    }),
    picture: (options) => worksheetPicture(trace, cursor, sheetWords(from), options),
    ...program(stepSelection(trace, t, cursor.at), 'step', attending),
    latex: () =>
      stepLatex(
        trace,
        t,
        mechanism,
        head,
        ['state', 'word'].slice(0, ['state', 'word'].indexOf(cursor.at) + 1),
      ),
    ...(rows.length === 0 ? {} : { table: { columns: source, rows } }),
    caseFile: () => stepsCase(trace, mechanism, [t], `${title} (${link})`),
  };
}

function takeReading(from: SceneToTake): Taken {
  const { scene, cursor, words, link } = from;
  const { trace, source } = scene;
  const { title, head, sentence, fileName, program } = shared(from, 'read');
  return {
    title,
    fileName,
    link,
    description: words.formatter.text(said.description.read, { sentence }),
    picture: (options) => worksheetPicture(trace, cursor, sheetWords(from), options),
    ...program(readingSelection(trace), 'read', said.code.reading),
    latex: () => stagesLatex(['embedding', 'forward', 'backward', 'first-state'], source.length, head),
    ...annotations(scene),
  };
}

/** The states of the words: a row a word, a column a feature. */
function annotations({ trace, source }: SceneData): { readonly table?: Table } {
  const h = tensorNamed(trace, 'h', -1);
  if (h === undefined) return {};
  const width = h.axes.at(-1)?.size ?? 0;
  return {
    table: {
      columns: Array.from({ length: width }, (_, n) => String(n + 1)),
      rows: source.map((name, j) => ({ name, values: cellsIn(trace, h, j) })),
    },
  };
}

function takeMatrix(from: SceneToTake, name: 'e' | 'alpha'): Taken {
  const { scene, cursor, mechanism, words, link } = from;
  const { trace, source, target } = scene;
  const { formatter, views } = words;
  const { title, head, sentence, fileName, program } = shared(from, name);
  const model = matrixModel(trace, name);
  const legend = formatter.text(name === 'e' ? views.legend.score : views.legend.weight);
  const drawn = { ...scene, legend };
  return {
    title,
    fileName,
    link,
    description: formatter.text(said.description.matrix, { sentence, target: target.join(' ') }),
    picture: (options) =>
      matrixPicture(translationMatrix(trace, name, cursor, drawn, options.theme), options),
    ...program(matrixSelection(trace, name), 'matrix', attending),
    latex: () =>
      matrixLatex(
        name,
        model.rows.map((row) => row.values),
        head,
      ),
    table: {
      columns: source,
      rows: model.rows.map(({ t, values }) => ({
        name: target[t] ?? '',
        values: values.subarray(0, shownInRow(trace, name, cursor, t)),
      })),
    },
    caseFile: () =>
      stepsCase(
        trace,
        mechanism,
        target.map((_, t) => t),
        `${title} (${link})`,
      ),
  };
}
