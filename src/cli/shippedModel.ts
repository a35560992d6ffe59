/** @file Reads a shipped model from `public/models`. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attentions } from '../mechanisms/all.ts';
import { optionsOf } from '../models/modelCard.ts';
import { modelFromWeights, type Model } from '../models/seq2seq/model.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { Shipped } from './train/files.ts';

/** The shipped model of that mechanism and its card. Throws, naming what there is, if there is none. */
export function shippedModel(id: string, folder = 'public/models'): { model: Model; card: Shipped } {
  const mechanism = attentions.find((one) => one.id === id);
  const file = join(folder, `${id}.json`);
  if (mechanism === undefined || !existsSync(file)) {
    const known = attentions.map((one) => one.id).filter((one) => existsSync(join(folder, `${one}.json`)));
    throw new Error(`--mechanism ${id}: no such model; expected one of ${known.join(', ')}`);
  }
  const card = JSON.parse(readFileSync(file, 'utf8')) as Shipped;
  const words = { source: sourceVocabulary.words, target: targetVocabulary.words };
  const widths = { ...card.widths, sourceWords: words.source.length, targetWords: words.target.length };
  const weights = readFileSync(join(folder, `${id}.bin`));
  return { model: modelFromWeights(mechanism, widths, words, weights, optionsOf(card)), card };
}
