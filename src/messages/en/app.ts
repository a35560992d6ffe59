/** @file English words of the app around the scenes. */

/** Words of the app's shell. */
export const app = {
  name: 'Lookback',
  purpose: 'Step through attention in neural networks as with a debugger.',
} as const;
