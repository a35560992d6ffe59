/** @file The task of the model that is shown, else that of the link. */
import type { TaskSettings } from '../../../training/settings.ts';
import { chosenModel } from './chosen.ts';
import { settingsOf } from './settingsOf.ts';
import { useTrain, useTrainLink } from './useTrain.ts';

/** The settings that say which task the text is read for. */
export function useShownTask(): Pick<TaskSettings, 'task' | 'longest'> {
  const link = useTrainLink();
  const shown = useTrain((slice) => chosenModel(slice)?.settings ?? slice.run?.settings);
  return shown ?? settingsOf(link);
}
