/** @file English words of the views: labels, accessible names and tooltips. */

export const views = {
  worksheet: {
    title: 'Worksheet',
  },
};

/** What every language says of the views. */
export type ViewMessages = typeof views;
