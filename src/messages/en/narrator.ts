/** @file English words of the narrator: stages, titles and the sentences of each step. */

export const narrator = {
  'narrator.name': 'What happens in this step',
} as const;
