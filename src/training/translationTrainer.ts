/** @file The trainer of the shipped translation models: all words of the grammar, fresh sentences for as long as it goes on. */
import type { Kernels } from '../engine/kernels/kernels.ts';
import { sourceVocabulary, targetVocabulary } from '../tasks/translation/vocabulary.ts';
import type { TrainingSettings } from './settings.ts';
import { Trainer } from './trainer.ts';
import { TranslationBatches } from './translationBatches.ts';

/** A run on the translation task. */
export function translationTrainer(kernels: Kernels, settings: TrainingSettings): Trainer<TrainingSettings> {
  return new Trainer(kernels, settings, {
    sourceSymbols: sourceVocabulary.size,
    targetSymbols: targetVocabulary.size,
    batches: (random, of) => new TranslationBatches(random, of),
  });
}
