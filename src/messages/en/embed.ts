/** @file English words of what is embedded in another page. */

export const embed = {
  steps: 'Steps',
  previous: 'Previous step',
  next: 'Next step',
  open: 'Open in Lookback',
  caption: '{title}: “{english}” → “{french}”',
  captionOfTwo: '{heading}: “{english}”',
  waiting: 'The numbers appear here.',
};
